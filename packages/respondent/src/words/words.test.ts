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
    if (language === "uk" || language === "ru")
      expect(text.replace(/\{0\}|\d/g, ""), name).not.toMatch(/[A-Za-z]/);
  }
});

test("each language is called by its own name", () => {
  expect(written.map(endonym)).toEqual(["Lietuvių", "English", "Українська", "Русский"]);
});

test("a text that is missing in a language is shown in one that exists, not left out", () => {
  expect(inLanguage({ lt: "Taip", default: "Taip" }, "uk")).toBe("Taip");
});
