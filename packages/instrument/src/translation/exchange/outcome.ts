import type { TextChange } from "../apply.ts";
import type { TranslatedString } from "../record.ts";
import type { TranslationState } from "../states.ts";

/** Something that an import changes. */
export interface ImportChange {
  readonly key: string;
  readonly row: number;
  /** added: there was no text · changed: other words · state: the same words, another state · remark: adaptation or note only. */
  readonly kind: "added" | "changed" | "state" | "remark";
  readonly before?: string;
  readonly after?: string;
  readonly stateBefore?: TranslationState | "stale";
  readonly stateAfter?: TranslationState;
}

/**
 * source-changed: the source is not the one that was translated; the words are kept as a proposal · changed-meanwhile:
 * the translation was changed here as well; kept as a proposal · emptied: a translation is not removed by an empty cell ·
 * frozen: lower the state first · published: words of a published version never change · twice: two rows, two texts ·
 * unknown: no such text in this questionnaire · damaged: no row of an export · still-stale: not looked at since its
 * source changed.
 */
export type SkipReason =
  | "source-changed"
  | "changed-meanwhile"
  | "emptied"
  | "frozen"
  | "published"
  | "twice"
  | "unknown"
  | "damaged"
  | "still-stale";

/** A row, or a part of one, that is not taken. */
export interface ImportSkip {
  readonly row: number;
  readonly key?: string;
  readonly reason: SkipReason;
  /** The words that came in, where they are not in the questionnaire now. */
  readonly text?: string;
  readonly message: string;
}

/** What an import does to one language. */
export interface ImportOutcome {
  readonly language: string;
  readonly changes: readonly ImportChange[];
  readonly skipped: readonly ImportSkip[];
  /** Rows in which nothing was edited, or whose edits are already here. */
  readonly untouched: number;
  /** Texts of the questionnaire that have no row; they stay as they are. */
  readonly absent: readonly string[];
  /** For `applyTranslations`. */
  readonly texts: readonly TextChange[];
  /** For the next `translations/N.json`; only what differs from the records before it. */
  readonly records: Readonly<Record<string, TranslatedString>>;
}
