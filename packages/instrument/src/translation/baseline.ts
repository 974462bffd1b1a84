import type { TranslatedString } from "./record.ts";
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
