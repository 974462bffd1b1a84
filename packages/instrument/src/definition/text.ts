import type { Localized } from "./item.ts";
import { isObject, type JsonObject } from "./json.ts";
import type { Findings } from "./refusal.ts";

/**
 * Texts by language. A plain string stands for every language; in an object, "default" is what a language without
 * a text of its own shows.
 */
export function readText(
  value: unknown,
  languages: readonly string[],
  path: string,
  findings: Findings,
): Localized {
  if (typeof value === "string") {
    const text = plain(value, path, findings);
    return Object.fromEntries(["default", ...languages].map((language) => [language, text]));
  }
  if (!isObject(value)) {
    findings.add(path, "A text is expected here: a string, or an object with one string by language.");
    return {};
  }
  const texts: Record<string, string> = {};
  for (const [language, text] of Object.entries(value)) {
    if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$|^default$/.test(language))
      findings.add(`${path}.${language}`, "This is no language code.");
    else if (typeof text !== "string") findings.add(`${path}.${language}`, "A string is expected here.");
    else texts[language] = plain(text, `${path}.${language}`, findings);
  }
  const shown =
    texts.default ?? languages.map((language) => texts[language]).find((text) => text !== undefined);
  return shown === undefined ? texts : { default: shown, ...texts };
}

/** Words around an item that respondents read too. */
const around = [
  "completeText",
  "description",
  "maxErrorText",
  "maxRateDescription",
  "minErrorText",
  "minRateDescription",
  "navigationTitle",
  "pageNextText",
  "pagePrevText",
  "placeholder",
  "previewText",
  "requiredErrorText",
];

/** Checks the texts of an element that are shown and not kept in items. */
export function checkTextsAround(element: JsonObject, path: string, findings: Findings): void {
  for (const property of around) {
    if (element[property] !== undefined)
      readText(element[property], [], path === "" ? property : `${path}.${property}`, findings);
  }
}

function plain(text: string, path: string, findings: Findings): string {
  if (/\{[^}]*[A-Za-z][^}]*\}/.test(text))
    findings.add(path, "Text with {names} in braces would show answers inside a question; write it out.");
  return text;
}
