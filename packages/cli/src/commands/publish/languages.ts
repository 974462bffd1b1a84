import {
  isComplete,
  readTranslations,
  readyFor,
  recordBaseline,
  type TranslationStatus,
  type Translations,
  translationStatus,
} from "@tiltas/instrument/translation";
import type { InstrumentFolder } from "@tiltas/store/folders";
import type { Refusal } from "./gates.ts";

/** Every language of the manifest has all texts, and none is older than the text it translates. */
export function languageRefusals(folder: InstrumentFolder, before: InstrumentFolder | undefined): Refusal[] {
  const { translations, problems } = recordsOf(folder);
  const [problem] = problems;
  if (problem)
    return [
      {
        gate: "languages",
        message: {
          en: `${folder.path}/${problem.path}: ${problem.message} Restore the file; it was written by "tiltas translate".`,
          lt: `${folder.path}/${problem.path}: ${problem.message} Atkurkite failą; jį įrašė „tiltas translate“.`,
        },
      },
    ];
  const status = statusOf(folder, withBaseline(folder, translations, before));
  return status.languages
    .filter(({ language }) => folder.manifest.languages.includes(language))
    .flatMap((one) => {
      if (isComplete(one)) return [];
      const { reasons, keys } = readyFor("publish", one);
      const some = keys.slice(0, 3).join(", ");
      return reasons.map(
        (reason): Refusal => ({
          gate: "languages",
          message: {
            en: `${reason} First: ${some}. Export them with "npx tiltas translate export", have them translated, and import them.`,
            lt: `Kalba ${one.language}: trūksta tekstų – ${one.missing}, pasenusių – ${one.stale}. Pirmieji: ${some}. Eksportuokite komanda „npx tiltas translate export“, išverskite ir importuokite.`,
          },
        }),
      );
    });
}

/** Where the translations of a version stand by its own records. */
export function statusOf(folder: InstrumentFolder, translations: Translations): TranslationStatus {
  const [sourceLanguage = "lt"] = folder.manifest.languages;
  const notice = folder.notices.at(-1)?.notice;
  const sources = { questionnaire: folder.questionnaire, sourceLanguage, ...(notice ? { notice } : {}) };
  return translationStatus(sources, translations, folder.manifest.languages);
}

export function recordsOf(folder: InstrumentFolder): ReturnType<typeof readTranslations> {
  return readTranslations(folder.translations.map(({ set }) => set));
}

/**
 * What was published before is on record too: a translation that still reads as it did, beside a source that was
 * changed, is stale although nobody has written a record of it.
 */
function withBaseline(
  folder: InstrumentFolder,
  translations: Translations,
  before: InstrumentFolder | undefined,
): Translations {
  if (before === undefined) return translations;
  const earlier = recordBaseline(statusOf(before, new Map()));
  const now = statusOf(folder, translations);
  const all = new Map([...translations].map(([language, strings]) => [language, new Map(strings)]));
  for (const { language, strings } of now.languages) {
    const old = earlier[language] ?? {};
    const known = all.get(language) ?? new Map();
    for (const { unit, text, record } of strings) {
      const published = Object.hasOwn(old, unit.key) ? old[unit.key] : undefined;
      if (record === undefined && published !== undefined && published.text === text)
        known.set(unit.key, published);
    }
    all.set(language, known);
  }
  return all;
}
