import { describe, expect, test } from "vitest";
import {
  applyTranslations,
  foldRecords,
  isComplete,
  noTranslations,
  readTranslations,
  readyFor,
  recordBaseline,
  statusIn,
  type Translations,
  translationStatus,
  unitsOf,
} from "./index.ts";

const tenure = {
  type: "radiogroup",
  name: "tenure",
  title: { en: "How do you live?", uk: "Як ви живете?" },
  choices: [
    { value: "rent", text: { en: "I rent", uk: "Орендую" } },
    { value: "own", text: { en: "I own", uk: "Маю своє" } },
  ],
};
const rooms = { type: "text", name: "rooms", title: { en: "How many rooms?", uk: "Скільки кімнат?" } };
const onPages = (...pages: object[][]) => ({
  locale: "en",
  pages: pages.map((elements, i) => ({ name: `p${i}`, elements })),
});
const home = onPages([tenure, rooms]);

/** Everything that stands in the questionnaire, recorded as reviewed. */
function reviewed(questionnaire: unknown): Translations {
  const languages = recordBaseline(translationStatus({ questionnaire }), "reviewed");
  return foldRecords([{ number: 1, source: "en", languages }]);
}

const standing = (questionnaire: unknown, translations: Translations) =>
  Object.fromEntries(
    statusIn(translationStatus({ questionnaire }, translations), "uk").strings.map(
      ({ unit, standing, state }) => [unit.key, standing === "current" ? state : standing],
    ),
  );

describe("texts are known by what they are, not by where they stand", () => {
  test("every text has its own name, and its place", () => {
    expect(unitsOf({ questionnaire: home }).map(({ key, path }) => [key, path])).toEqual([
      ["tenure:title", "pages[0].elements[0].title"],
      ["tenure/choices/rent:text", "pages[0].elements[0].choices[0].text"],
      ["tenure/choices/own:text", "pages[0].elements[0].choices[1].text"],
      ["rooms:title", "pages[0].elements[1].title"],
    ]);
  });

  test("moving an item to another page or panel, and its answers to another order, keeps its translations", () => {
    const turned = { ...tenure, choices: [...tenure.choices].reverse() };
    const moved = onPages([rooms], [{ type: "panel", name: "box", elements: [turned] }]);
    expect(standing(moved, reviewed(home))).toEqual(standing(home, reviewed(home)));
  });

  test("a renamed answer and a renamed item keep their translations while words and place agree", () => {
    const [rent, own] = tenure.choices;
    const renamed = onPages([
      { ...tenure, choices: [{ ...rent, value: "renting" }, own] },
      { ...rooms, name: "room_count" },
    ]);
    expect(standing(renamed, reviewed(home))).toEqual({
      "tenure:title": "reviewed",
      "tenure/choices/renting:text": "reviewed",
      "tenure/choices/own:text": "reviewed",
      "room_count:title": "reviewed",
    });
  });

  test("items of the same name, and names made of the signs of keys, are told apart", () => {
    const odd = onPages([rooms, rooms, { ...rooms, name: "a/b:c~2@page" }, { ...rooms, name: "__proto__" }]);
    const keys = unitsOf({ questionnaire: odd }).map(({ key }) => key);
    expect(keys).toEqual(["rooms:title", "rooms~2:title", "a%2Fb%3Ac%7E2%40page:title", "__proto__:title"]);
  });

  test("parts of matrices, lists of entries and validators have names", () => {
    const questionnaire = onPages([
      {
        type: "matrix",
        name: "m",
        columns: [{ value: 1, text: "Yes" }],
        rows: [{ value: "r", text: "Row" }],
        validators: [
          { type: "expression", expression: "1", text: "One" },
          { type: "expression", expression: "2", text: "Two" },
        ],
      },
      { type: "paneldynamic", name: "d", templateElements: [{ type: "text", name: "t", title: "T" }] },
    ]);
    expect(unitsOf({ questionnaire }).map(({ key }) => key)).toEqual([
      "m/columns/1:text",
      "m/rows/r:text",
      "m/validators/expressionvalidator:text",
      "m/validators/expressionvalidator~2:text",
      "d/t:title",
    ]);
  });

  test("a notice's texts outlive its number", () => {
    const notice = {
      number: 3,
      title: { en: "Before" },
      points: [{ heading: { en: "Who" }, detail: { en: "We" } }],
    };
    expect(unitsOf({ questionnaire: {}, notice }).map(({ key, source }) => [key, source])).toEqual([
      ["@notice:title", "Before"],
      ["@notice/points/0:heading", "Who"],
      ["@notice/points/0:detail", "We"],
    ]);
  });

  test.each([
    ["nothing", undefined],
    ["a number", 5],
    ["a list", []],
    ["pages that are none", { pages: "x" }],
  ])("%s has no texts", (_what, questionnaire) => {
    expect(unitsOf({ questionnaire })).toEqual([]);
  });
});

describe("languages", () => {
  test("a plain string and a default speak the source language", () => {
    const foreign = {
      pages: [
        {
          name: "p",
          elements: [
            { type: "text", name: "q", title: "Hi" },
            { type: "text", name: "r", title: { default: "Ho", de: "Hü" } },
          ],
        },
      ],
    };
    const { sourceLanguage, languages } = translationStatus({ questionnaire: foreign });
    expect(sourceLanguage).toBe("en");
    expect(languages.map(({ language, missing }) => [language, missing])).toEqual([
      ["en", 0],
      ["de", 1],
    ]);
  });

  test("beside a text in the source language, a default is English", () => {
    const title = { default: "Name", lt: "Vardas" };
    const { languages } = translationStatus({
      questionnaire: { locale: "lt", pages: [{ name: "p", elements: [{ type: "text", name: "q", title }] }] },
    });
    expect(languages.map(({ language, strings: [first] }) => [language, first?.text])).toEqual([
      ["lt", "Vardas"],
      ["en", "Name"],
    ]);
  });

  test("an answer without a text shows its value, and can be translated", () => {
    const questionnaire = onPages([{ type: "radiogroup", name: "q", choices: ["Yes", 2, "no|No, never"] }]);
    const units = unitsOf({ questionnaire });
    expect(units.map(({ key, source }) => [key, source])).toEqual([
      ["q/choices/Yes:text", "Yes"],
      ["q/choices/no:text", "No, never"],
    ]);
    const done = applyTranslations(
      questionnaire,
      units.map((unit) => ({ unit, language: "uk", text: `${unit.source}!` })),
      "en",
    );
    expect(done).toEqual(
      onPages([
        {
          type: "radiogroup",
          name: "q",
          choices: [
            { value: "Yes", text: { default: "Yes", uk: "Yes!" } },
            2,
            { value: "no", text: { default: "No, never", uk: "No, never!" } },
          ],
        },
      ]),
    );
  });
});

describe("what a changed source does", () => {
  const changed = onPages([{ ...tenure, title: { ...tenure.title, en: "How do you live now?" } }, rooms]);

  test("a source sentence that changes makes exactly its translations stale, and loses none", () => {
    expect(standing(changed, reviewed(home))).toEqual({
      ...standing(home, reviewed(home)),
      "tenure:title": "stale",
    });
    const uk = statusIn(translationStatus({ questionnaire: changed }, reviewed(home)), "uk");
    expect(uk.strings[0]?.text).toBe("Як ви живете?");
    expect([uk.stale, uk.missing, uk.states.reviewed]).toEqual([1, 0, 3]);
  });

  test("a text that leaves the questionnaire is remembered, and known again when it comes back", () => {
    const without = onPages([tenure]);
    const status = translationStatus({ questionnaire: without }, reviewed(home));
    expect(status.orphans).toEqual([{ language: "uk", key: "rooms:title" }]);
    expect(standing(home, reviewed(home))["rooms:title"]).toBe("reviewed");
  });

  test("a translation changed elsewhere is a first draft again", () => {
    const elsewhere = onPages([{ ...tenure, title: { ...tenure.title, uk: "Як живете?" } }, rooms]);
    expect(standing(elsewhere, reviewed(home))["tenure:title"]).toBe("draft 1");
    expect(statusIn(translationStatus({ questionnaire: elsewhere }, reviewed(home)), "uk").edited).toBe(1);
  });
});

describe("what a language may be used for", () => {
  const gates = (questionnaire: unknown, translations: Translations, language = "uk") => {
    const status = statusIn(translationStatus({ questionnaire }, translations), language);
    return (["publish", "pilot", "field"] as const).map((gate) => readyFor(gate, status).ready);
  };
  const recordedAs = (state: "draft 1" | "pretested" | "frozen") =>
    foldRecords([
      {
        number: 1,
        source: "en",
        languages: recordBaseline(translationStatus({ questionnaire: home }), state),
      },
    ]);

  test.each([
    ["a language without a text", "pl", noTranslations, [false, false, false]],
    ["first drafts", "uk", recordedAs("draft 1"), [true, true, false]],
    ["pretested texts", "uk", recordedAs("pretested"), [true, true, true]],
    ["frozen texts", "uk", recordedAs("frozen"), [true, true, true]],
    ["the source language", "en", noTranslations, [true, true, true]],
  ] as const)("%s", (_what, language, translations, expected) => {
    expect(gates(home, translations, language)).toEqual(expected);
  });

  test("a pilot that fields drafts says so", () => {
    const status = statusIn(translationStatus({ questionnaire: home }), "uk");
    expect(readyFor("pilot", status)).toEqual({ ready: true, reasons: [], keys: [], onTrial: true });
  });

  test("one stale text stops every gate and is named", () => {
    const changed = onPages([{ ...tenure, title: { ...tenure.title, en: "Changed?" } }, rooms]);
    const status = statusIn(translationStatus({ questionnaire: changed }, recordedAs("frozen")), "uk");
    expect(isComplete(status)).toBe(false);
    expect(readyFor("publish", status)).toEqual({
      ready: false,
      reasons: ["1 text in uk is older than its source."],
      keys: ["tenure:title"],
      onTrial: false,
    });
  });
});

describe("records", () => {
  test("later records replace what earlier ones say about the same text", () => {
    const string = { text: "A", source: "0".repeat(64), state: "draft 1" };
    const record = (number: number, state: string) => ({
      number,
      source: "en",
      languages: { uk: { k: { ...string, state } } },
    });
    const { translations, problems } = readTranslations([record(1, "draft 1"), record(2, "reviewed")]);
    expect(problems).toEqual([]);
    expect(translations.get("uk")?.get("k")?.state).toBe("reviewed");
  });

  test.each([
    ["no object", 5],
    [
      "an unknown state",
      {
        number: 1,
        source: "en",
        languages: { uk: { k: { text: "A", source: "0".repeat(64), state: "done" } } },
      },
    ],
  ])("%s is a problem with its place", (_what, file) => {
    expect(readTranslations([file]).problems[0]?.path).toMatch(/^translations\/1\.json/);
  });
});

test("forty languages are told apart", () => {
  const codes = Array.from(
    { length: 40 },
    (_, i) => `x${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(97 + Math.floor(i / 26))}`,
  );
  const title = Object.fromEntries([["en", "Where?"], ...codes.map((code) => [code, `Where in ${code}?`])]);
  const questionnaire = onPages([{ type: "text", name: "q", title }]);
  const translations = reviewed(questionnaire);
  const changed = onPages([{ type: "text", name: "q", title: { ...title, en: "Where now?" } }]);
  const status = translationStatus({ questionnaire: changed }, translations);
  expect(status.languages).toHaveLength(41);
  expect(status.languages.filter(({ stale }) => stale === 1)).toHaveLength(40);
});
