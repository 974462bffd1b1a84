import type { Column, Dataset } from "@tiltas/analysis/dataset";
import { IndicatorSet } from "@tiltas/analysis/indicators";
import { Lattice } from "@tiltas/analysis/lattice";
import { WeightingPlan } from "@tiltas/analysis/weighting";
import type { Instrument } from "@tiltas/instrument/definition";

/** Invented people of five municipalities in two groups, asked in two waves. */
export interface InventedPerson {
  readonly place: string;
  readonly citizenship: string;
  readonly sex: string;
  /** null: no answer. */
  readonly score: number | null;
  readonly satisfied: string | null;
  readonly cost: number | null;
  readonly income: number | null;
}

const places = ["11", "13", "15", "19", "21"] as const;
export const groupOf: Readonly<Record<string, string>> = {
  "11": "east",
  "13": "east",
  "15": "east",
  "19": "west",
  "21": "west",
};
const citizenships = ["ukr", "blr", "rus"] as const;
const sexes = ["female", "male"] as const;

/** People drawn of each place, and those of the frame: the weight before any total is met. */
export const drawn: Readonly<Record<string, { readonly people: number; readonly drawn: number }>> = {
  "11": { people: 900, drawn: 90 },
  "13": { people: 5200, drawn: 260 },
  "15": { people: 800, drawn: 100 },
  "19": { people: 2000, drawn: 160 },
  "21": { people: 1100, drawn: 110 },
};

export const margins: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  place: Object.fromEntries(places.map((place) => [place, drawn[place]!.people + 40])),
  joint: {
    "ukr female": 3100,
    "ukr male": 1700,
    "blr female": 1500,
    "blr male": 2200,
    "rus female": 700,
    "rus male": 1000,
  },
};

export function invent(wave: number): InventedPerson[] {
  const draw = sequence(2026 + wave);
  return places.flatMap((place, at) =>
    Array.from({ length: drawn[place]!.drawn }, (): InventedPerson => {
      const citizenship = citizenships[Math.floor(draw() * (at % 2 === 0 ? 3 : 2.4))] ?? "ukr";
      const sex = sexes[draw() < 0.55 ? 0 : 1]!;
      const lean = (at - 2) / 4 + (citizenship === "ukr" ? 0.6 : 0) + wave / 10;
      const income = 400 + Math.round(draw() * 1800);
      return {
        place,
        citizenship,
        sex,
        score: draw() < 0.07 ? null : Math.min(10, Math.max(0, Math.round(5 + lean + 4 * (draw() - 0.5)))),
        satisfied: draw() < 0.05 ? null : draw() < 0.5 + lean / 8 ? "yes" : "no",
        income: draw() < 0.1 ? null : income,
        cost: draw() < 0.1 ? null : Math.round(income * (0.2 + 0.3 * draw())),
      };
    }),
  );
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const codes = { place: places, citizenship: citizenships, sex: sexes, satisfied: ["yes", "no"] } as const;
const roles: Readonly<Record<string, string>> = {
  place: "municipality",
  citizenship: "citizenship",
  sex: "sex",
};

export const instrument = {
  manifest: { population: { minimumAge: 18, euCitizens: "out", residence: "permit" } },
  items: ["place", "citizenship", "sex", "satisfied", "score", "cost", "income"].map((name) => ({
    name,
    choices: [],
    measure: { dataClass: "ordinary", ...(roles[name] ? { role: roles[name] } : {}) },
  })),
} as unknown as Instrument;

export function datasetOf(people: readonly InventedPerson[]): Dataset {
  const coded = Object.entries(codes).map(([name, known]): [string, Column] => {
    const values = Int16Array.from(people, (one) =>
      (known as readonly string[]).indexOf(String(one[name as "sex"])),
    );
    const variable = {
      ...named(name),
      kind: "code" as const,
      codes: known.map((code) => ({ code, labels: {} })),
    };
    return [
      name,
      { variable, values, missing: values.map((value) => (value < 0 ? 3 : 0)) as unknown as Uint8Array },
    ];
  });
  const numbers = (["score", "cost", "income"] as const).map((name): [string, Column] => {
    const values = Float64Array.from(people, (one) => one[name] ?? Number.NaN);
    const missing = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 3 : 0));
    return [name, { variable: { ...named(name), kind: "number", codes: [] }, values, missing }];
  });
  return { rows: people.length, columns: new Map([...coded, ...numbers]), digest: "", exclusions: {} };
}

const named = (name: string) => ({ name, item: name, labels: {} });

const text = { lt: "lt", en: "en" };
const indicator = (id: string, unit: string, estimand: object) => ({
  id,
  label: text,
  domain: "d",
  unit,
  universe: { label: text },
  direction: "higher-is-better",
  missingRule: "M1",
  source: "made up",
  estimand,
});

const need = (id: string, more: object) => ({
  id,
  label: text,
  importance: { variable: "score", minimum: 0, maximum: 10 },
  met: { variable: "satisfied", in: ["yes"] },
  ...more,
});

/** A mean, a share, a ratio of two totals, a median and a priority with its needs, named as in the script for R. */
export const measureNames = ["mean", "share", "totals", "median", "priority", "need-1", "need-2"] as const;
export const { indicators } = IndicatorSet.parse({
  number: 1,
  domains: [{ id: "d", label: text }],
  indicators: [
    indicator("aaa.01", "score-0-10", { type: "mean", variable: "score" }),
    indicator("aaa.02", "percent", { type: "proportion", variable: "satisfied", in: ["yes"] }),
    indicator("aaa.03", "percent", {
      type: "ratio",
      totalOf: { variable: "cost" },
      perTotalOf: { variable: "income" },
    }),
    indicator("aaa.04", "number", { type: "quantile", of: { variable: "income" }, share: 0.5 }),
    indicator("aaa.05", "index-0-100", {
      type: "priority",
      needs: [need("first", {}), need("second", { needed: { variable: "sex", in: ["female"] } })],
    }),
  ],
});

const dimension = (id: string, known: readonly string[], more: (code: string) => object = () => ({})) => ({
  id,
  label: text,
  codes: known.map((code) => ({ code, label: text, ...more(code) })),
});

export const lattice = Lattice.parse({
  number: 1,
  dimensions: [
    dimension("municipality-group", ["east", "west"]),
    dimension("municipality", places, (code) => ({ group: groupOf[code] })),
    dimension("citizenship-group", citizenships),
    dimension("sex", sexes),
  ],
  pairs: [],
  refused: [],
  ladder: { single: 20, pooled: 20, group: 20 },
});

const words = { probability: true, interval: text, meaning: text, unreached: text };
export const plan = WeightingPlan.parse({
  number: 1,
  fewest: 20,
  base: {
    kind: "drawn",
    dimensions: ["municipality"],
    cells: Object.entries(drawn).map(([place, cell]) => ({ codes: [place], ...cell })),
  },
  strata: [],
  classes: null,
  method: { kind: "raking" },
  margins: null,
  collapse: [],
  trimming: null,
  required: [],
  alternatives: [],
  samples: { register: words, open: words, network: words, venue: words, clients: words },
});
