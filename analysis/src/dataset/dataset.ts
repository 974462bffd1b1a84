import type { Code, Localized, MissingReason } from "@tiltas/instrument/definition";

/** Index = the small integer in `Column.missing`; 0 means the cell holds an answer. */
export const missingReasons: readonly (MissingReason | "answered")[] = [
  "answered",
  "refused",
  "dont-know",
  "no-answer",
  "not-asked",
  "not-reached",
  "not-in-version",
];

/**
 * One variable of the dataset. Names: item name; `item.code` for each option of a multiple-choice item
 * (codes 1 = chosen, 0 = not chosen); `item.row` for each row of a matrix.
 */
export interface Variable {
  readonly name: string;
  readonly item: string;
  readonly labels: Localized;
  /** kind "code": the substantive codes in questionnaire order; a value is an index into this list. */
  readonly codes: readonly { readonly code: Code; readonly labels: Localized }[];
  readonly kind: "code" | "number";
}

/** Typed column, one entry per respondent in server order. */
export interface Column {
  readonly variable: Variable;
  /** kind "code": index into `codes`, -1 where missing; kind "number": the number, NaN where missing. */
  readonly values: Int16Array | Float64Array;
  /** Index into `missingReasons`. */
  readonly missing: Uint8Array;
}

const unasked = new Set([missingReasons.indexOf("not-asked"), missingReasons.indexOf("not-in-version")]);

/** False where routing or an older version left the question out; true for who broke off before it. */
export function wasAsked({ missing }: Column, row: number): boolean {
  return !unasked.has(missing[row] ?? 0);
}

/** Rows × variables as typed columns; never an object per row. */
export interface Columns {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
}

/** The members of a list that respondents gave, such as their children: one row per member. */
export interface Roster extends Columns {
  /** By member: the row of the respondent. Members of one respondent stand together, in server order. */
  readonly owner: Int32Array;
}

/** One row per respondent, in server order. */
export interface Dataset extends Columns {
  /** Lists by item name; absent where no item is a list. */
  readonly rosters?: ReadonlyMap<string, Roster>;
  /**
   * For every option of a drawn item, by variable name (`item.code`): by row the chance of having drawn it, which
   * follows from the answers; NaN where it could not have been drawn. Absent where nothing is drawn.
   */
  readonly chances?: ReadonlyMap<string, Float64Array>;
  /** SHA-256 over revision and content hash of the responses that entered, in server order; not over their identities, which an export replaces. */
  readonly digest: string;
  /** Responses left out, by reason, such as answers with issues. */
  readonly exclusions: Readonly<Record<string, number>>;
}

/**
 * What the answers of earlier versions are worth beside those of the own one, the weakest link deciding.
 * same: as if nothing had happened · renamed: under another name · recoded: under other codes · limited: the series goes
 * on with a note · not-comparable: it begins anew, or one of the versions did not ask it.
 */
export type Comparability = "same" | "renamed" | "recoded" | "limited" | "not-comparable";

/** Responses of several versions in the terms of one. */
export interface HarmonisedDataset extends Dataset {
  /** By variable; of members of a list `list.variable`. */
  readonly comparability: ReadonlyMap<string, Comparability>;
}

/** What the dataset needs to know of one stored response. */
export interface ResponseForAnalysis {
  readonly responseId: string;
  readonly revision: number;
  readonly hash: string;
  readonly instrument: string;
  readonly language: string;
  readonly mode: string;
  /** Recruitment channel that the link carried; null or absent where it carried none. */
  readonly channel?: string | null;
  /** Canonical JSON list of changes of language and mode on the way; null or absent where there were none. */
  readonly changes?: string | null;
  /** Canonical JSON text. */
  readonly answers: string;
  /** Why estimates leave it out, such as "has-issues" or "set-aside"; null for a response that enters. */
  readonly leftOut: string | null;
}

/** A response without its answers: whether it enters, and how it came about. */
export type ResponseHead = Omit<ResponseForAnalysis, "answers">;
