import { sourceLanguageOf, textIn } from "./languages.ts";
import { noTranslations, type TranslatedString, type Translations } from "./record.ts";
import { type TranslationState, translationStates } from "./states.ts";
import type { TranslationUnit } from "./unit.ts";
import { languagesOf, type TranslationSources, unitsOf } from "./units.ts";

/** One text in one language, with everything known about it. */
export interface TranslationString {
  readonly unit: TranslationUnit;
  /** As it stands in the questionnaire or notice; undefined when missing. */
  readonly text: string | undefined;
  /**
   * missing: there is no text · stale: the source has changed since · current: neither.
   * Nobody can know whether a text without a record is stale; it counts as current.
   */
  readonly standing: "missing" | "stale" | "current";
  /** Absent when missing. A text without a record, or changed since its record, is "draft 1". */
  readonly state?: TranslationState;
  /** What the record says; absent when there is none. */
  readonly record?: TranslatedString;
  /** The words in the questionnaire are not those of the record: somebody changed them elsewhere. */
  readonly isEdited: boolean;
}

export interface LanguageStatus {
  readonly language: string;
  readonly isSource: boolean;
  readonly total: number;
  readonly missing: number;
  readonly stale: number;
  /** Current texts by state; stale ones are not among them. */
  readonly states: Readonly<Record<TranslationState, number>>;
  /** Texts about which nothing is recorded. */
  readonly unrecorded: number;
  readonly edited: number;
  /** Words waiting to be looked at, because their source changed while they were made. */
  readonly proposals: number;
  readonly strings: readonly TranslationString[];
}

export interface TranslationStatus {
  readonly sourceLanguage: string;
  readonly units: readonly TranslationUnit[];
  /** The source language first. */
  readonly languages: readonly LanguageStatus[];
  /** Records whose text is no longer in the questionnaire; kept, in case it comes back. */
  readonly orphans: readonly { readonly language: string; readonly key: string }[];
}

/**
 * Where every language stands.
 *
 * @param languages  those to report besides the ones that have texts, such as the manifest's
 */
export function translationStatus(
  sources: TranslationSources,
  translations: Translations = noTranslations,
  languages: readonly string[] = [],
): TranslationStatus {
  const sourceLanguage = sources.sourceLanguage ?? sourceLanguageOf(sources.questionnaire);
  const units = unitsOf(sources);
  const all = new Set([
    sourceLanguage,
    ...languages,
    ...languagesOf(units, sourceLanguage),
    ...translations.keys(),
  ]);
  const keys = new Set(units.map(({ key }) => key));
  return {
    sourceLanguage,
    units,
    languages: [...all].map((language) => statusOf(units, translations, language, sourceLanguage)),
    orphans: [...translations].flatMap(([language, strings]) =>
      [...strings.keys()].filter((key) => !keys.has(key)).map((key) => ({ language, key })),
    ),
  };
}

/** The status of one language; all texts missing for one that the questionnaire does not have. */
export function statusIn(status: TranslationStatus, language: string): LanguageStatus {
  return (
    status.languages.find((one) => one.language === language) ??
    statusOf(status.units, noTranslations, language, status.sourceLanguage)
  );
}

function statusOf(
  units: readonly TranslationUnit[],
  translations: Translations,
  language: string,
  source: string,
): LanguageStatus {
  const isSource = language === source;
  const records = translations.get(language) ?? new Map<string, TranslatedString>();
  const adopted = adoptedRecords(units, records);
  const strings = units.map((unit) =>
    stringOf(unit, textIn(unit.written, language, source), isSource ? undefined : adopted.get(unit.key)),
  );
  const count = (is: (string: TranslationString) => boolean) => strings.filter(is).length;
  const states = translationStates.map((state): [TranslationState, number] => [
    state,
    isSource ? 0 : count((one) => one.standing === "current" && one.state === state),
  ]);
  return {
    language,
    isSource,
    total: units.length,
    missing: count(({ standing }) => standing === "missing"),
    stale: count(({ standing }) => standing === "stale"),
    states: Object.fromEntries(states) as Record<TranslationState, number>,
    unrecorded: isSource ? 0 : count(({ text, record }) => text !== undefined && record === undefined),
    edited: count(({ isEdited }) => isEdited),
    proposals: count(({ record }) => record?.proposal !== undefined),
    strings,
  };
}

function stringOf(
  unit: TranslationUnit,
  text: string | undefined,
  record: TranslatedString | undefined,
): TranslationString {
  const known = record === undefined ? {} : { record };
  if (text === undefined) return { unit, text, standing: "missing", isEdited: false, ...known };
  const isEdited = record !== undefined && record.text !== text;
  const isStale = record !== undefined && record.source !== unit.digest;
  return {
    unit,
    text,
    standing: isStale ? "stale" : "current",
    state: record === undefined || isEdited ? "draft 1" : record.state,
    isEdited,
    ...known,
  };
}

/**
 * The record of each text by its key. A text whose key is new, because a choice or an item was renamed, takes the
 * record of a key that is gone, when source and place agree and only one fits.
 */
function adoptedRecords(
  units: readonly TranslationUnit[],
  records: ReadonlyMap<string, TranslatedString>,
): ReadonlyMap<string, TranslatedString> {
  const keys = new Set(units.map(({ key }) => key));
  const homeless = new Map<string, TranslatedString[]>();
  for (const [key, record] of records) {
    if (keys.has(key)) continue;
    const meaning = meaningOf(key, record.source);
    const alike = homeless.get(meaning) ?? [];
    alike.push(record);
    homeless.set(meaning, alike);
  }
  const adopted = new Map(records);
  if (homeless.size === 0) return adopted;
  for (const { key, digest } of units) {
    const [only, another] = homeless.get(meaningOf(key, digest)) ?? [];
    if (!records.has(key) && only !== undefined && another === undefined) adopted.set(key, only);
  }
  return adopted;
}

function meaningOf(key: string, source: string): string {
  return `${key.slice(key.lastIndexOf(":"))} ${source}`;
}
