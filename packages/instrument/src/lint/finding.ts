/** error: it must not be published so · warning: probably a mistake · advice: look at it and decide. */
export type Severity = "error" | "warning" | "advice";

/** One objection to a questionnaire, where it stands, and what to do about it. */
export interface Finding {
  /** Id of the rule; `--explain` tells its reason. */
  readonly rule: string;
  readonly severity: Severity;
  /** Place in the questionnaire, such as `pages[2].elements[0].title`, or in another file: `measures.items.age`. */
  readonly path: string;
  /** Item, page or panel that the place belongs to, where it has a name. */
  readonly name?: string;
  readonly message: string;
  readonly advice: string;
}

/** Languages in which findings are told. */
export type FindingLanguage = "en" | "lt";

/** The same words in both languages of the people who build questionnaires. */
export type Told<Words> = Readonly<Record<FindingLanguage, Words>>;
