import { directionOf } from "@tiltas/instrument/words";
import { surveyLocalization } from "survey-core";
import { describe, expect, test } from "vitest";
import { editorKeys, interfaceKeys } from "./keys.ts";
import { learnStrings, placeholdersIn } from "./learn.ts";
import { ours } from "./ours.ts";
import { corrected, shipped } from "./shipped.ts";

const english: Record<string, string> = surveyLocalization.locales.en;
const spoken = [...new Set([...ours.keys(), ...shipped.keys()])].sort();

async function stringsIn(language: string): Promise<Record<string, string>> {
  expect(await learnStrings(language)).toBe(true);
  return surveyLocalization.locales[language];
}

test("the list of interface strings is that of this survey-core, without what only editors show", () => {
  const known = [...interfaceKeys, ...editorKeys].sort();
  expect(known).toEqual(Object.keys(english).sort());
});

describe.each([...ours.keys()])("our own words in %s", (language) => {
  test("leave no string out and none in English", async () => {
    const strings = await stringsIn(language);
    expect(interfaceKeys.filter((key) => !strings[key]?.trim())).toEqual([]);
    expect(interfaceKeys.filter((key) => strings[key] === english[key])).toEqual(["rowNameTemplateTitle"]);
  });

  test("are written in one script", async () => {
    const letters = Object.entries(await stringsIn(language))
      .filter(([key]) => key !== "fileSizeUnits")
      .map(([, text]) => text.replace(/\{[^{}]*\}/g, ""))
      .join(" ");
    const own = { be: "Cyrillic", ky: "Cyrillic", tg: "Cyrillic", ur: "Arabic" }[language] ?? "Latin";
    const foreign = letters
      .match(/\p{L}/gu)
      ?.filter((letter) => !new RegExp(`\\p{Script=${own}}|\\p{Lm}`, "u").test(letter));
    expect(foreign).toEqual([]);
  });
});

describe.each(spoken)("words of the interface in %s", (language) => {
  test("keep every placeholder of English", async () => {
    const strings = await stringsIn(language);
    expect(
      interfaceKeys.filter((key) => placeholdersIn(strings[key]) !== placeholdersIn(english[key])),
    ).toEqual([]);
  });

  test("run in the direction of the language", async () => {
    await stringsIn(language);
    const direction = surveyLocalization.localeDirections[language] ?? "ltr";
    expect(direction).toBe(directionOf(language));
    expect(direction === "rtl").toBe(["ar", "fa", "he", "ur"].includes(language));
  });
});

test.each([...corrected])("corrections in %s are of strings that survey-core has", async (language, load) => {
  const { corrections } = await load();
  expect(shipped.has(language) && !ours.has(language)).toBe(true);
  for (const [key, text] of Object.entries(corrections))
    expect(`${key} ${placeholdersIn(text)}`).toBe(`${key} ${placeholdersIn(english[key])}`);
});

test("a language nobody has written stays English, and says so", async () => {
  expect(await learnStrings("tlh")).toBe(false);
  expect(surveyLocalization.getString("pageNextText", "tlh")).toBe(english.pageNextText);
});

test("Lithuanian counts forwards", async () => {
  await learnStrings("lt");
  expect(surveyLocalization.getString("indexText", "lt")).toBe("{0} iš {1}");
});
