import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Lattice, workingTables } from "@tiltas/analysis/lattice";
import { readCsv, writeCsv } from "@tiltas/formats/tables";
import type { Instrument, Item, Measure } from "@tiltas/instrument/definition";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { everyType } from "./lattice-indicators.ts";
import { datasetOf, designOf, inventSample } from "./lattice-sample.ts";
import { hasSurveyPackage } from "./r.ts";

const able = hasSurveyPackage();
const why = able ? "" : " (skipped: needs R with its survey package)";

const say = (word: string) => ({ en: word, lt: word });
const coded = (code: string) => ({ code, label: say(code) });
const lattice: Lattice = {
  number: 1,
  dimensions: [
    { id: "municipality-group", label: say("region"), codes: ["north", "south"].map(coded) },
    {
      id: "municipality",
      label: say("place"),
      codes: [..."abcdef"].map((code) => ({ ...coded(code), group: code < "d" ? "north" : "south" })),
    },
    { id: "sex", label: say("sex"), codes: ["female", "male"].map(coded) },
    { id: "ground", label: say("ground"), codes: ["work", "family", "studies"].map(coded) },
  ],
  pairs: [["municipality-group", "sex"]],
  refused: [],
  ladder: { single: 1, pooled: 1, group: 1 },
};
const names: Readonly<Record<string, string>> = {
  "municipality-group": "region",
  sex: "sex",
  ground: "ground",
};

function asked(name: string, role: Measure["role"] & string): Item {
  const measure: Measure = {
    concept: name,
    domain: "test",
    level: "nominal",
    purpose: "test",
    dataClass: "ordinary",
    role,
  };
  const page = { page: "one", path: `pages[0].${name}` };
  return {
    name,
    kind: "single",
    ...page,
    titles: say(name),
    choices: [],
    rows: [],
    conditions: [],
    required: false,
    measure,
  };
}

const instrument: Pick<Instrument, "items"> = {
  items: [asked("place", "municipality"), asked("sex", "sex"), asked("ground", "residence-ground")],
};

interface Figure {
  readonly value: number | null;
  readonly error: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

let folder: string;
let ours: ReadonlyMap<string, Figure>;
let theirs: ReadonlyMap<string, Figure>;
beforeAll(() => {
  if (!able) return;
  folder = mkdtempSync(join(tmpdir(), "tiltas-lattice-"));
  const sample = inventSample(700, 2026);
  ours = figuresOf(sample);
  const path = (name: string) => join(folder, name);
  writeFileSync(path("people.csv"), writeCsv(Object.keys(sample.people[0] ?? {}), sample.people));
  writeFileSync(path("children.csv"), writeCsv(["respondent", "age", "school"], sample.children));
  const script = join(import.meta.dirname, "lattice.R");
  execFileSync("Rscript", [script, path("people.csv"), path("children.csv"), path("out.csv")], {
    stdio: "pipe",
  });
  const { rows } = readCsv(readFileSync(path("out.csv"), "utf8"));
  const number = (field: string | undefined) => (field ? Number(field) : null);
  theirs = new Map(
    rows.map(({ measure, domain, value, error, low, high, n }) => [
      `${measure} in ${domain}`,
      { value: number(value), error: number(error), low: number(low), high: number(high), n: Number(n) },
    ]),
  );
});
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true });
});

function figuresOf(
  sample: ReturnType<typeof inventSample>,
  design = designOf(sample.people),
): ReadonlyMap<string, Figure> {
  const tables = workingTables({
    wave: "w",
    lattice,
    indicators: everyType,
    dataset: datasetOf(sample),
    design,
    instrument: { ...instrument } as Instrument,
  });
  const figures = new Map<string, Figure>();
  for (const { crossing, domains, cells } of tables.crossings)
    domains.forEach((domain, d) => {
      const name = domain.map((code, i) => `${names[crossing[i] ?? ""]}=${code}`).join(";");
      tables.measures.forEach(({ id }, m) => {
        const cell = cells[m]?.[d];
        if (!cell || crossing.includes("municipality")) return;
        const { value, standardError: error, interval, respondents: n } = cell.estimate;
        const { low = null, high = null } = interval ?? {};
        figures.set(`${id} in ${name}`, { value, error, low, high, n });
      });
    });
  return figures;
}

describe(`an indicator of every type, in the country and in domains, equals R's survey${why}`, () => {
  test.skipIf(!able)("every figure of R was computed, of every type and in every domain", () => {
    expect(theirs.size).toBe(16 * 12 - 6);
    expect([...theirs.keys()].filter((name) => !ours.has(name))).toEqual([]);
  });

  test.skipIf(!able).each(["value", "error", "low", "high", "n"] as const)("%s", (what) => {
    expect(apart(ours, what)).toEqual([]);
  });

  test.skipIf(!able)("the comparison sees it when errors forget that margins were met", () => {
    const sample = inventSample(700, 2026);
    const forgetful = figuresOf(sample, { ...designOf(sample.people), adjustments: [] });
    expect(apart(forgetful, "value")).toEqual([]);
    expect(apart(forgetful, "error").length).toBeGreaterThan(100);
  });
});

/** Figures that are not R's to nine digits. */
function apart(figures: ReadonlyMap<string, Figure>, what: keyof Figure): string[] {
  return [...theirs].flatMap(([name, { [what]: expected }]) => {
    const found = figures.get(name)?.[what] ?? null;
    if (expected === null) return what === "value" && found !== null ? [`${name}: ${found}, R has none`] : [];
    const gap = found === null ? Number.POSITIVE_INFINITY : Math.abs(found - expected);
    return gap <= 1e-9 * Math.max(1, Math.abs(expected)) ? [] : [`${name}: ${found}, R ${expected}`];
  });
}
