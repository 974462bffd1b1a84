import { ar } from "./ar.ts";
import { be } from "./be.ts";
import { withNamesIsolated } from "./direction.ts";
import { en } from "./en.ts";
import { lt } from "./lt.ts";
import { ru } from "./ru.ts";
import { tg } from "./tg.ts";
import { uk } from "./uk.ts";
import { uz } from "./uz.ts";
import type { Words } from "./words.ts";

export { directionOf, isolated, withAllNamesIsolated } from "./direction.ts";
export { acceptedLanguages, languageToBeginWith } from "./preferred-language.ts";
export type { Words };

const byLanguage: Readonly<Record<string, Words>> = { lt, en, uk, ru, be, ar, uz, tg };

/** Languages in which the application itself can speak. */
export const written: readonly string[] = Object.keys(byLanguage);

/** Each language in its own name. A language without an entry shows its code. */
const endonyms: Readonly<Record<string, string>> = {
  lt: "Lietuvių",
  en: "English",
  uk: "Українська",
  ru: "Русский",
  be: "Беларуская",
  ar: "العربية",
  uz: "Oʻzbekcha",
  tg: "Тоҷикӣ",
};

/** The application's own words; English where they are not written yet, so that nobody meets an empty button. */
export function wordsIn(language: string): Words {
  return byLanguage[language] ?? en;
}

export function endonym(language: string): string {
  return endonyms[language] ?? language;
}

/** A text of the instrument or notice in the person's language, else in the first language it exists in. */
export function inLanguage(text: Readonly<Record<string, string>>, language: string): string {
  const own = text[language];
  if (own !== undefined) return withNamesIsolated(own, language);
  return text.default ?? Object.values(text)[0] ?? "";
}
