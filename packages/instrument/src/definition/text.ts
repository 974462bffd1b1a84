import type { Localized } from "./item.ts";
import { isList, isObject } from "./json.ts";
import { type OutlineNode, propertyOf } from "./outline.ts";
import { at } from "./place.ts";
import type { Findings } from "./refusal.ts";

/**
 * Texts by language. A plain string stands for every language; in an object, "default" is what a language without
 * a text of its own shows.
 */
export function readText(value: unknown, languages: readonly string[]): Localized {
  if (!isObject(value)) return inAll(String(value ?? ""), languages);
  const texts = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const byLanguage = new Map(texts);
  const shown =
    byLanguage.get("default") ??
    languages.map((one) => byLanguage.get(one)).find((text) => text !== undefined);
  return Object.fromEntries(shown === undefined ? texts : [["default", shown], ...texts]);
}

/** The same words in every language. */
export function inAll(text: string, languages: readonly string[]): Localized {
  return Object.fromEntries(["default", ...languages].map((language) => [language, text]));
}

/** Objects to everything that stands where words are expected and is none. */
export function checkTexts(node: OutlineNode, findings: Findings): void {
  for (const [key, value] of Object.entries(node.json)) {
    if (!propertyOf(node, key)?.localizable || isWords(value)) continue;
    const path = at(node.path, key);
    if (!isObject(value))
      findings.add(path, "A text is expected here: a string, or an object with one string by language.");
    else
      for (const [language, text] of Object.entries(value))
        if (!isWords(text)) findings.add(at(path, language), "A string is expected here.");
  }
}

function isWords(value: unknown): boolean {
  return value === null || ["string", "number", "boolean"].includes(typeof value) || isList(value);
}
