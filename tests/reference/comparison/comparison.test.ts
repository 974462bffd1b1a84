import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareFigures, compareTables, type WorkingComparisons } from "@tiltas/analysis/comparison";
import { workingTables } from "@tiltas/analysis/lattice";
import { weighWave } from "@tiltas/analysis/weighting";
import { readCsv } from "@tiltas/formats/tables";
import { beforeAll, describe, expect, test } from "vitest";
import { hasSurveyPackage } from "../r.ts";
import {
  datasetOf,
  drawn,
  groupOf,
  indicators,
  instrument,
  invent,
  lattice,
  margins,
  measureNames,
  plan,
} from "./two-waves.ts";

const able = hasSurveyPackage();
const why = able ? "" : " (skipped: needs R with its survey package)";

type Drawn = "one sample" | "strata";

function compared(drawnAs: Drawn): WorkingComparisons {
  const [before, now] = [1, 2].map((wave) => {
    const dataset = datasetOf(invent(wave));
    const { design, inside } = weighWave({
      dataset,
      instrument,
      plan: { ...plan, strata: drawnAs === "strata" ? ["municipality"] : [] },
      margins: { rows: marginRows() },
      sample: "register",
      synthetic: false,
    });
    const listener = compareFigures({
      lattice,
      dataset,
      claimsCountry: true,
      otherWeights: [],
      isHeadline: () => false,
    });
    const { onScored } = listener;
    const people = { dataset, instrument, design, inside };
    const working = workingTables({ ...people, wave: String(wave), lattice, indicators, onScored });
    return { working, found: listener.found(), hasKnownChances: true };
  });
  const previous = { ...before!, comparability: () => "same" as const };
  return compareTables({ ...now!, indicators, previous });
}

function marginRows() {
  const counted = {
    reference_date: "2026-01-01",
    ages: "18+",
    eu_citizens: "out",
    residence: "permit",
    definition: "residents",
    source: "made up",
    confidence: "official",
  };
  const cellOf = (margin: string, cell: string) => {
    const [citizenship, sex] = cell.split(" ");
    return margin === "place" ? `municipality=${cell}` : `citizenship=${citizenship};sex=${sex}`;
  };
  return Object.entries(margins).flatMap(([margin, cells]) =>
    Object.entries(cells).map(([cell, count]) => ({
      margin,
      cell: cellOf(margin, cell),
      count: String(count),
      ...counted,
    })),
  );
}

/** R reads the same people and the same counts, and weighs and compares them by itself. */
function askR(drawnAs: Drawn): readonly Readonly<Record<string, string>>[] {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-comparison-"));
  try {
    const number = (value: number | null) => (value === null ? "" : String(value));
    for (const wave of [1, 2]) {
      const lines = invent(wave).map(({ place, citizenship, sex, score, satisfied, cost, income }) => {
        const base = drawn[place]!.people / drawn[place]!.drawn;
        const yes = satisfied === null ? "" : satisfied === "yes" ? "1" : "0";
        return [
          place,
          groupOf[place],
          citizenship,
          sex,
          base,
          number(score),
          yes,
          number(cost),
          number(income),
          1,
        ].join();
      });
      const header = "place,group,citizenship,sex,base,score,satisfied,cost,income,one";
      writeFileSync(join(folder, `wave-${wave}.csv`), `${[header, ...lines].join("\n")}\n`);
    }
    const counts = Object.entries(margins).flatMap(([margin, cells]) =>
      Object.entries(cells).map(([cell, count]) => `${margin},${cell},${count}`),
    );
    writeFileSync(join(folder, "margins.csv"), `${["margin,cell,count", ...counts].join("\n")}\n`);
    execFileSync("Rscript", [join(import.meta.dirname, "comparison.R"), folder, drawnAs], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    return readCsv(readFileSync(join(folder, "r.csv"), "utf8")).rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const crossings: Readonly<Record<string, string>> = {
  place: "municipality",
  group: "municipality-group",
  "": "",
};

function close(
  ours: number | null | undefined,
  theirs: string | undefined,
  what: string,
  tolerance = 1e-7,
): void {
  if (theirs === "" || theirs === undefined) return;
  const difference = Math.abs((ours ?? Number.NaN) - Number(theirs));
  expect(difference, `${what}: ours ${ours}, R's ${theirs}`).toBeLessThanOrEqual(
    tolerance * Math.max(1e-3, Math.abs(Number(theirs))),
  );
}

describe.each<Drawn>(["one sample", "strata"])(
  `comparisons are those of R's survey, drawn as %s${why}`,
  (drawnAs) => {
    let ours: WorkingComparisons;
    let theirs: ReturnType<typeof askR> = [];

    beforeAll(() => {
      ours = compared(drawnAs);
      if (able) theirs = askR(drawnAs);
    }, 60_000);

    test.skipIf(!able).each(["rest", "country", "group", "change"])(
      "%s: difference, error, p-value, p-value over the family, same composition",
      (kind) => {
        const rows = theirs.filter((row) => row.kind === kind);
        expect(rows.length).toBe({ rest: 35, country: 35, group: 25, change: 7 }[kind]);
        for (const row of rows) {
          const one = ours.comparisons.find(
            (found) =>
              found.kind === kind &&
              measureNames[found.measure] === row.measure &&
              found.crossing.join() === crossings[row.crossing ?? ""] &&
              found.domain.join() === row.domain,
          );
          const what = `${row.measure} ${kind} ${row.domain}`;
          close(one?.difference, row.difference, `${what}, difference`);
          close(one?.standardError, row.se, `${what}, error`);
          close(one?.p, row.p, `${what}, p`, 1e-6);
          if (kind !== "change") close(one?.adjustedP, row.adjusted, `${what}, over the family`, 1e-6);
          close(one?.compositionAdjusted, row.alike, `${what}, same composition`);
        }
      },
    );

    test.skipIf(!able).each([
      ["municipality", "place", 45],
      ["sex", "sex", 9],
      ["citizenship-group", "citizenship", 18],
    ])("correlations by %s and with the country, to the thousandths kept", (dimension, column, count) => {
      const rows = theirs.filter(({ kind }) => kind === `correlation ${column}`);
      expect(rows).toHaveLength(count);
      const codes = lattice.dimensions.find(({ id }) => id === dimension)!.codes.map(({ code }) => code);
      for (const row of rows) {
        const other = row.domain === "country" ? "" : dimension;
        const own = ours.correlations.find(
          (one) =>
            measureNames[one.measure] === row.measure &&
            one.crossing.join() === dimension &&
            one.other.join() === other,
        );
        const [i, j] = [row.crossing, row.domain].map((code) => codes.indexOf(code ?? ""));
        const [first, second] = other === "" ? [i!, 0] : [Math.min(i!, j!), Math.max(i!, j!)];
        const found = own?.pairs.find(([one, two]) => one === first && two === second)?.[2] ?? 0;
        expect(Math.abs(found / 1000 - Number(row.difference))).toBeLessThan(found === 0 ? 0.005 : 0.00051);
      }
    });

    test("changes of the country: the p-values of its measures are controlled together", () => {
      const family = ours.comparisons.filter(
        ({ kind, crossing }) => kind === "change" && crossing.length === 0,
      );
      expect(family.map(({ measure }) => measureNames[measure])).toEqual([...measureNames]);
      const adjusted = theirs.filter(({ kind }) => kind === "change");
      for (const row of adjusted) {
        const one = family.find(({ measure }) => measureNames[measure] === row.measure);
        close(one?.adjustedP, row.adjusted, `${row.measure} over the family`, 1e-6);
      }
    });
  },
);
