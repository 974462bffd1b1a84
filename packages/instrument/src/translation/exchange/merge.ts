import type { TextChange } from "../apply.ts";
import type { TranslatedString } from "../record.ts";
import type { TranslationState } from "../states.ts";
import { type LanguageStatus, statusIn, type TranslationStatus, type TranslationString } from "../status.ts";
import type { ImportChange, ImportOutcome, ImportSkip } from "./outcome.ts";
import { mergeRow, type RowVerdict } from "./row.ts";
import type { ExchangeRow, RowProblem } from "./rows.ts";

export interface MergeOptions {
  /** State to which every row with a text that is not stale is raised. */
  readonly as?: TranslationState;
  /** The words of a published version never change. */
  readonly isPublished: boolean;
}

/**
 * What the rows of one language change. Only what was edited since the export changes; merging the same rows into
 * the result changes nothing.
 */
export function mergeRows(
  status: TranslationStatus,
  language: string,
  rows: readonly ExchangeRow[],
  problems: readonly RowProblem[],
  options: MergeOptions,
): ImportOutcome {
  const skipped = problems.map(damaged);
  const merged = new Merged(language);
  const met = new Set<string>();
  const strings = new Strings(statusIn(status, language));
  for (const { string, rows: group } of byString(rows, strings, skipped).values()) {
    const [first, ...others] = group;
    if (first === undefined) continue;
    met.add(string.unit.key);
    if (others.some((other) => other.text !== first.text || other.state !== first.state))
      skipped.push(...group.map(twice));
    else merged.take(first, string, mergeRow(first, string, options));
  }
  const { changes, texts, records } = merged;
  const all = [...skipped, ...merged.skipped].sort((a, b) => a.row - b.row);
  const touched = new Set([...changes, ...all].map(({ row }) => row));
  return {
    language,
    changes,
    skipped: all,
    untouched: rows.filter(({ row }) => !touched.has(row)).length,
    absent: status.units.map(({ key }) => key).filter((key) => !met.has(key)),
    texts,
    records: Object.fromEntries(records),
  };
}

/** What the rows met so far change. */
class Merged {
  readonly changes: ImportChange[] = [];
  readonly skipped: ImportSkip[] = [];
  readonly texts: TextChange[] = [];
  readonly records = new Map<string, TranslatedString>();
  readonly #language: string;

  constructor(language: string) {
    this.#language = language;
  }

  take({ row }: ExchangeRow, { unit, record: before }: TranslationString, verdict: RowVerdict): void {
    const { skip, change, text, record } = verdict;
    const { key } = unit;
    if (skip) this.skipped.push({ row, key, ...skip });
    if (change) this.changes.push({ row, key, ...change });
    if (text !== undefined) this.texts.push({ unit, language: this.#language, text });
    if (record && !isSame(record, before)) this.records.set(key, record);
  }
}

function damaged({ row, key, message }: RowProblem): ImportSkip {
  return { row, ...(key === undefined ? {} : { key }), reason: "damaged", message };
}

/** The texts of a language by key, or for a key that is gone by what it meant. */
class Strings {
  readonly #byKey: ReadonlyMap<string, TranslationString>;
  readonly #byMeaning = new Map<string, TranslationString[]>();

  constructor({ strings }: LanguageStatus) {
    this.#byKey = new Map(strings.map((string) => [string.unit.key, string]));
    for (const string of strings) {
      const meaning = meaningOf(string.unit.key, string.unit.digest);
      const alike = this.#byMeaning.get(meaning) ?? [];
      alike.push(string);
      this.#byMeaning.set(meaning, alike);
    }
  }

  /** @param keys  all keys of the sheet: a text that has a row of its own is not given to another */
  find({ key, stamp }: ExchangeRow, keys: ReadonlySet<string>): TranslationString | undefined {
    const own = this.#byKey.get(key);
    if (own) return own;
    const [only, another] = (this.#byMeaning.get(meaningOf(key, stamp.source)) ?? []).filter(
      ({ unit }) => !keys.has(unit.key),
    );
    return another === undefined ? only : undefined;
  }
}

function byString(
  rows: readonly ExchangeRow[],
  strings: Strings,
  skipped: ImportSkip[],
): Map<string, { string: TranslationString; rows: ExchangeRow[] }> {
  const keys = new Set(rows.map(({ key }) => key));
  const groups = new Map<string, { string: TranslationString; rows: ExchangeRow[] }>();
  for (const row of rows) {
    const string = strings.find(row, keys);
    if (string === undefined) {
      skipped.push({
        row: row.row,
        key: row.key,
        reason: "unknown",
        ...(row.text === "" ? {} : { text: row.text }),
        message: "The questionnaire has no such text any more.",
      });
      continue;
    }
    const group = groups.get(string.unit.key) ?? { string, rows: [] };
    group.rows.push(row);
    groups.set(string.unit.key, group);
  }
  return groups;
}

function twice({ row, key, text }: ExchangeRow): ImportSkip {
  return {
    row,
    key,
    text,
    reason: "twice",
    message: "Two rows hold this text in different words. Keep one of them.",
  };
}

function meaningOf(key: string, source: string): string {
  return `${key.slice(key.lastIndexOf(":"))} ${source}`;
}

function isSame(a: TranslatedString, b: TranslatedString | undefined): boolean {
  return (
    b !== undefined &&
    a.text === b.text &&
    a.source === b.source &&
    a.state === b.state &&
    a.note === b.note &&
    a.adaptation?.kind === b.adaptation?.kind &&
    a.adaptation?.note === b.adaptation?.note &&
    a.proposal?.text === b.proposal?.text &&
    a.proposal?.source === b.proposal?.source
  );
}
