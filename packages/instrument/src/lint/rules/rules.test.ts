import { describe, expect, test } from "vitest";
import { type LintFiles, lint } from "../index.ts";
import { rules } from "./index.ts";

const yesNo = [
  { value: "yes", text: { lt: "Taip", en: "Yes" } },
  { value: "no", text: { lt: "Ne", en: "No" } },
];
const town = {
  type: "radiogroup",
  name: "town",
  title: { lt: "Ar čia gyvenate?", en: "Do you live here?" },
  choices: yesNo,
};

type Json = Readonly<Record<string, unknown>>;

/** An instrument of two languages with these elements; measures say what differs from the ordinary. */
function instrument(
  elements: readonly Json[],
  more: Json = {},
  measures: Readonly<Record<string, Json>> = {},
): LintFiles {
  const ordinary = {
    concept: "living here",
    domain: "housing",
    level: "nominal",
    purpose: "Indicator hou.01",
    dataClass: "ordinary",
  };
  const names = elements.flatMap(({ name, type }) =>
    typeof name === "string" && type !== "html" ? [name] : [],
  );
  return {
    manifest: {
      id: "tiny",
      version: "1.0.0",
      title: { lt: "Mažytis", en: "Tiny" },
      languages: ["lt", "en"],
      universe: { lt: "Niekas", en: "Nobody" },
      population: { minimumAge: 18, euCitizens: "out", residence: "permit" },
      licence: "MIT",
    },
    measures: { items: Object.fromEntries(names.map((name) => [name, { ...ordinary, ...measures[name] }])) },
    questionnaire: { clearInvisibleValues: "onHiddenContainer", pages: [{ name: "p1", elements }], ...more },
  };
}

function titled(title: Json | string, more: Json = {}): Json {
  return { ...town, title, ...more };
}

function choosing(choices: readonly unknown[], more: Json = {}): Json {
  return { ...town, choices, ...more };
}

const heard = (says: string) => ({
  number: 1,
  items: { town: { lt: { file: "town.lt.mp3", sha256: "0".repeat(64), says } } },
});
const long = "labai ".repeat(60).trim();
const words = { lt: "Ką dar norėtumėte pasakyti?", en: "What else would you like to say?" };

/** For every rule something it objects to, where, and the same put right. */
const cases: Readonly<Record<string, { wrong: LintFiles; path: string; right: LintFiles }>> = {
  "too-large": {
    wrong: instrument(Array.from({ length: 2600 }, (_, i) => ({ ...town, name: `q${i}` }))),
    path: "",
    right: instrument([town]),
  },
  unfit: { wrong: instrument([town, town]), path: "pages[0].elements[1].name", right: instrument([town]) },
  "unfit-name": {
    wrong: instrument([{ ...town, name: "live-here" }]),
    path: "pages[0].elements[0].name",
    right: instrument([{ ...town, name: "live_here" }]),
  },
  "statistics-names": {
    wrong: instrument([{ ...town, name: "with" }]),
    path: "pages[0].elements[0].name",
    right: instrument([{ ...town, name: "without" }]),
  },
  "without-effect": {
    wrong: instrument([{ ...town, visibleIf: "sumInArray({homes}, 'rooms', 'ours({rooms})') > 1" }]),
    path: "pages[0].elements[0].visibleIf",
    right: instrument([{ ...town, visibleIf: "sumInArray({homes}, 'rooms', '{rooms} > 1') > 1" }]),
  },
  "plan-refusal": {
    wrong: instrument([
      {
        type: "text",
        name: "code",
        title: words,
        maxLength: 9,
        validators: [{ type: "regex", regex: "^(a+)+$" }],
      },
    ]),
    path: "pages[0].elements[0].validators[0].regex",
    right: instrument([
      {
        type: "text",
        name: "code",
        title: words,
        maxLength: 9,
        validators: [{ type: "regex", regex: "^a+$" }],
      },
    ]),
  },
  "choices-by-url": {
    wrong: instrument([{ ...town, choicesByUrl: { url: "https://example.org/towns" } }]),
    path: "pages[0].elements[0].choicesByUrl",
    right: instrument([town]),
  },
  html: {
    wrong: instrument([
      town,
      { type: "html", name: "hello", html: { lt: "<p onclick=x()>Labas</p>", en: "<p>Hello</p>" } },
    ]),
    path: "pages[0].elements[1].html.lt",
    right: instrument([
      town,
      {
        type: "html",
        name: "hello",
        html: {
          lt: '<p>Labas <a href="https://a.lt">a</a></p>',
          en: '<p>Hello <a href="https://a.lt">a</a></p>',
        },
      },
    ]),
  },
  reasons: {
    wrong: instrument([town], {}, { town: { dataClass: "sensitive" } }),
    path: "reasons",
    right: {
      ...instrument([town], {}, { town: { dataClass: "sensitive" } }),
      reasons: {
        number: 1,
        reasons: [{ items: ["town"], text: { lt: "Lyginame vietas.", en: "We compare places." } }],
      },
    },
  },
  recordings: {
    wrong: { ...instrument([town]), recordings: heard("Ar čia gyvenote?") },
    path: "recordings.items.town.lt",
    right: { ...instrument([town]), recordings: heard("Ar čia gyvenate? Taip. Ne.") },
  },
  unreachable: {
    wrong: instrument([
      town,
      {
        ...titled({ lt: "Ar dirbate?", en: "Do you work?" }),
        name: "works",
        visibleIf: "{town} = 'yes' and {town} = 'no'",
      },
    ]),
    path: "pages[0].elements[1]",
    right: instrument([
      town,
      {
        ...titled({ lt: "Ar dirbate?", en: "Do you work?" }),
        name: "works",
        visibleIf: "{town} = 'yes' or {town} = 'no'",
      },
    ]),
  },
  "later-item": {
    wrong: instrument([
      { ...town, visibleIf: "{works} = 'yes'" },
      { ...town, name: "works" },
    ]),
    path: "pages[0].elements[0].visibleIf",
    right: instrument([town, { ...town, name: "works", visibleIf: "{town} = 'yes'" }]),
  },
  "no-options": {
    wrong: instrument([choosing([])]),
    path: "pages[0].elements[0]",
    right: instrument([town]),
  },
  "similar-codes": {
    wrong: instrument([choosing([...yesNo, { value: "Yes", text: { lt: "Tikrai taip", en: "Certainly" } }])]),
    path: "pages[0].elements[0]",
    right: instrument([town]),
  },
  "missing-code": {
    wrong: instrument([choosing([...yesNo, { value: "unsure", text: { lt: "Nežinau", en: "Don’t know" } }])]),
    path: "pages[0].elements[0]",
    right: instrument([
      choosing([...yesNo, { value: "dont-know", text: { lt: "Nežinau", en: "Don’t know" } }]),
    ]),
  },
  purpose: {
    wrong: instrument([town], {}, { town: { purpose: "n/a" } }),
    path: "measures.items.town.purpose",
    right: instrument([town]),
  },
  "open-text-class": {
    wrong: instrument([{ type: "comment", name: "wish", title: words }]),
    path: "pages[0].elements[0]",
    right: instrument(
      [{ type: "comment", name: "wish", title: words }],
      {},
      { wish: { dataClass: "open-text" } },
    ),
  },
  "required-sensitive": {
    wrong: instrument([{ ...town, isRequired: true }], {}, { town: { dataClass: "special-category" } }),
    path: "pages[0].elements[0].isRequired",
    right: instrument([town], {}, { town: { dataClass: "special-category" } }),
  },
  "missing-translation": {
    wrong: instrument([titled({ lt: "Ar čia gyvenate?" })]),
    path: "pages[0].elements[0].title.en",
    right: instrument([town]),
  },
  "stale-translation": {
    wrong: {
      ...instrument([town]),
      translations: [
        {
          number: 1,
          source: "lt",
          languages: {
            en: { "town:title": { text: "Do you live here?", source: "0".repeat(64), state: "reviewed" } },
          },
        },
      ],
    },
    path: "pages[0].elements[0].title.en",
    right: instrument([town]),
  },
  "translation/placeholder": {
    wrong: instrument([
      town,
      { ...titled({ lt: "Ar {town} patinka?", en: "Do you like it?" }), name: "likes" },
    ]),
    path: "pages[0].elements[1].title.en",
    right: instrument([
      town,
      { ...titled({ lt: "Ar {town} patinka?", en: "Do you like {town}?" }), name: "likes" },
    ]),
  },
  "translation/numeral": {
    wrong: instrument([
      titled({ lt: "Ar per 12 mėnesių persikraustėte?", en: "Have you moved in the last 6 months?" }),
    ]),
    path: "pages[0].elements[0].title.en",
    right: instrument([
      titled({ lt: "Ar per 12 mėnesių persikraustėte?", en: "Have you moved in the last 12 months?" }),
    ]),
  },
  "translation/answer-list": {
    wrong: instrument([
      town,
      { ...town, name: "works" },
      {
        ...choosing([
          { value: "yes", text: { lt: "Taip", en: "No" } },
          { value: "no", text: { lt: "Ne", en: "Yes" } },
        ]),
        name: "votes",
      },
    ]),
    path: "pages[0].elements[2].choices[0].text.en",
    right: instrument([town, { ...town, name: "works" }, { ...town, name: "votes" }]),
  },
  "double-barrelled": {
    wrong: instrument([
      titled({
        lt: "Ar esate patenkinti būstu ir/ar darbu?",
        en: "Are you satisfied with your home and/or work?",
      }),
    ]),
    path: "pages[0].elements[0].title.lt",
    right: instrument([
      titled({ lt: "Ar esate patenkinti būstu?", en: "Are you satisfied with your home?" }),
    ]),
  },
  "leading-wording": {
    wrong: instrument([titled({ lt: "Juk čia gera gyventi?", en: "Don’t you like living here?" })]),
    path: "pages[0].elements[0].title.en",
    right: instrument([
      titled({ lt: "Ar čia gyventi gera, ar bloga?", en: "Is it good or bad to live here?" }),
    ]),
  },
  "light-first-page": {
    wrong: instrument([town, { ...town, name: "there", visibleIf: "{town} = 'yes'" }]),
    path: "pages[0].elements[1].visibleIf",
    right: instrument([town]),
  },
  "long-interview": {
    wrong: instrument(
      Array.from({ length: 40 }, (_, i) => ({ type: "comment", name: `wish${i}`, title: words })),
    ),
    path: "",
    right: instrument([town]),
  },
  "long-sentence": {
    wrong: instrument([titled({ lt: long, en: "Do you live here?" })]),
    path: "pages[0].elements[0].title.lt",
    right: instrument([town]),
  },
  "long-text": {
    wrong: instrument([titled({ lt: long, en: "Do you live here?" })]),
    path: "pages[0].elements[0].title.lt",
    right: instrument([town]),
  },
  "wide-matrix": {
    wrong: instrument([
      { type: "matrix", name: "m", title: words, columns: [1, 2, 3, 4, 5, 6, 7, 8], rows: ["1"] },
    ]),
    path: "pages[0].elements[0]",
    right: instrument([{ type: "matrix", name: "m", title: words, columns: [1, 2, 3, 4, 5], rows: ["1"] }]),
  },
};

/** The translation room tests these checks beside their code. */
const testedElsewhere = ["tag", "direction", "link", "length", "residue", "ending", "space"].map(
  (id) => `translation/${id}`,
);

describe("every rule objects to what is wrong, at its place, and to nothing that is put right", () => {
  test.each(Object.entries(cases))("%s", (rule, { wrong, path, right }) => {
    const found = lint(wrong).filter((finding) => finding.rule === rule);
    expect(found.map((finding) => finding.path)).toContain(path);
    for (const { message, advice } of found) expect(`${message} ${advice}`).toMatch(/^\S.{10,}/);
    expect(lint(right).filter((finding) => finding.rule === rule)).toEqual([]);
  });

  test("the notice is translated too, and named by its file", () => {
    const notice = { number: 1, title: { lt: "Apie tyrimą" }, points: [], consent: {} };
    expect(lint({ ...instrument([town]), notice }).map(({ path }) => path)).toEqual(["notice.title.en"]);
  });

  test("a reason that misses a language, and reasons and recordings of no item, are named", () => {
    const reasons = { number: 1, reasons: [{ items: ["gone"], text: { lt: "Taip." } }] };
    const recordings = { number: 1, items: { gone: heard("Ar?").items.town } };
    const found = lint({ ...instrument([town]), reasons, recordings });
    expect(found.map(({ path, severity }) => [path, severity])).toEqual(
      expect.arrayContaining([
        ["reasons.reasons[0].items", "error"],
        ["reasons.reasons[0].text", "warning"],
        ["recordings.items.gone", "error"],
      ]),
    );
  });

  test("no rule is left without an example", () => {
    const ids = rules.map(({ id }) => id).filter((id) => !testedElsewhere.includes(id));
    expect(ids.filter((id) => !Object.hasOwn(cases, id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("a questionnaire put right gives no finding at all", () => {
    expect(lint(instrument([town]))).toEqual([]);
  });
});
