/** Text by language code ("lt", "en", …). */
export type Localized = Readonly<Record<string, string>>;

/** The value a choice stores in an answer. */
export type Code = string | number;

/**
 * Why a cell holds no answer. A missing reason is a word, never a number.
 * refused, dont-know: the respondent chose it · no-answer: the item was shown and left empty ·
 * not-asked: routing skipped the item · not-reached: the interview ended before it ·
 * not-in-version: the instrument version of this response does not hold the item.
 */
export type MissingReason =
  | "refused"
  | "dont-know"
  | "no-answer"
  | "not-asked"
  | "not-reached"
  | "not-in-version";

export interface Choice {
  readonly code: Code;
  readonly labels: Localized;
  /** Set when choosing this means "no answer, and this is why". */
  readonly missing?: "refused" | "dont-know";
  /** multiple only: chosen alone or not at all, such as "none of these". */
  readonly exclusive?: true;
  /** Choosing it asks for words of one's own, such as "other"; they are stored beside the answer. */
  readonly ownWords?: true;
}

/**
 * What kind of answer an item takes.
 * single: one code · multiple: several codes · ranking: codes in order · boolean: one of two codes · rating: a rung ·
 * number · text · date: a day, time or both as text · file: uploaded, drawn or signed · calculated: nobody answers it ·
 * matrix: rows answered with one code each · composite: a few named parts · grid: rows by parts ·
 * roster: a list as long as the respondent makes it, each entry with the same parts.
 */
export type ItemKind =
  | "single"
  | "multiple"
  | "ranking"
  | "boolean"
  | "rating"
  | "number"
  | "text"
  | "date"
  | "file"
  | "calculated"
  | "matrix"
  | "composite"
  | "grid"
  | "roster";

/** One question as the respondent meets it, read from the SurveyJS definition. */
export interface Item {
  readonly name: string;
  readonly kind: ItemKind;
  readonly page: string;
  /** Place in the definition, such as `pages[2].elements[0]`. */
  readonly path: string;
  /** Name under which the answer is stored, where it is not `name`; items may share it. */
  readonly valueName?: string;
  /** A field for words of one's own stands below the question; they are stored under `name-Comment`. */
  readonly comment?: true;
  readonly titles: Localized;
  /** single, multiple, ranking, boolean, rating: the options in order; matrix: its columns; else empty. */
  readonly choices: readonly Choice[];
  /** matrix and grid: the statements, each answered with one of `choices`, or with every part. */
  readonly rows: readonly Choice[];
  /**
   * composite, grid, roster: what is asked in each row or entry; absent in all other kinds. Their names are those
   * inside the answer: `{item}.part`; the two ends of a range are the parts "0" and "1".
   */
  readonly parts?: readonly Item[];
  /** Conditions of page, panel and item, outermost first; the item is asked when all hold. */
  readonly conditions: readonly string[];
  readonly required: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  /** text: longest answer in code points. */
  readonly maximumLength?: number;
  readonly measure: Measure;
}

/** Measurement metadata of one item, from `measures.json`. */
export interface Measure {
  readonly concept: string;
  /** Domain of life, such as "housing". */
  readonly domain: string;
  /**
   * What the item is for beyond its own indicator. stratifier: results are broken down by it · screener: it decides
   * who is asked further.
   */
  readonly role?: DesignRole | "stratifier" | "screener" | "missing-reason";
  /** role "missing-reason": the item whose emptiness this one explains. */
  readonly explains?: string;
  readonly level: "nominal" | "ordinal" | "interval" | "ratio" | "text";
  /** A high code means little of the concept: scores turn the scale round. */
  readonly reversed?: boolean;
  /** Codes by which a respondent says why there is no answer, beside "dont-know" and "refused" themselves. */
  readonly missing?: Readonly<Record<string, "refused" | "dont-know">>;
  /** Design items: codes that population registers do not count; who chose one is weighted without this category. */
  readonly outsideMargins?: readonly Code[];
  readonly purpose: string;
  readonly dataClass: "ordinary" | "sensitive" | "special-category" | "open-text";
}

/** A dimension of the population with its codes, shared by design items and margins, such as citizenship. */
export type DesignRole = "municipality" | "citizenship" | "sex" | "age" | "residence-ground";
