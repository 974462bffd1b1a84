import type { Code, Localized, Measure } from "../definition/index.ts";
import type { CollectedVariable } from "./collected.ts";

/** What a dataset holds and what it means, over one or several versions of an instrument. Plain data. */
export interface Codebook {
  readonly id: string;
  readonly titles: Localized;
  readonly languages: readonly string[];
  /** Oldest first. */
  readonly versions: readonly CodebookVersion[];
  /** In the order of the newest version; those that only older versions asked come last. */
  readonly variables: readonly CodebookVariable[];
  /** What every response carries beside its answers. */
  readonly collected: readonly CollectedVariable[];
}

export interface CodebookVersion {
  readonly version: string;
  /** SHA-256 of the questionnaire; each response names it. */
  readonly digest: string;
  readonly languages: readonly string[];
  /** Who may answer, in words. */
  readonly universe: Localized;
  readonly licence: string;
}

export interface CodebookVariable {
  /** `item`, `item.code` for an option, `item.row` for a row, `item.row.part` in a grid, `part` in a roster's own table. */
  readonly name: string;
  readonly item: string;
  /** Table the variable stands in: "responses", or the name of a roster, whose entries are rows of their own. */
  readonly table: string;
  readonly kind: VariableKind;
  readonly labels: Localized;
  /** The question as the respondent meets it. */
  readonly question: Localized;
  /** In questionnaire order, those that say why there is no answer included. */
  readonly codes: readonly VariableCode[];
  /** What an empty cell can mean. */
  readonly empty: readonly EmptyReason[];
  /** The item that asks why this one is empty. */
  readonly explainedBy?: string;
  /** Who is asked, in words. */
  readonly universe: { readonly lt: string; readonly en: string };
  /** The same as expressions, outermost first. */
  readonly conditions: readonly string[];
  readonly level: Measure["level"];
  readonly width: Width;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly role?: Measure["role"] | "split-ballot" | "order-seed";
  readonly concept: string;
  readonly domain: string;
  readonly purpose: string;
  /** Absent where nobody has said. */
  readonly dataClass?: Measure["dataClass"];
  readonly reversed?: true;
  /** Its options, rows or the questions around it came in an order drawn for each respondent. */
  readonly randomOrder?: true;
  readonly asked: readonly AskedIn[];
}

/**
 * code: one of `codes` · order: place in an order, 1 first · number · text · date · file: the address of what was
 * uploaded · calculated: nobody answers it.
 */
export type VariableKind = "code" | "order" | "number" | "text" | "date" | "file" | "calculated";

export interface VariableCode {
  readonly code: Code;
  readonly labels: Localized;
  readonly missing?: "refused" | "dont-know";
}

/** no-answer: shown and left empty · not-asked: routing skipped it · not-reached · not-in-version. */
export type EmptyReason = "no-answer" | "not-asked" | "not-reached" | "not-in-version";

/** Room a variable needs in a statistics package: characters shown, and bytes of UTF-8; absent where nothing bounds it. */
export interface Width {
  readonly characters?: number;
  readonly bytes?: number;
}

/** That a version asked for a variable, and what one must know before comparing it with the newest. */
export interface AskedIn {
  readonly version: string;
  /** comparable · with-note: read the notes first · broken: not to be compared. */
  readonly standing: "comparable" | "with-note" | "broken";
  /** The item's name then, where it was another. */
  readonly called?: string;
  /** What the mapping between the versions says. */
  readonly notes: readonly string[];
}
