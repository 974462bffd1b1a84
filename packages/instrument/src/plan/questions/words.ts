import { isObject } from "../../definition/json.ts";

/** A text in survey-core's own language, as a fresh model shows it; "" where there is none. */
export function wordsOf(text: unknown): string {
  if (typeof text === "string") return text;
  if (!isObject(text)) return "";
  const words = text.default ?? text.en;
  return typeof words === "string" ? words : "";
}
