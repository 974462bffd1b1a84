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
  /** `visible` is false: nobody is asked; the application fills it, or the questionnaire shows it by a trigger. */
  readonly hidden?: true;
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
   * who is asked further · missing-reason: it says why another item is empty · actual-municipality: where the person
   * lives, whatever is declared; results by municipality · network-size, venue-visits: chances of being in the sample ·
   * given: the application knows the answer · drawn: chance decides.
   */
  readonly role?:
    | DesignRole
    | "stratifier"
    | "screener"
    | "missing-reason"
    | "actual-municipality"
    | "network-size"
    | "venue-visits"
    | "given"
    | "drawn";
  /** role "missing-reason": the item whose emptiness this one explains. */
  readonly explains?: string;
  /** role "given": what the application fills in. */
  readonly given?: GivenField;
  /** role "drawn": how its options are drawn. */
  readonly draw?: Draw;
  readonly level: "nominal" | "ordinal" | "interval" | "ratio" | "text";
  /** A high code means little of the concept: scores turn the scale round. */
  readonly reversed?: boolean;
  /** Codes by which a respondent says why there is no answer, beside "dont-know" and "refused" themselves. */
  readonly missing?: Readonly<Record<string, "refused" | "dont-know">>;
  /** Design items: codes that population registers do not count; who chose one is weighted without this category. */
  readonly outsideMargins?: readonly Code[];
  /** The item asking for the ground of stay: codes of people outside the population, estimated apart from it. */
  readonly outsidePopulation?: readonly Code[];
  /** A municipality item: who chose `code` lives where the answer to `item` says. */
  readonly sameAs?: { readonly code: Code; readonly item: string };
  /** Answered by the person alone, never read out: it judges those who may be asking. */
  readonly selfOnly?: boolean;
  readonly purpose: string;
  readonly dataClass: "ordinary" | "sensitive" | "special-category" | "open-text";
}

/**
 * What the application knows without asking. mode: how the answers are given · form: the short or the long questionnaire ·
 * stage: pilot or field · sample: how the person was found · consents: the separate consents that were given.
 */
export type GivenField = "mode" | "form" | "stage" | "sample" | "consents";

/** How the options of a drawn item are drawn for one respondent. */
export interface Draw {
  /** Item with several answers: only options ticked there can be drawn; without it, all options of the drawn item. */
  readonly from?: string;
  /** At most so many options; by code of the item `by` where it differs, "all" where nothing is left to chance. */
  readonly size: number | Readonly<Record<string, number | "all">>;
  /** Single-choice item whose answer settles the size. */
  readonly by?: string;
  /** By option: the condition (SurveyJS) under which it can be drawn; without one, always. */
  readonly eligible?: Readonly<Record<string, string>>;
  /** By option: its part of the chance where one is drawn; 1 where nothing is said. */
  readonly shares?: Readonly<Record<string, number>>;
}

/** A dimension of the population with its codes, shared by design items and margins, such as citizenship. */
export type DesignRole = "municipality" | "citizenship" | "sex" | "age" | "residence-ground";
