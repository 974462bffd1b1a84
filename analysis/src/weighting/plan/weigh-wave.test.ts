import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { estimateMean } from "../../estimation/index.ts";
import {
  datasetOf,
  type ExamplePerson,
  exampleInstrument,
  many,
  marginRows,
  planOf,
} from "./example-people.ts";
import { type WeighWaveInput, weighWave } from "./weigh-wave.ts";
import { WeightingPlan } from "./weighting-plan.ts";

const person = (place: string, sex: string, citizenship: string, ground = "work"): ExamplePerson => ({
  place,
  sex,
  citizenship,
  ground,
  satisfied: "yes",
});

/** 60 people of Vilnius, 24 of Kaunas, 3 of Klaipėda; nobody of Šiauliai. */
const people = [
  ...many(30, person("13", "female", "ukr")),
  ...many(20, person("13", "male", "blr")),
  ...many(10, person("13", "male", "rus", "studies")),
  ...many(12, person("19", "female", "blr")),
  ...many(12, person("19", "male", "ukr")),
  ...many(2, person("21", "male", "ukr")),
  ...many(1, person("21", "female", "stateless")),
];
const margins = marginRows({
  municipality: {
    "municipality=13": 500,
    "municipality=19": 300,
    "municipality=21": 100,
    "municipality=29": 100,
  },
  sex: { "sex=female": 400, "sex=male": 600 },
});
const groups = [
  ["13", "19"],
  ["21", "29"],
];
const joinPlaces = { dimension: "municipality" as const, respondents: 3, groups };

function weighed(changes: Partial<WeighWaveInput> = {}) {
  return weighWave({
    dataset: datasetOf(people),
    instrument: exampleInstrument,
    plan: planOf({ collapse: [joinPlaces] }),
    margins: { rows: margins },
    sample: "register",
    synthetic: false,
    ...changes,
  });
}

const sumOver = (weights: Float64Array, holds: (one: ExamplePerson) => boolean, of = people) =>
  weights.reduce((sum, weight, row) => sum + (holds(of[row]!) ? weight : 0), 0);

describe("small cells are joined as the plan says", () => {
  test("a municipality without respondents joins its group, and the joined count is met", () => {
    const { weights, sheet } = weighed();
    expect(sumOver(weights, ({ place }) => place === "21")).toBeCloseTo(200, 6);
    expect(sumOver(weights, ({ sex }) => sex === "female")).toBeCloseTo(400, 6);
    const places = sheet?.margins[0]?.cells.map(({ label, population, note }) => [
      label.en,
      population,
      note?.en,
    ]);
    expect(places).toContainEqual([
      expect.stringContaining("29"),
      expect.any(Number),
      "Joined because one of the categories had fewer than 3 respondents.",
    ]);
  });

  test("without a rule an empty category is refused by line, as nobody would stand for it", () => {
    expect(() => weighed({ plan: planOf() })).toThrow(
      /Line 5 of the margins counts municipality=29, but no respondent/,
    );
  });

  test("a joint margin is joined along one dimension, the other held", () => {
    const rows = marginRows({
      joint: {
        "citizenship=ukr;sex=female": 250,
        "citizenship=ukr;sex=male": 150,
        "citizenship=blr;sex=female": 120,
        "citizenship=blr;sex=male": 280,
        "citizenship=rus;sex=female": 40,
        "citizenship=rus;sex=male": 120,
        "citizenship=stateless;sex=female": 20,
        "citizenship=stateless;sex=male": 20,
      },
    });
    const plan = planOf({ collapse: [{ dimension: "citizenship", respondents: 5 }] });
    const { weights } = weighed({ plan, margins: { rows } });
    expect(sumOver(weights, ({ sex }) => sex === "female")).toBeCloseTo(430, 6);
    expect(sumOver(weights, ({ citizenship, sex }) => citizenship === "blr" && sex === "male")).toBeCloseTo(
      280,
      6,
    );
  });
});

describe("what may be said", () => {
  const required = [
    {
      name: { lt: "Šiaulių miestas", en: "Šiauliai City" },
      dimension: "municipality" as const,
      codes: ["29"],
      respondents: 20,
      why: { lt: "Nieko kito nėra.", en: "Nobody else stands for it." },
    },
  ];

  test("national claims are refused while a required stratum has no respondents, without telling how few", () => {
    const plan = planOf({ collapse: [joinPlaces], required });
    const { refusals, notes } = weighed({ plan });
    expect(refusals).toMatchObject([{ claim: "national", stratum: { en: "Šiauliai City" } }]);
    expect(refusals[0]?.why.en).toBe(
      "Šiauliai City: fewer than 10 respondents where at least 20 are needed. Nobody else stands for it. Nothing is claimed of the whole country.",
    );
    expect(notes).toContain(refusals[0]?.why);
  });

  test("with enough respondents in it nothing is refused, nor of clients, who speak for no country", () => {
    const vilnius = [{ ...required[0]!, codes: ["13"] }];
    expect(weighed({ plan: planOf({ collapse: [joinPlaces], required: vilnius }) }).refusals).toEqual([]);
    const plan = planOf({ collapse: [joinPlaces], required });
    expect(weighed({ plan, sample: "clients", margins: null }).refusals).toEqual([]);
  });

  test("every wave says who could not be reached; without known chances also what its intervals mean", () => {
    expect(weighed().notes[0]).toEqual({ lt: "Nepasiekti", en: "Not reached" });
    expect(weighed().notes).not.toContainEqual({ lt: "Reiškia", en: "It means" });
    expect(weighed({ sample: "open" }).notes[1]).toEqual({ lt: "Reiškia", en: "It means" });
  });

  test("a person whose sex no register counts is weighted all the same, in proportion, and it is said", () => {
    const { weights, notes } = weighed({ dataset: datasetOf(people.with(0, person("13", "other", "ukr"))) });
    expect(weights[0]).toBeGreaterThan(0);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1_000, 6);
    expect(notes.map(({ en }) => en).join()).toMatch(/without a category in the margin "Sex"/);
  });

  test("the sheet tells no number of respondents below ten", () => {
    const { sheet } = weighed();
    const perPerson = 1000 / people.length;
    for (const { cells } of sheet?.margins ?? [])
      for (const { before } of cells) expect(Math.round(before / perPerson)).toBeGreaterThanOrEqual(10);
  });
});

describe("who is outside the population", () => {
  const asylum = many(4, person("13", "female", "other", "asylum-applicant"));
  const all = [...asylum, ...people];

  test("keeps the base weight and leaves the weights of the others as they were", () => {
    const apart = weighed({ dataset: datasetOf(all) });
    expect([...apart.weights.slice(0, 4)]).toEqual([1, 1, 1, 1]);
    const alone = weighed().weights;
    apart.weights.slice(4).forEach((weight, row) => {
      expect(weight).toBeCloseTo(alone[row]!, 9);
    });
    expect(apart.groups).toMatchObject([{ code: "asylum-applicant", respondents: 4 }]);
    expect(apart.notes.map(({ en }) => en)).toContainEqual(
      expect.stringContaining('"Applicants for asylum", respondents: fewer than 10'),
    );
  });
});

describe("base weights", () => {
  const plan = (changes: Partial<WeightingPlan>) => planOf({ collapse: [joinPlaces], ...changes });
  const cells = [
    { codes: ["13"], people: 500, drawn: 100 },
    { codes: ["19"], people: 300, drawn: 30 },
    { codes: ["21"], people: 100, drawn: 10 },
  ];

  test("of known chances are people over drawn, with the strata in the error", () => {
    const { weights, design } = weighed({
      margins: null,
      plan: plan({ base: { kind: "drawn", dimensions: ["municipality"], cells }, strata: ["municipality"] }),
    });
    expect([weights[0], weights[60], weights[84]]).toEqual([5, 10, 10]);
    expect(design.stages[0].stratumCount).toBe(3);
  });

  test("take over the weight of who was drawn and did not answer, class by class", () => {
    const classes = {
      dimensions: ["sex" as const],
      cells: [
        { codes: ["female"], drawn: 86 },
        { codes: ["male"], drawn: 88 },
      ],
      respondents: 5,
    };
    const { weights } = weighed({ margins: null, plan: plan({ classes }) });
    expect([weights[0], weights[30]]).toEqual([2, 2]);
  });

  test("a cell that the plan does not count is named", () => {
    const base = { kind: "drawn" as const, dimensions: ["municipality" as const], cells: cells.slice(0, 2) };
    expect(() => weighed({ plan: plan({ base }) })).toThrow(/but not for 21, where there are respondents/);
  });
});

describe("the same answers under other weights", () => {
  const alternatives = [
    { id: "unweighted", name: { en: "Without weights" }, unweighted: true as const },
    { id: "no-sex", name: { en: "Without sex" }, leaveOut: ["sex"] },
    {
      id: "more-women",
      name: { en: "More women" },
      counts: [{ dimension: "sex" as const, code: "female", times: 2 }],
    },
    { id: "other", name: { en: "Another register" }, file: "register" },
    { id: "absent", name: { en: "A register nobody has" }, file: "absent" },
  ];
  const { alternatives: found, notes } = weighed({
    plan: planOf({ collapse: [joinPlaces], alternatives }),
    otherMargins: { register: { rows: marginRows({ sex: { "sex=female": 500, "sex=male": 500 } }) } },
  });
  const share = (id: string) => {
    const weights = found.find((one) => one.id === id)?.weights;
    return weights && sumOver(weights, ({ sex }) => sex === "female") / sumOver(weights, () => true);
  };

  test("leave margins out, count otherwise, or take another register", () => {
    expect(share("unweighted")).toBeCloseTo(43 / 87, 12);
    expect(share("no-sex")).not.toBeCloseTo(0.4, 3);
    expect(share("more-women")).toBeCloseTo(800 / 1400, 9);
    expect(share("other")).toBeCloseTo(0.5, 9);
  });

  test("one that cannot be followed says why and stops nothing", () => {
    expect(found.find(({ id }) => id === "absent")).toMatchObject({
      weights: null,
      refused: expect.stringContaining("which were not given"),
    });
    expect(notes.at(-1)?.en).toContain('"A register nobody has" is not possible with these answers');
  });
});

describe("methods of the plan", () => {
  test("calibration within bounds meets the same margins", () => {
    const method = {
      kind: "calibration" as const,
      distance: "logit" as const,
      bounds: { lower: 0.3, upper: 3 },
    };
    const { weights, sheet } = weighed({
      plan: planOf({ collapse: [{ ...joinPlaces, respondents: 4 }], method }),
    });
    expect(sumOver(weights, ({ sex }) => sex === "female")).toBeCloseTo(400, 5);
    expect(sheet?.method).toBe("calibration");
  });

  test("trimming keeps the margins where bound and margins do not agree, and says so", () => {
    const trimming = { upper: 1.5, of: "median" as const, rounds: 5 };
    const { weights, notes } = weighed({ plan: planOf({ collapse: [joinPlaces], trimming }) });
    expect(sumOver(weights, ({ place }) => place === "21")).toBeCloseTo(200, 3);
    expect(notes.map(({ en }) => en)).toContainEqual(expect.stringContaining("the margins were kept"));
  });

  test("errors know what the margins explain: the share of women has none left", () => {
    const { design } = weighed();
    const women = Float64Array.from(people, ({ sex }) => (sex === "female" ? 1 : 0));
    expect(estimateMean(design, { values: women })).toMatchObject({ value: expect.closeTo(0.4, 9) });
    expect(estimateMean(design, { values: women }).standardError).toBeLessThan(1e-9);
  });
});

test("the plan that studies start with is a plan", () => {
  const path = join(import.meta.dirname, "../../../../analysis/plan/weighting.json");
  const plan = WeightingPlan.parse(JSON.parse(readFileSync(path, "utf8")));
  expect(Object.values(plan.samples).filter(({ probability }) => probability)).toHaveLength(1);
});
