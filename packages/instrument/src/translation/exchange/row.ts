import type { TranslatedString } from "../record.ts";
import { hasReached, type TranslationState } from "../states.ts";
import type { TranslationString } from "../status.ts";
import type { ImportChange, ImportSkip } from "./outcome.ts";
import type { ExchangeRow } from "./rows.ts";
import { noteOf, shownState, staleWord, wordsDigest } from "./stamp.ts";

/** What one row does to its text. */
export interface RowVerdict {
  readonly change?: Omit<ImportChange, "row" | "key">;
  readonly skip?: Omit<ImportSkip, "row" | "key">;
  /** The new words. */
  readonly text?: string;
  readonly record?: TranslatedString;
}

interface RowOptions {
  readonly as?: TranslationState;
  readonly isPublished: boolean;
}

/** Compares a row with what was exported, and with what stands here now. */
export function mergeRow(row: ExchangeRow, string: TranslationString, options: RowOptions): RowVerdict {
  const edits = editsOf(row);
  const isTextNews = edits.text && row.text !== string.text;
  if (row.stamp.source !== string.unit.digest)
    return afterSourceChange(row, string, isTextNews || edits.state);
  if (isTextNews) return mergeText(row, string, options, edits.state);
  return mergeState(row, string, options, edits);
}

interface Edits {
  readonly text: boolean;
  readonly state: boolean;
  readonly remark: boolean;
}

function editsOf({ text, state, adaptation, note, stamp }: ExchangeRow): Edits {
  const stateBefore = stamp.state === staleWord ? undefined : stamp.state;
  return {
    text: (text.trim() === "" ? undefined : wordsDigest(text)) !== stamp.text,
    state: state !== undefined && state !== stateBefore,
    remark: adaptation !== stamp.adaptation || (note === "" ? undefined : wordsDigest(note)) !== stamp.note,
  };
}

function afterSourceChange(row: ExchangeRow, string: TranslationString, hasNews: boolean): RowVerdict {
  if (!hasNews) return {};
  const message = "The source has changed since the export. Export again and look at it once more.";
  return asProposal(row, string, { reason: "source-changed", message });
}

/** Keeps the words that came in beside those that stand; with no text here yet there is nothing to keep them beside. */
function asProposal(
  row: ExchangeRow,
  { text, state, record, unit }: TranslationString,
  skip: Pick<ImportSkip, "reason" | "message">,
): RowVerdict {
  if (row.text.trim() === "" || row.text === text) return { skip };
  const proposal = { text: row.text, source: row.stamp.source };
  const beside =
    record ?? (text === undefined ? undefined : { text, source: unit.digest, state: state ?? "draft 1" });
  return {
    skip: { ...skip, text: row.text },
    record: beside ? { ...beside, proposal } : { ...proposal, state: "draft 1", proposal },
  };
}

function mergeText(
  row: ExchangeRow,
  string: TranslationString,
  options: RowOptions,
  isStateEdited: boolean,
): RowVerdict {
  const before = string.text;
  const refusal = refusalOf(row, string, options, isStateEdited);
  if (refusal) return refusal;
  const state = (isStateEdited ? row.state : undefined) ?? options.as ?? "draft 1";
  const stateBefore = shownState(string);
  return {
    text: row.text,
    record: recordOf(row, string, state, row.text),
    change: {
      kind: before === undefined ? "added" : "changed",
      ...(before === undefined ? {} : { before }),
      after: row.text,
      ...(stateBefore === undefined ? {} : { stateBefore }),
      stateAfter: state,
    },
  };
}

function refusalOf(
  row: ExchangeRow,
  string: TranslationString,
  { isPublished }: RowOptions,
  isStateEdited: boolean,
): RowVerdict | undefined {
  const skip = (reason: ImportSkip["reason"], message: string): RowVerdict => ({
    skip: { reason, message, ...(row.text.trim() === "" ? {} : { text: row.text }) },
  });
  if (row.text.trim() === "")
    return skip("emptied", "An empty cell does not remove a translation; the text here stays.");
  if (isPublished) return skip("published", "The words of a published version never change.");
  const now = string.text === undefined ? undefined : wordsDigest(string.text);
  if (now !== row.stamp.text)
    return asProposal(row, string, {
      reason: "changed-meanwhile",
      message: "This translation was changed here as well since the export. Export again and choose.",
    });
  if (
    string.state === "frozen" &&
    string.standing === "current" &&
    !(isStateEdited && row.state !== "frozen")
  )
    return skip(
      "frozen",
      "This translation is frozen. Set its state to a lower one in the same row to change it.",
    );
  return undefined;
}

function mergeState(
  row: ExchangeRow,
  string: TranslationString,
  options: RowOptions,
  edits: Edits,
): RowVerdict {
  if (string.text === undefined) return {};
  const isStale = string.standing === "stale";
  const raised = raisedState(row, string, options, edits);
  const target = edits.state ? row.state : raised;
  if (target === undefined && options.as !== undefined && isStale)
    return {
      skip: {
        reason: "still-stale",
        message: "The source of this text has changed; it was not looked at since. Choose a state.",
      },
    };
  if (target !== undefined && (isStale || target !== string.state)) {
    const stateBefore = shownState(string);
    return {
      record: recordOf(row, string, target, string.text),
      change: { kind: "state", ...(stateBefore === undefined ? {} : { stateBefore }), stateAfter: target },
    };
  }
  if (!edits.remark) return {};
  const record = recordOf(row, string, string.state ?? "draft 1", string.text);
  const before = string.record?.adaptation;
  const isNews = row.note !== (noteOf(string) ?? "") || row.adaptation !== before?.kind;
  return isNews
    ? {
        record: isStale ? { ...record, source: string.record?.source ?? record.source } : record,
        change: { kind: "remark" },
      }
    : {};
}

/** The state that `--as` gives: never lower than it is, and never to words that were not in the row. */
function raisedState(
  row: ExchangeRow,
  string: TranslationString,
  { as }: RowOptions,
  edits: Edits,
): TranslationState | undefined {
  if (as === undefined || string.standing === "stale" || string.state === undefined) return undefined;
  if (!edits.text && string.text !== undefined && wordsDigest(string.text) !== row.stamp.text)
    return undefined;
  return hasReached(string.state, as) ? string.state : as;
}

function recordOf(
  row: ExchangeRow,
  { unit }: TranslationString,
  state: TranslationState,
  text: string,
): TranslatedString {
  const note = row.note === "" ? {} : { note: row.note };
  return {
    text,
    source: unit.digest,
    state,
    ...(row.adaptation === undefined ? note : { adaptation: { kind: row.adaptation, ...note } }),
  };
}
