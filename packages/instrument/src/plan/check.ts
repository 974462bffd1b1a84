import type { Answers } from "./run/check.ts";

/** What a plan finds in the answers of one response, as survey-core 3.0.0 would with a fresh model. */
export interface Check {
  /** No finding. */
  readonly valid: boolean;
  /** Paths of the items that are asked given these answers, in questionnaire order: see `PlanFinding.path`. */
  readonly asked: readonly string[];
  readonly findings: readonly PlanFinding[];
  /** Answers that count: without unknown items, codes that do not exist, and what routing lets go. */
  readonly cleaned: Answers;
  /** Values of calculated values by name, also of those that stay out of the answers. */
  readonly calculated: Readonly<Record<string, unknown>>;
  /** What `cleaned` lacks of the answers or what no respondent could have given, and why; never the answer itself. */
  readonly removed: readonly Removal[];
}

/** An answer, or a part of one, that does not count. */
export interface Removal {
  /** As in `PlanFinding.path`; a place in a list is `help[2]`. */
  readonly path: string;
  readonly reason: "unknown-item" | "unknown-code" | "wrong-type" | "not-asked" | "too-long" | "out-of-range";
}

/** An objection of the questionnaire's own rules to an answer or its absence; never the answer itself. */
export interface PlanFinding {
  /**
   * Item name; inside others `matrix.row`, `grid.row.column`, `roster[0].part` (entries count from 0), `composite.part`.
   */
  readonly path: string;
  readonly kind: FindingKind;
  /**
   * Which words the respondent sees: a key of survey-core's catalogue such as "requiredError", or the place in the
   * questionnaire of a text of its own, such as `pages[0].elements[2].validators[0].text`.
   */
  readonly message: string;
}

/** survey-core's error types in our words (`getErrorType()`), validators by their kind. */
export type FindingKind =
  | "required"
  | "required-in-every-row"
  | "not-unique-in-row"
  | "key-duplicated"
  | "too-few-entries"
  | "other-left-empty"
  | "not-a-number"
  | "out-of-range"
  | "wrong-length"
  | "wrong-count"
  | "pattern"
  | "pattern-incomplete"
  | "email"
  | "expression"
  | "wrong-type";

/** A part of the questionnaire that the plan does not take, or that it takes without effect. */
export interface Refusal {
  /** Place in the definition, such as `pages[2].elements[0].choicesByUrl`. */
  readonly path: string;
  /** Name of the construct, such as "choicesByUrl", "function foo", "regex", "type hologram". */
  readonly construct: string;
  /** One sentence: what it is and what to do instead. */
  readonly message: string;
  /** Of a notice: survey-core passes over it in silence; a questionnaire must not be fielded with it. */
  readonly severe?: true;
}
