import type { TranslatedString, Translations } from "./record.ts";
import type { TranslationState } from "./states.ts";
import type { TranslationStatus } from "./status.ts";

/**
 * Records for all translations that have none, so that a source that changes later is noticed: what publishing a
 * version writes into `translations/N.json`. Empty when everything is on record.
 *
 * @param state  how far they have come; "draft 1" when nobody has said
 */
export function recordBaseline(
  { languages }: TranslationStatus,
  state: TranslationState = "draft 1",
): Record<string, Record<string, TranslatedString>> {
  const records = languages
    .filter(({ isSource }) => !isSource)
    .map(({ language, strings }): [string, Record<string, TranslatedString>] => [
      language,
      Object.fromEntries(
        strings.flatMap(({ unit, text, record }) =>
          text === undefined || record !== undefined
            ? []
            : [[unit.key, { text, source: unit.digest, state }]],
        ),
      ),
    ]);
  return Object.fromEntries(records.filter(([, strings]) => Object.keys(strings).length > 0));
}

/**
 * Records of a version together with what the version published before it held: a translation that still reads as it
 * did, beside a source that was changed, is stale although nobody has written a record of it.
 *
 * @param now  status by this version's own records
 * @param before  status of the version published before
 */
export function withPublished(
  now: TranslationStatus,
  translations: Translations,
  before: TranslationStatus,
): Translations {
  const earlier = new Map(Object.entries(recordBaseline({ ...before, languages: unrecorded(before) })));
  const all = new Map([...translations].map(([language, strings]) => [language, new Map(strings)]));
  for (const { language, strings } of now.languages) {
    const old = new Map(Object.entries(earlier.get(language) ?? {}));
    const known = all.get(language) ?? new Map<string, TranslatedString>();
    for (const { unit, text, record } of strings) {
      const published = old.get(unit.key);
      if (record === undefined && published !== undefined && published.text === text)
        known.set(unit.key, published);
    }
    if (known.size > 0) all.set(language, known);
  }
  return all;
}

/** The same texts as if nothing were on record: what was published counts as translated from what it stood beside. */
function unrecorded({ languages }: TranslationStatus): TranslationStatus["languages"] {
  return languages.map(({ strings, ...language }) => ({
    ...language,
    strings: strings.map(({ record: _record, ...string }) => string),
  }));
}
