import { isObject } from "../../definition/json.ts";

/** A text in the language of the survey, as a fresh model shows it; "" where there is none. */
export function wordsOf(text: unknown, locale = ""): string {
  if (typeof text === "string") return text;
  if (!isObject(text)) return "";
  const words = (locale === "" ? undefined : text[locale]) ?? text.default ?? text.en;
  return typeof words === "string" ? words : "";
}
