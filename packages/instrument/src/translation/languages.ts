import { isObject } from "../definition/index.ts";

type Texts = Readonly<Record<string, string>>;

/** survey-core writes texts in its own language, English, under "default". */
const languageOfDefault = "en";

/**
 * The language in which a questionnaire was written: its `locale`, and English where it names none.
 * An instrument's manifest says it better: its first language.
 */
export function sourceLanguageOf(questionnaire: unknown): string {
  const locale = isObject(questionnaire) ? questionnaire.locale : undefined;
  return typeof locale === "string" && locale !== "" && locale !== "default" ? locale : languageOfDefault;
}

/**
 * A text in one language. What stands under "default" speaks the source language where that has no entry of its own,
 * and English otherwise.
 */
export function textIn(texts: Texts, language: string, source: string): string | undefined {
  const key = keyIn(texts, language, source);
  const text = key === undefined || !Object.hasOwn(texts, key) ? undefined : texts[key];
  return text === undefined || text.trim() === "" ? undefined : text;
}

/** Under which key the text of a language stands, or would be written. */
export function keyIn(texts: Texts, language: string, source: string): string {
  if (Object.hasOwn(texts, language) || !Object.hasOwn(texts, "default")) return language;
  if (language === source) return "default";
  return language === languageOfDefault && Object.hasOwn(texts, source) ? "default" : language;
}

/** Languages written from right to left, by the first part of their code. */
const rightToLeft = new Set(["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

export function isRightToLeft(language: string): boolean {
  const [first = "", script = ""] = language.toLowerCase().split(/[-_]/);
  return (
    script === "arab" ||
    script === "hebr" ||
    (rightToLeft.has(first) && script !== "latn" && script !== "cyrl")
  );
}

/** The languages in which any text stands; "default" counts as the source language. */
export function languagesIn(texts: Iterable<Texts>, source: string): string[] {
  const languages = new Set([source]);
  for (const one of texts)
    for (const key of Object.keys(one))
      if (key !== "default") languages.add(key);
      else if (Object.hasOwn(one, source)) languages.add(languageOfDefault);
  return [...languages];
}
