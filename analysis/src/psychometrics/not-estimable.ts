/** Why a psychometric statistic has no value. */
export type NotEstimableReason =
  | "too-few-respondents"
  | "too-few-items"
  | "too-many-items"
  | "constant-item"
  | "empty-category"
  | "dependent-items"
  | "not-identified"
  | "not-converged"
  | "heywood-case"
  | "everyone-missing";

/** A statistic that the answers cannot give, with a sentence that a researcher can act on. */
export interface NotEstimable {
  readonly estimable: false;
  readonly reason: NotEstimableReason;
  readonly sentence: string;
}

export function notEstimable(reason: NotEstimableReason, sentence: string): NotEstimable {
  return { estimable: false, reason, sentence };
}

/** Thrown inside a fit where going on is pointless; the public functions of this room return its `answer`. */
export class NotEstimableError extends Error {
  readonly answer: NotEstimable;
  constructor(reason: NotEstimableReason, sentence: string) {
    super(sentence);
    this.answer = notEstimable(reason, sentence);
  }
}

/** Runs a fit; a refusal from inside becomes its typed answer, anything else stays an error. */
export function orNotEstimable<Result>(fit: () => Result): Result | NotEstimable {
  try {
    return fit();
  } catch (error) {
    if (error instanceof NotEstimableError) return error.answer;
    throw error;
  }
}
