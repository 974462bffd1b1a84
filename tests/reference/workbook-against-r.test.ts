import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ChainInput, finishRelease, prepareRelease } from "@tiltas/analysis/chain";
import { harmonisedDataset, type ResponseForAnalysis } from "@tiltas/analysis/dataset";
import { readPolicies } from "@tiltas/analysis/disclosure";
import { IndicatorSet } from "@tiltas/analysis/indicators";
import { readLattice } from "@tiltas/analysis/lattice";
import { WeightingPlan } from "@tiltas/analysis/weighting";
import { writeReleaseWorkbook } from "@tiltas/analysis/workbook";
import { readCsv, writeCsv } from "@tiltas/formats/tables";
import { readInstrument } from "@tiltas/instrument/definition";
import { simulate } from "@tiltas/instrument/simulation";
import { canonicalJson, sha256 } from "@tiltas/instrument/versions";
import { readInstrumentFolder } from "@tiltas/store/folders";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../structure/source-files.ts";
import { hasSurveyPackage } from "./r.ts";
import { readDataSheet } from "./read-workbook.ts";

const able = hasSurveyPackage();
const why = able ? "" : " (skipped: needs R with its survey package)";

const marginsFile = join(root, "instruments/demonstration-margins.csv");
const folder = readInstrumentFolder(join(root, "instruments/tcn-integration/0.1.0"));
const instrument = readInstrument(folder);
const set = IndicatorSet.parse(folder.indicatorSets[0]?.set);

type Answers = Readonly<Record<string, unknown>>;

/** What people leave behind: a category no register counts, a place not stated, answers to questions since hidden. */
function disturbed(answers: Answers, person: number): Answers {
  if (person % 101 === 1) return { ...answers, dsg_sex: "other" };
  if (person % 90 === 7) return { ...answers, dsg_municipality: null };
  if (person % 7 === 3 && answers.emp_worked === "yes")
    return { ...answers, emp_searched: "yes", emp_available: "yes" };
  if (person % 7 === 4 && answers.hou_tenure === "own") return { ...answers, hou_contract: "yes" };
  if (person % 7 === 5 && answers.mun_criteria === undefined)
    return { ...answers, mun_criteria: { sufficiency: 5, fit: 5, quality: 5 }, mun_satisfaction: 5 };
  return answers;
}

function invented(): { response: ResponseForAnalysis; answers: Answers }[] {
  const margins = readCsv(readFileSync(marginsFile, "utf8")).rows;
  return [...simulate({ instrument, margins, respondents: 2600, seed: 23 })].map((person, i) => {
    const answers = disturbed(person.answers, i);
    const { responseId, language, mode } = person;
    const text = canonicalJson(answers);
    const pins = { revision: 1, hash: sha256(text), instrument: instrument.digest };
    return { answers, response: { responseId, language, mode, ...pins, answers: text, leftOut: null } };
  });
}

/** Raw answers as R reads them: options joined, rows of a matrix as columns, own words left out. */
function flat(answers: Answers): Record<string, string> {
  const fields = Object.entries(answers).flatMap(([item, answer]): [string, string][] => {
    if (answer === null || item === "mun_improve") return [];
    if (Array.isArray(answer)) return [[item, answer.join("|")]];
    if (typeof answer !== "object") return [[item, String(answer)]];
    return Object.entries(answer).map(([row, said]) => [`${item}.${row}`, String(said)]);
  });
  return Object.fromEntries(fields);
}

const fromPlan = (name: string): unknown =>
  JSON.parse(readFileSync(join(root, "analysis/plan", name), "utf8"));
const lattice = readLattice(fromPlan("lattice.json"));
const municipalities = lattice.dimensions.find(({ id }) => id === "municipality")?.codes ?? [];

/** The plan of today's waves with weights as R's `rake` makes them: no joined cells, nobody left out, no alternatives. */
function plan(): ChainInput["plan"] {
  const weighting = WeightingPlan.parse(fromPlan("weighting.json"));
  return {
    lattice: { ...lattice, ladder: { single: 20, pooled: 20, group: 20 } },
    weighting: { ...weighting, collapse: [], required: [], alternatives: [] },
    policies: readPolicies(fromPlan("policies.json")),
    otherMargins: {},
    others: [],
  };
}

/** From responses to the workbook, through every link of the chain. */
async function workbookOf(responses: readonly ResponseForAnalysis[]): Promise<Uint8Array> {
  const text = readFileSync(marginsFile, "utf8");
  const candidate = await prepareRelease({
    study: { id: "study", title: { en: "Study" }, synthetic: true },
    indicators: { set, digest: folder.indicatorSets[0]?.digest ?? "" },
    wave: {
      wave: { id: "w", title: { en: "Wave" }, sample: "register", opens: "2026-09-01", closes: "2026-10-31" },
      instruments: [instrument],
      mappings: new Map(),
      margins: { rows: readCsv(text).rows, digest: sha256(text) },
      data: async () => ({
        dataset: await harmonisedDataset({ instruments: [instrument], mappings: new Map(), responses }),
        through: responses.length,
      }),
    },
    previous: null,
    plan: plan(),
    software: "0.1.0",
  });
  const release = candidate.releases.get("ministry");
  if (!release) throw new Error("The chain made no release for the ministry.");
  const manifest = finishRelease(candidate, {
    number: 1,
    releasedAt: "2026-11-01T00:00:00Z",
    signedBy: [],
    notes: {},
    corrects: null,
  });
  return writeReleaseWorkbook({ release, manifest, language: "en" });
}

/** Municipalities that R is asked for: all of them, or each fourth. */
const every = process.env.TILTAS_FULL ? "1" : "4";

function askR(people: readonly Answers[]): Readonly<Record<string, string>>[] {
  const place = mkdtempSync(join(tmpdir(), "tiltas-r-"));
  try {
    const [answers, out] = [join(place, "answers.csv"), join(place, "figures.csv")];
    const rows = people.map(flat);
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const whole = rows.map((row) => Object.fromEntries(columns.map((name) => [name, row[name] ?? ""])));
    writeFileSync(answers, writeCsv(columns, whole));
    const groups = join(place, "groups.csv");
    const rowsOfGroups = municipalities.map(({ code, group = "" }) => ({ municipality: code, group }));
    writeFileSync(groups, writeCsv(["municipality", "group"], rowsOfGroups));
    execFileSync("Rscript", [
      join(import.meta.dirname, "workbook.R"),
      answers,
      marginsFile,
      out,
      groups,
      every,
    ]);
    return [...readCsv(readFileSync(out, "utf8")).rows];
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** A figure of the workbook beside R's; numbers are value, low, high. */
interface Pair {
  readonly name: string;
  readonly indicator: string;
  readonly place: string;
  readonly isShown: boolean;
  readonly ours: readonly unknown[];
  readonly theirs: readonly number[];
  readonly n: { readonly ours: unknown; readonly theirs: number };
  readonly nonresponse: number;
}

async function pairs(): Promise<Pair[]> {
  const people = invented();
  const cells = await readDataSheet(await workbookOf(people.map(({ response }) => response)));
  const asked = askR(people.map(({ answers }) => answers));
  const figures = new Map(asked.map((row) => [`${row.indicator} ${row.place}`, row]));
  const cuts = new Set(["Country", "Group of municipalities", "Municipality"]);
  return cells
    .filter(({ cut }) => cuts.has(cut))
    .flatMap(({ cut, indicator, place, numbers: [value, low, high, n] }) => {
      const name = `${indicator} ${place}`;
      const r = figures.get(name);
      if (!r && cut !== "Municipality") throw new Error(`R has no figure for ${indicator} in ${place}.`);
      if (!r) return [];
      return {
        name,
        indicator,
        place,
        isShown: typeof value === "number",
        ours: [value, low, high],
        theirs: [Number(r.value), Number(r.low), Number(r.high)],
        n: { ours: n, theirs: Number(r.n) },
        nonresponse: Number(r.nonresponse),
      };
    });
}

describe.skipIf(!able)(
  `the workbook of 2,600 invented people beside R's own reading of their answers${why}`,
  () => {
    let all: Pair[];
    let shown: Pair[];
    beforeAll(async () => {
      all = await pairs();
      shown = all.filter(({ isShown }) => isShown);
    }, 600_000);

    test("all ten indicators are compared, for the country, the groups and the municipalities with enough answers", () => {
      expect(new Set(shown.map(({ indicator }) => indicator)).size).toBe(10);
      expect(shown.filter(({ place }) => place === "")).toHaveLength(10);
      expect(shown.filter(({ place }) => /^[a-z]/.test(place)).length).toBeGreaterThan(60);
      expect(shown.filter(({ place }) => /^\d/.test(place)).length).toBeGreaterThan(every === "1" ? 100 : 25);
    });

    test("every estimate and limit shown is R's, rounded to six decimals, and rests on as many respondents", () => {
      for (const { name, ours, theirs, n } of shown) {
        for (const [i, number] of ours.entries())
          expect(Math.abs(Number(number) - (theirs[i] ?? Number.NaN)), name).toBeLessThan(6e-7);
        expect(n.ours, name).toBe(n.theirs);
      }
    });

    test("no figure that R finds on fewer than 20 respondents, or with more than 30 % missing, is shown", () => {
      expect(shown.filter(({ n, nonresponse }) => n.theirs < 20 || nonresponse > 0.3)).toEqual([]);
    });

    test("what is not shown keeps no number", () => {
      const hidden = all.filter(({ isShown }) => !isShown);
      expect(hidden.length).toBeGreaterThan(0);
      expect(hidden.flatMap(({ ours, n }) => [...ours, n.ours]).filter(Boolean)).toEqual([]);
    });
  },
);
