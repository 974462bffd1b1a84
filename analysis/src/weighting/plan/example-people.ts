import type { DesignRole, Instrument, Item, Measure } from "@tiltas/instrument/definition";
import type { Column, Dataset } from "../../dataset/index.ts";
import { WeightingPlan } from "./weighting-plan.ts";

/** One made-up respondent: codes by item; null where the answer is missing. */
export type ExamplePerson = Readonly<Record<string, string | null>>;

const items: Readonly<Record<string, { readonly role?: DesignRole; readonly codes: readonly string[] }>> = {
  place: { role: "municipality", codes: ["13", "19", "21", "29"] },
  citizenship: { role: "citizenship", codes: ["ukr", "blr", "rus", "stateless"] },
  sex: { role: "sex", codes: ["female", "male", "other"] },
  ground: { role: "residence-ground", codes: ["work", "studies", "asylum-applicant"] },
  satisfied: { codes: ["yes", "no"] },
};

const labels: Readonly<Record<string, { readonly lt: string; readonly en: string }>> = {
  "13": { lt: "Vilnius", en: "Vilnius" },
  female: { lt: "Moterys", en: "Women" },
  "asylum-applicant": { lt: "Prieglobsčio prašytojai", en: "Applicants for asylum" },
};

/** Nobody's real questionnaire: what registers count, and one question. For the tests of this room. */
export const exampleInstrument = {
  manifest: { population: { minimumAge: 18, euCitizens: "out", residence: "permit" } },
  items: Object.entries(items).map(([name, { role }]) => itemOf(name, role)),
} as unknown as Instrument;

function itemOf(name: string, role: DesignRole | undefined): Item {
  const measure: Partial<Measure> = {
    ...(role ? { role } : {}),
    ...(name === "sex" ? { outsideMargins: ["other"] } : {}),
    ...(name === "ground" ? { outsidePopulation: ["asylum-applicant"] } : {}),
  };
  return { name, measure } as Item;
}

export function datasetOf(people: readonly ExamplePerson[]): Dataset {
  const columns = Object.entries(items).map(([name, { codes }]): [string, Column] => {
    const values = Int16Array.from(people, (person) => codes.indexOf(person[name] ?? ""));
    const variable = {
      name,
      item: name,
      labels: {},
      codes: codes.map((code) => ({ code, labels: labels[code] ?? { lt: code, en: code } })),
      kind: "code" as const,
    };
    return [name, { variable, values, missing: Uint8Array.from(values, (value) => (value < 0 ? 3 : 0)) }];
  });
  return { rows: people.length, columns: new Map(columns), digest: "", exclusions: {} };
}

/** So many people alike. */
export function many(count: number, person: ExamplePerson): ExamplePerson[] {
  return Array.from({ length: count }, () => person);
}

/** Rows of a margins file: people by cell, such as `municipality=13`. */
export function marginRows(margins: Readonly<Record<string, Readonly<Record<string, number>>>>) {
  return Object.entries(margins).flatMap(([margin, cells]) =>
    Object.entries(cells).map(([cell, count]) => ({
      margin,
      cell,
      count: String(count),
      reference_date: "2026-01-01",
      ages: "18+",
      eu_citizens: "out",
      residence: "permit",
      definition: "residents",
      source: "made up for a test",
      confidence: "official",
    })),
  );
}

const said = { lt: "lt", en: "en" };
const words = {
  probability: false,
  interval: said,
  meaning: { lt: "Reiškia", en: "It means" },
  unreached: { lt: "Nepasiekti", en: "Not reached" },
};

/** A plan that rakes to all margins and does nothing else. */
export function planOf(changes: Partial<WeightingPlan> = {}): WeightingPlan {
  return WeightingPlan.parse({
    number: 1,
    fewest: 5,
    base: { kind: "equal" },
    strata: [],
    classes: null,
    method: { kind: "raking" },
    margins: null,
    collapse: [],
    trimming: null,
    required: [],
    alternatives: [],
    samples: {
      register: { ...words, probability: true },
      open: words,
      network: words,
      venue: words,
      clients: words,
    },
    ...changes,
  });
}
