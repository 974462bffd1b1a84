import { describe, expect, test } from "vitest";
import { type Instrument, itemWithRole, readInstrument } from "../definition/index.ts";
import { type Answers, compileConditions, compilePlan, preparePlan } from "../plan/index.ts";
import { type MarginRow, MarginsMisfitError, type SimulatedResponse, simulate } from "./index.ts";

const codes = Array.from({ length: 12 }, (_, i) => String(11 + i));
const measure = {
  concept: "c",
  domain: "belonging",
  level: "nominal",
  purpose: "a test",
  dataClass: "ordinary",
};
const choice = (name: string, choices: unknown[], more: object = {}) => ({
  type: "radiogroup",
  name,
  choices,
  ...more,
});
const missing = ["dont-know", "refused"];

/** All kinds of items, with routing. */
const instrument: Instrument = readInstrument({
  manifest: {
    id: "tiny-simulation",
    version: "1.0.0",
    title: { en: "Tiny" },
    languages: ["lt", "en", "uk", "ru"],
    universe: { en: "Nobody" },
    population: { minimumAge: 18, euCitizens: "out", residence: "permit" },
    licence: "MIT",
  },
  questionnaire: {
    clearInvisibleValues: "onHiddenContainer",
    pages: [
      {
        name: "design",
        elements: [
          choice("place", codes),
          choice("citizenship", ["ukr", "blr"]),
          choice("sex", ["female", "male", "refused"]),
          choice("ground", ["work", "family", "refused"]),
        ],
      },
      {
        name: "rest",
        elements: [
          choice("works", ["yes", "no", ...missing]),
          choice("contract", ["written", "none"], { visibleIf: "{works} = 'yes'" }),
          {
            type: "checkbox",
            name: "help",
            choices: ["friends", "office"],
            showNoneItem: true,
            noneText: "Nobody",
          },
          { type: "matrix", name: "contact", rows: ["near", "far"], columns: [1, 2, 3, 4, "dont-know"] },
          { type: "rating", name: "life", rateMin: 0, rateMax: 10 },
          { type: "text", inputType: "number", name: "rooms", min: 1, max: 20 },
          choice("rooms_missing", missing, { visibleIf: "{rooms} empty" }),
          { type: "comment", name: "wish" },
        ],
      },
    ],
  },
  measures: {
    items: {
      place: { ...measure, role: "municipality" },
      citizenship: { ...measure, role: "citizenship" },
      sex: { ...measure, role: "sex" },
      ground: { ...measure, role: "residence-ground" },
      rooms_missing: { ...measure, role: "missing-reason", explains: "rooms" },
      ...Object.fromEntries(
        ["works", "contract", "help", "contact", "life", "rooms", "wish"].map((name) => [name, measure]),
      ),
    },
  },
});

const row = (margin: string, cell: string, count: number): MarginRow => ({
  margin,
  cell,
  count: String(count),
});
const margins: MarginRow[] = [
  row("total", "", 10_000),
  ...codes.map((code, i) => row("municipality", `municipality=${code}`, 100 * (i + 1) ** 2)),
  row("citizenship-by-sex", "citizenship=ukr;sex=female", 6000),
  row("citizenship-by-sex", "citizenship=ukr;sex=male", 1000),
  row("citizenship-by-sex", "citizenship=blr;sex=male", 3000),
  row("residence-ground", "residence-ground=work", 9000),
  row("residence-ground", "residence-ground=family", 1000),
];

function invent(
  respondents: number,
  more: { seed?: number; small?: Record<string, number> } = {},
): SimulatedResponse[] {
  return [...simulate({ instrument, margins, respondents, seed: 1, ...more })];
}

function tally(answers: readonly Answers[], item: string): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const each of answers) counts.set(each[item], (counts.get(each[item]) ?? 0) + 1);
  return counts;
}

const many = invent(4000);
const answers = many.map((response) => response.answers);

describe("invented respondents walk the instrument", () => {
  test("every answer fits its item", () => {
    const { plan } = compilePlan(instrument.questionnaire);
    if (plan === undefined) throw new Error("The plan refuses the tiny instrument.");
    const prepared = preparePlan(plan);
    const checks = answers.map((each) => prepared.check(each, { now: new Date(0) }));
    expect(checks.flatMap(({ findings, removed }) => [...findings, ...removed])).toEqual([]);
  });

  test("nobody answers an item that routing keeps from them", () => {
    const plan = compileConditions(instrument);
    const strays = answers.flatMap((each) => Object.keys(each).filter((item) => !plan.asked(each).has(item)));
    expect(strays).toEqual([]);
  });

  test("none of these is chosen alone", () => {
    const withNone = answers
      .map(({ help }) => help)
      .filter((help) => Array.isArray(help) && help.includes("none"));
    expect(withNone.length).toBeGreaterThan(0);
    expect(withNone.every((help) => Array.isArray(help) && help.length === 1)).toBe(true);
  });

  test("a few refuse, do not know, leave items empty or say why a number is empty", () => {
    const works = tally(answers, "works");
    for (const reason of ["refused", "dont-know", undefined]) {
      expect((works.get(reason) ?? 0) / many.length).toBeGreaterThan(0.003);
      expect((works.get(reason) ?? 0) / many.length).toBeLessThan(0.1);
    }
    expect(tally(answers, "rooms_missing").get("dont-know")).toBeGreaterThan(0);
    expect(tally(answers, "sex").get("refused")).toBeGreaterThan(0);
  });

  test("about three in a hundred stop on the way and answer nothing after", () => {
    const late = ["help", "contact", "life", "rooms", "wish"];
    const stopped = answers.filter((each) => late.every((item) => each[item] === undefined));
    expect(stopped.length / many.length).toBeGreaterThan(0.002);
    expect(stopped.length / many.length).toBeLessThan(0.03);
  });

  test("own words say that they are synthetic, in the language of the interview", () => {
    const wishes = many.filter(({ answers: each }) => each.wish !== undefined);
    const marks: Record<string, RegExp> = {
      lt: /^Sintetinis/,
      en: /^Synthetic/,
      uk: /^Синтетична/,
      ru: /^Синтетический/,
    };
    expect(wishes.length).toBeGreaterThan(100);
    for (const { language, answers: each } of wishes) expect(each.wish).toMatch(marks[language] ?? /^$/);
  });
});

describe("invented respondents follow the margins", () => {
  test("a joint cell the margins do not have is nobody's", () => {
    const pairs = new Set(answers.map(({ citizenship, sex }) => `${citizenship} ${sex}`));
    expect([...pairs].sort()).toEqual(["blr male", "blr refused", "ukr female", "ukr male", "ukr refused"]);
  });

  test("shares are those of the margins", () => {
    expect((tally(answers, "citizenship").get("ukr") ?? 0) / many.length).toBeCloseTo(0.7, 1);
    expect((tally(answers, "ground").get("family") ?? 0) / many.length).toBeCloseTo(0.1, 1);
  });

  test("the three smallest municipalities stay below 20 respondents, all others reach 24", () => {
    const places = tally(answers, "place");
    expect(["11", "12", "13"].map((code) => places.get(code))).toEqual([7, 12, 17]);
    for (const code of codes.slice(3)) expect(places.get(code)).toBeGreaterThanOrEqual(24);
  });

  test("larger municipalities give more respondents, by the square root of their people", () => {
    const places = tally(answers, "place");
    expect((places.get("22") ?? 0) / (places.get("16") ?? 1)).toBeCloseTo(Math.sqrt(144 / 36), 1);
  });

  test("the municipalities that stay small can be named", () => {
    const places = tally(
      invent(1000, { small: { "22": 5 } }).map((each) => each.answers),
      "place",
    );
    expect(places.get("22")).toBe(5);
    expect(places.get("11")).toBe(24);
  });

  test("few respondents are still as many as asked for", () => {
    for (const respondents of [0, 1, 5, 36, 100, 301]) expect(invent(respondents)).toHaveLength(respondents);
  });

  test("people of Ukraine mostly answer in Ukrainian, of Belarus never", () => {
    const languages = (code: string) =>
      many.filter(({ answers: each }) => each.citizenship === code).map(({ language }) => language);
    expect(
      languages("ukr").filter((language) => language === "uk").length / languages("ukr").length,
    ).toBeGreaterThan(0.5);
    expect(languages("blr")).not.toContain("uk");
  });

  test("municipalities differ, so that a map is not flat", () => {
    const means = codes.slice(3).map((code) => {
      const life = answers
        .filter(({ place }) => place === code)
        .flatMap(({ life: value }) => (typeof value === "number" ? [value] : []));
      return life.reduce((sum, value) => sum + value, 0) / life.length;
    });
    expect(Math.max(...means) - Math.min(...means)).toBeGreaterThan(0.5);
  });

  test.each([
    [row("municipality", "municipality=99", 5), /Line 2 .* municipality=99/],
    [row("x", "shoe-size=44", 5), /shoe-size=44/],
    [row("x", "sex=female", 0), /Line 2 .* no positive count/],
  ])("margins that do not fit the instrument are refused by line", (odd, message) => {
    const start = () => [...simulate({ instrument, margins: [odd], respondents: 1, seed: 1 })];
    expect(start).toThrow(MarginsMisfitError);
    expect(start).toThrow(message);
  });
});

describe("invented respondents are the same for the same seed", () => {
  test("twice the same, and others with another seed", () => {
    expect(invent(50)).toEqual(invent(50));
    expect(invent(50, { seed: 2 })).not.toEqual(invent(50));
    expect(invent(3, { seed: 2 ** 40 + 1 })).not.toEqual(invent(3));
  });

  test("response ids are UUIDs of version 8 and never repeat", () => {
    const ids = many.map(({ responseId }) => responseId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test("consent falls into the three weeks of fieldwork, by day", () => {
    for (const { consentHour } of many) {
      expect(consentHour).toBeGreaterThanOrEqual(0);
      expect(consentHour).toBeLessThan(21 * 24);
      expect(consentHour % 24).toBeGreaterThanOrEqual(7);
    }
  });

  test("a seed that is no whole number is refused", () => {
    expect(() => invent(1, { seed: 0.5 })).toThrow(/seed/);
    expect(() => invent(-1)).toThrow(/respondents/);
  });

  test("an instrument without design items and margins can be simulated too", () => {
    const items = instrument.items.filter(
      ({ measure: { role } }) => role === undefined || role === "missing-reason",
    );
    const bare = { ...instrument, items };
    expect(itemWithRole(bare, "sex")).toBeUndefined();
    expect([...simulate({ instrument: bare, margins: [], respondents: 20, seed: 3 })]).toHaveLength(20);
  });
});
