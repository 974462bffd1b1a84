import type { Instrument, Item, Measure } from "@tiltas/instrument/definition";
import type { Column, Dataset } from "../dataset/index.ts";
import { makeDesign } from "../design/index.ts";
import type { IndicatorDefinition } from "../indicators/index.ts";
import type { WeighedPeople } from "./cells-by-measure.ts";
import type { Lattice } from "./lattice.ts";

/** Answers of one respondent of a made-up wave, for tests: codes by item; what is left out was not answered. */
export type ExampleAnswers = Readonly<Record<string, string>>;

const say = (word: string) => ({ en: word, lt: word });

const items: Readonly<Record<string, { codes: readonly string[]; more?: Partial<Measure> }>> = {
  place: { codes: ["a", "b", "c", "d"], more: { role: "municipality" } },
  sex: { codes: ["female", "male", "other"], more: { role: "sex" } },
  ground: {
    codes: ["work", "family", "asylum"],
    more: { role: "residence-ground", outsidePopulation: ["asylum"] },
  },
  works: { codes: ["yes", "no"] },
  ill: { codes: ["yes", "no"], more: { dataClass: "special-category" } },
};

export const exampleInstrument: Instrument = {
  manifest: {
    id: "example",
    version: "0.1.0",
    title: say("Example"),
    languages: ["lt", "en"],
    licence: "MIT",
    universe: say("everyone"),
    population: { minimumAge: 18, euCitizens: "out", residence: "declared" },
  },
  digest: "a".repeat(64),
  questionnaire: {},
  pages: [{ name: "one", titles: {} }],
  items: Object.entries(items).map(
    ([name, { codes, more }]): Item => ({
      name,
      kind: "single",
      page: "one",
      path: `pages[0].${name}`,
      titles: say(name),
      choices: codes.map((code) => ({ code, labels: say(code) })),
      rows: [],
      conditions: [],
      required: false,
      measure: {
        concept: name,
        domain: "test",
        level: "nominal",
        purpose: "test",
        dataClass: "ordinary",
        ...more,
      },
    }),
  ),
};

/** Two groups of two municipalities each, and sex; the pair of group and sex. */
export const exampleLattice: Lattice = {
  number: 1,
  dimensions: [
    { id: "municipality-group", label: say("group"), codes: ["north", "south"].map(coded) },
    {
      id: "municipality",
      label: say("municipality"),
      codes: [
        { ...coded("a"), group: "north" },
        { ...coded("b"), group: "north" },
        { ...coded("c"), group: "south" },
        { ...coded("d"), group: "south" },
      ],
    },
    { id: "sex", label: say("sex"), codes: ["female", "male"].map(coded) },
    { id: "age", label: say("age"), codes: ["18-29"].map(coded) },
  ],
  pairs: [["municipality-group", "sex"]],
  refused: [],
  ladder: { single: 10, pooled: 8, group: 12 },
};

function coded(code: string) {
  return { code, label: say(code) };
}

export function shareOf(
  variable: string,
  more: Partial<IndicatorDefinition> & Pick<IndicatorDefinition, "id">,
): IndicatorDefinition {
  return {
    label: say(variable),
    domain: "test",
    unit: "percent",
    universe: { label: say("everyone") },
    direction: "none",
    missingRule: "M1",
    source: "test",
    estimand: { type: "proportion", variable, in: ["yes"] },
    ...more,
  };
}

/** People with equal weights; asylum applicants stand outside the population. */
export function examplePeople(answers: readonly ExampleAnswers[], weight = 1): WeighedPeople {
  const columns = Object.entries(items).map(([name, { codes }]): [string, Column] => {
    const places = answers.map((answer) => codes.indexOf(answer[name] ?? ""));
    const variable = {
      name,
      item: name,
      labels: say(name),
      codes: codes.map((code) => ({ code, labels: say(code) })),
      kind: "code",
    } as const;
    const missing = Uint8Array.from(places, (place) => (place < 0 ? 3 : 0));
    return [name, { variable, values: Int16Array.from(places), missing }];
  });
  const dataset: Dataset = { rows: answers.length, columns: new Map(columns), digest: "", exclusions: {} };
  return {
    dataset,
    instrument: exampleInstrument,
    design: makeDesign({ weights: new Float64Array(answers.length).fill(weight) }),
    inside: Int32Array.from(answers.keys()).filter((row) => answers[row]?.ground !== "asylum"),
  };
}

/** So many people alike. */
export function times(count: number, answers: ExampleAnswers): ExampleAnswers[] {
  return Array.from({ length: count }, () => answers);
}
