import { describe, expect, test } from "vitest";
import { statusIn, translationStatus } from "../status.ts";
import { checkTranslations, translationChecks } from "./findings.ts";

function objections(source: string, target: string, language = "uk", sourceLanguage = "en"): string[] {
  return translationChecks.flatMap((one) =>
    [...one.check({ source, target, sourceLanguage, language })].map(() => one.id),
  );
}

describe("what a machine can see in a translation", () => {
  test.each([
    ["a lost placeholder", "How old is {panel.name}?", "Скільки років?", "placeholder"],
    ["an added placeholder", "How old are you?", "Скільки вам {age} років?", "placeholder"],
    ["a changed placeholder of a program", "Page %1$s", "Сторінка %2$s", "placeholder"],
    ["a lost tag", "Read <b>all</b> of it.", "Прочитайте все.", "tag"],
    ["another number", "In the last 12 months", "За останні 6 місяців", "numeral"],
    [
      "a changed address",
      "See https://example.org/a for more.",
      "Див. https://example.org/b для деталей.",
      "link",
    ],
    [
      "half a question",
      "How satisfied are you with the health services where you live, all in all?",
      "Чи задоволені?",
      "length",
    ],
    [
      "an untranslated sentence",
      "Choose the place where you live.",
      "Choose the place where you live.",
      "residue",
    ],
    ["Latin letters left over", "Your municipality office", "Ваш municipality офіс", "residue"],
    ["a Latin letter inside a Cyrillic word", "Other", "Iнше", "residue"],
    ["a question without its mark", "Where do you live?", "Де ви живете", "ending"],
    ["a statement with a question mark", "Where you live", "Де ви живете?", "ending"],
    ["a space at the end", "Yes", "Так ", "space"],
  ])("%s is found", (_what, source, target, check) => {
    expect(objections(source, target)).toContain(check);
  });

  test("words of the source language inside a translation in Latin letters are found", () => {
    expect(
      objections(
        "Kur jūs gyvenate ir kas su jumis gyvena?",
        "Where jūs live ir who lives with you?",
        "en",
        "lt",
      ),
    ).toContain("residue");
  });

  test.each([
    ["digits of another script", "In the last 12 months", "در ۱۲ ماه گذشته", "fa"],
    ["a grouped number in another custom", "More than 1,000 euros", "Понад 1000 євро", "uk"],
    [
      "a name kept in brackets",
      "Permanent residence permit",
      "Посвідка на проживання (leidimas gyventi)",
      "uk",
    ],
    ["an abbreviation of the source", "Did you pay SODRA?", "Чи платили ви SODRA?", "uk"],
    ["an Arabic question mark", "Where do you live?", "أين تعيش؟", "ar"],
    ["an Armenian question mark inside the sentence", "Where do you live?", "Որտե՞ղ եք ապրում։", "hy"],
    ["a Greek question mark", "Where do you live?", "Πού ζείτε;", "el"],
    ["a range of ages that needs no words", "18–29", "18–29", "uk"],
    ["a name that is the same everywhere", "Lietuva", "Lietuva", "pl"],
  ])("%s is fine", (_what, source, target, language) => {
    expect(objections(source, target, language)).toEqual([]);
  });

  test("an invisible mark of direction that is not closed is found", () => {
    expect(objections("Yes", "\u2067نعم", "ar")).toContain("direction");
    expect(objections("Yes", "\u2067نعم\u2069", "ar")).toEqual([]);
    expect(objections("Yes", "Так\u200f", "uk")).toContain("direction");
  });

  test("texts made to keep a program busy are read like others", () => {
    const hostile = ["{", "(", "<a", "1 ", "a@", " ", ";"].map((part) => part.repeat(2_000)).join("");
    expect(objections(hostile, "Так")).toContain("length");
    expect(objections("Yes", hostile)).toContain("residue");
  });
});

describe("what a machine can see in a list of answers", () => {
  const list = (name: string, texts: readonly [string, string | undefined][]) => ({
    type: "radiogroup",
    name,
    choices: texts.map(([en, uk], i) => ({ value: i, text: uk === undefined ? { en } : { en, uk } })),
  });
  const findings = (...elements: object[]) => {
    const status = translationStatus({
      questionnaire: { pages: [{ name: "p", elements }] },
      sourceLanguage: "en",
    });
    return checkTranslations(statusIn(status, "uk"), "en").map(({ key, message }) => `${key} ${message}`);
  };

  test("two answers with the same words cannot be told apart", () => {
    expect(
      findings(
        list("q", [
          ["Often", "Часто"],
          ["Very often", "Часто"],
        ]),
      ),
    ).toEqual(['q/choices/1:text The same words as for "Often".']);
  });

  test("an answer that is missing among translated ones is named", () => {
    expect(
      findings(
        list("q", [
          ["Yes", "Так"],
          ["No", undefined],
        ]),
      ),
    ).toEqual(["q/choices/1:text The other answers of this list are translated."]);
  });

  test("a scale that is turned around stands out against the others", () => {
    const right: [string, string][] = [
      ["Bad", "Погано"],
      ["Good", "Добре"],
    ];
    const turned: [string, string][] = [
      ["Bad", "Добре"],
      ["Good", "Погано"],
    ];
    expect(findings(list("a", right), list("b", right), list("c", turned))).toEqual([
      "c/choices/0:text The low end of this list stands first in the source and last here: each code would mean the opposite.",
      'c/choices/0:text Elsewhere the same answer is "Погано".',
      'c/choices/1:text Elsewhere the same answer is "Добре".',
    ]);
  });

  test("a scale whose ends stand the other way round is found where it is the only one", () => {
    const ends: [string, string][] = [
      ["Strongly disagree", "Повністю погоджуюся"],
      ["Neither", "Ні те, ні інше"],
      ["Strongly agree", "Зовсім не погоджуюся"],
    ];
    expect(findings(list("q", ends))).toEqual([
      "q/choices/0:text The low end of this list stands first in the source and last here: each code would mean the opposite.",
    ]);
    const right = ends.map(([en], i): [string, string] => [en, ends[2 - i]?.[1] ?? ""]);
    expect(findings(list("q", right))).toEqual([]);
  });
});
