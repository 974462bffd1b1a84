import { isObject } from "../definition/index.ts";

/** The words of one language in a text of SurveyJS; `standard` is the language of plain strings and "default". */
export function wordsIn(text: unknown, language: string, standard: string): string | undefined {
  if (typeof text === "string") return language === standard ? text : undefined;
  if (!isObject(text)) return undefined;
  const own = Object.hasOwn(text, language) ? text[language] : undefined;
  const value = own ?? (language === standard && Object.hasOwn(text, "default") ? text.default : undefined);
  return typeof value === "string" ? value : undefined;
}

/** The text with the words of one language replaced, in the shape it had where that is enough. */
export function withWords(text: unknown, language: string, standard: string, words: string): unknown {
  if (language === standard && !isObject(text)) return words === "" ? undefined : words;
  const texts = new Map(
    Object.entries(isObject(text) ? text : typeof text === "string" ? { default: text } : {}),
  );
  const key = language === standard && !texts.has(language) && texts.has("default") ? "default" : language;
  if (words === "") texts.delete(key);
  else texts.set(key, words);
  return texts.size === 0 ? undefined : Object.fromEntries(texts);
}
