import { setupLocale, surveyLocalization } from "survey-core";
import { type Corrections, interfaceKeys } from "./keys.ts";
import { ours } from "./ours.ts";
import { corrected, shipped } from "./shipped.ts";

type Strings = Record<string, unknown>;

const learnt = new Map<string, Promise<boolean>>();

/**
 * Makes survey-core speak a language: ours where we have written one, else its own with our corrections.
 *
 * @returns whether there is something for this language; without it, survey-core speaks English
 */
export function learnStrings(language: string): Promise<boolean> {
  const known = learnt.get(language) ?? learn(language);
  learnt.set(language, known);
  known.catch(() => learnt.delete(language));
  return known;
}

async function learn(language: string): Promise<boolean> {
  const own = ours.get(language);
  if (own) {
    const { strings } = await own.load();
    const { nativeName, englishName, rtl } = own;
    setupLocale({
      localeCode: language,
      strings: { ...strings },
      nativeName,
      englishName,
      rtl: rtl ?? false,
    });
    return true;
  }
  const load = shipped.get(language);
  if (load === undefined) return false;
  const [correct] = await Promise.all([corrected.get(language)?.(), load()]);
  mend(language, correct?.corrections ?? {});
  return true;
}

/** Puts our corrections into a catalogue of survey-core, and English where its placeholders were lost. */
function mend(language: string, corrections: Corrections): void {
  const strings: Strings = surveyLocalization.locales[language] ?? {};
  Object.assign(strings, corrections);
  const english: Strings = surveyLocalization.locales.en;
  for (const key of interfaceKeys)
    if (placeholdersIn(strings[key]) !== placeholdersIn(english[key])) strings[key] = english[key];
}

/** `{0}` and `{rowIndex}`, sorted: word order differs between languages. */
export function placeholdersIn(text: unknown): string {
  return typeof text === "string" ? (text.match(/\{[^{}]*\}/g) ?? []).sort().join(" ") : "";
}
