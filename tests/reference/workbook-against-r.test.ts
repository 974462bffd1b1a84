import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ResponseForAnalysis } from "@tiltas/analysis/dataset";
import { IndicatorSet } from "@tiltas/analysis/indicators";
import { makeWaveReport } from "@tiltas/analysis/report";
import { readCsv, writeCsv } from "@tiltas/formats/tables";
import { itemWithRole, readInstrument } from "@tiltas/instrument/definition";
import { simulate } from "@tiltas/instrument/simulation";
import { canonicalJson, sha256 } from "@tiltas/instrument/versions";
import { readInstrumentFolder } from "@tiltas/store/folders";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../structure/source-files.ts";
import { hasSurveyPackage } from "./r.ts";
import { readDomainSheets } from "./read-workbook.ts";

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

async function workbookOf(responses: readonly ResponseForAnalysis[]): Promise<Uint8Array> {
  const text = readFileSync(marginsFile, "utf8");
  const { workbook } = await makeWaveReport({
    study: { title: { en: "Study" } },
    wave: {
      id: "w",
      title: { en: "Wave" },
      synthetic: true,
      sample: "register",
      opens: "2026-09-01",
      closes: "2026-10-31",
    },
    instruments: [instrument],
    responses,
    indicators: { set, digest: folder.indicatorSets[0]?.digest ?? "" },
    margins: { rows: readCsv(text).rows, digest: sha256(text) },
    asOf: "2026-11-01T00:00:00Z",
    software: "0.1.0",
    language: "en",
  });
  return workbook;
}

function askR(people: readonly Answers[]): Readonly<Record<string, string>>[] {
  const place = mkdtempSync(join(tmpdir(), "tiltas-r-"));
  try {
    const [answers, out] = [join(place, "answers.csv"), join(place, "figures.csv")];
    const rows = people.map(flat);
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const whole = rows.map((row) => Object.fromEntries(columns.map((name) => [name, row[name] ?? ""])));
    writeFileSync(answers, writeCsv(columns, whole));
    execFileSync("Rscript", [join(import.meta.dirname, "workbook.R"), answers, marginsFile, out]);
    return [...readCsv(readFileSync(out, "utf8")).rows];
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** A figure of the workbook beside R's; numbers are value, low, high. */
interface Pair {
  readonly name: string;
  readonly indicator: string;
  readonly isCountry: boolean;
  readonly mark: unknown;
  readonly ours: readonly unknown[];
  readonly theirs: readonly number[];
  readonly n: { readonly ours: unknown; readonly theirs: number };
  readonly nonresponse: number;
}

async function pairs(): Promise<Pair[]> {
  const people = invented();
  const cells = await readDomainSheets(await workbookOf(people.map(({ response }) => response)));
  const asked = askR(people.map(({ answers }) => answers));
  const figures = new Map(asked.map((row) => [`${row.indicator} ${row.place}`, row]));
  const codes = new Map(
    itemWithRole(instrument, "municipality")?.choices.map(({ code, labels }) => [labels.en, String(code)]),
  )
    .set("Lithuania", "")
    .set("Municipality not stated", "none");
  return cells.map(({ indicator, place, shown: [value, low, high, n] }) => {
    const id = set.indicators.find(({ label }) => indicator.startsWith(label.en ?? "?"))?.id ?? "?";
    const name = `${id} ${codes.get(place)}`;
    const r = figures.get(name);
    if (!r) throw new Error(`R has no figure for ${indicator} in ${place}.`);
    return {
      name,
      indicator: id,
      isCountry: place === "Lithuania",
      mark: typeof value === "number" ? "" : value,
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
      shown = all.filter(({ mark }) => mark === "");
    }, 180_000);

    test("all ten indicators are compared, for the country, 60 municipalities and those who named none", () => {
      expect(all.map(({ name }) => name)).toHaveLength(10 * 62);
      expect(shown.filter(({ isCountry }) => isCountry).map(({ indicator }) => indicator)).toHaveLength(10);
      expect(new Set(shown.map(({ indicator }) => indicator)).size).toBe(10);
      expect(shown.length).toBeGreaterThan(300);
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

    test("what is not shown keeps nothing beside its mark, and “–” stands where nobody is", () => {
      const hidden = all.filter(({ mark }) => mark !== "");
      const numbers = hidden.flatMap(({ ours, n }) => [...ours, n.ours]);
      expect(numbers.filter((each) => typeof each === "number")).toEqual([]);
      expect(hidden.filter(({ mark, n }) => mark === "–" && n.theirs > 0)).toEqual([]);
    });

    test("a universe hides fewer than 20 respondents nowhere alone", () => {
      for (const { id } of set.indicators) {
        const here = all.filter(({ indicator, isCountry }) => indicator === id && !isCountry);
        const counts = here.filter(({ mark, n }) => mark !== "" && n.theirs > 0).map(({ n }) => n.theirs);
        if (counts.length === 0) continue;
        expect(counts.length, id).toBeGreaterThanOrEqual(2);
        expect(
          counts.reduce((sum, count) => sum + count, 0),
          id,
        ).toBeGreaterThanOrEqual(20);
      }
    });
  },
);
