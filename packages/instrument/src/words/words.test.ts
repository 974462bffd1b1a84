import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { endonym, inLanguage, wordsIn, written } from "./index.ts";

const said = (language: string) =>
  Object.entries(wordsIn(language)).map(([name, words]) => ({
    name,
    text: typeof words === "string" ? words : String(words(2, 9)),
  }));

test.each(written)("in %s nothing is empty, shouted or left in English", (language) => {
  for (const { name, text } of said(language)) {
    expect(text.trim(), name).not.toBe("");
    expect(text, name).not.toContain("!");
    if (["uk", "ru", "be", "ar", "tg"].includes(language))
      expect(text.replace(/\{0\}|\d/g, ""), name).not.toMatch(/[A-Za-z]/);
  }
});

test("each language is called by its own name", () => {
  expect(written.map(endonym)).toEqual([
    ...["Lietuvių", "English", "Українська", "Русский"],
    ...["Беларуская", "العربية", "Oʻzbekcha", "Тоҷикӣ"],
  ]);
});

test("placeholders are the same in every language", () => {
  const places = (language: string) =>
    said(language).map(({ name, text }) => [name, text.match(/\{\d\}/g)?.join()]);
  for (const language of written) expect(places(language)).toEqual(places("en"));
});

test("every letter the application says has a font of its own house", () => {
  const styles = readFileSync(new URL("../../../respondent/src/frame/type.css", import.meta.url), "utf8");
  const ranges = [...styles.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(([, from = "", to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ]);
  const isServed = (sign: string) =>
    ranges.some(
      ([from = 0, to = 0]) => from <= (sign.codePointAt(0) ?? 0) && (sign.codePointAt(0) ?? 0) <= to,
    );
  const letters = new Set(written.flatMap((language) => said(language).flatMap(({ text }) => [...text])));
  expect([...letters].filter((letter) => !isServed(letter) && !/\s/.test(letter))).toEqual([]);
});

test("a Lithuanian name in brackets keeps its direction inside Arabic, and nowhere else is anything added", () => {
  const texts = {
    ar: "دائرة الهجرة (Migracijos departamentas).",
    uk: "Департамент (Migracijos departamentas)",
  };
  expect(inLanguage(texts, "ar")).toBe("دائرة الهجرة (\u2068Migracijos departamentas\u2069).");
  expect(inLanguage(texts, "uk")).toBe(texts.uk);
});

test("a text that is missing in a language is shown in one that exists, not left out", () => {
  expect(inLanguage({ lt: "Taip", default: "Taip" }, "uk")).toBe("Taip");
});
