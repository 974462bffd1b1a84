/**
 * One look at the answers of a response: what expressions read while it is found out whether they are settled. One look
 * serves all responses, one after the other.
 */
export class Look {
  /** Counts responses: what was found out for one holds for no other. */
  round = 0;
  now = new Date(0);
  /** What expressions read of each question of the survey, by its place among them. */
  readonly values: unknown[];
  /** The entry of a list that is looked at. */
  entry: Readonly<Record<string, unknown>> | undefined = undefined;
  /** What `{item}` means: the value of the choice or row that is looked at. */
  item: unknown = undefined;

  constructor(unanswered: readonly unknown[]) {
    this.values = [...unanswered];
  }
}

/** Something in a questionnaire that only the whole life of a model can settle. */
export class Unsettled extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Unsettled";
  }
}
