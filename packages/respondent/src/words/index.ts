import { en } from "./en.ts";
import { lt } from "./lt.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";
import type { Words } from "./words.ts";

export type { Words };

const byLanguage: Readonly<Record<string, Words>> = { lt, en, uk, ru };

/** Languages in which the application itself can speak. */
export const written: readonly string[] = Object.keys(byLanguage);

/** Each language in its own name. A language without an entry shows its code. */
const endonyms: Readonly<Record<string, string>> = {
  lt: "Lietuvių",
  en: "English",
  uk: "Українська",
  ru: "Русский",
};

/** The application's own words; English where they are not written yet, so that nobody meets an empty button. */
export function wordsIn(language: string): Words {
  return byLanguage[language] ?? en;
}

export function endonym(language: string): string {
  return endonyms[language] ?? language;
}

const rightToLeft = new Set(["ar", "fa", "he", "ur"]);

export function directionOf(language: string): "ltr" | "rtl" {
  return rightToLeft.has(language.split("-")[0] ?? "") ? "rtl" : "ltr";
}

/** A text of the instrument or notice in the person's language, else in the first language it exists in. */
export function inLanguage(text: Readonly<Record<string, string>>, language: string): string {
  return text[language] ?? text.default ?? Object.values(text)[0] ?? "";
}
