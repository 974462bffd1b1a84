import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hasSurveyPackage } from "./r.ts";

const here = import.meta.dirname;

const able = hasSurveyPackage();
const why = able ? "" : " (skipped: needs R with its survey package)";

/** Every number in a document with its place; words and versions aside. */
function numbersIn(value: unknown, place = ""): [string, number][] {
  if (typeof value === "number") return [[place, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => numbersIn(part, `${place}/${key}`));
}

const scripts = [
  { script: "cases.R", folder: here },
  { script: "kaplan-meier.R", folder: join(here, "kaplan-meier") },
];

test.skipIf(!able).each(scripts)(
  `R, asked again by $script, writes the data and the numbers that are kept here${why}`,
  ({ script, folder }) => {
    const again = mkdtempSync(join(tmpdir(), "tiltas-r-"));
    try {
      execFileSync("Rscript", [join(here, script), again], { stdio: "ignore" });
      expect(readdirSync(join(again, "cases"))).toEqual(readdirSync(join(folder, "cases")));
      for (const part of ["data", "expected"]) expectSameTables(join(again, part), join(folder, part));
      for (const name of readdirSync(join(folder, "cases"))) {
        const kept = new Map(numbersOf(folder, name));
        for (const [place, number] of numbersOf(again, name))
          expect(Math.abs(number - (kept.get(place) ?? Number.NaN)), `${name} ${place}`).toBeLessThanOrEqual(
            1e-9 * Math.abs(number) + 1e-12,
          );
      }
    } finally {
      rmSync(again, { recursive: true });
    }
  },
);

function numbersOf(folder: string, name: string): [string, number][] {
  return numbersIn(JSON.parse(readFileSync(join(folder, "cases", name), "utf8")).expected);
}

/** The same fields line by line; numbers to 1e-9, as other machines add in another order. */
function expectSameTables(again: string, kept: string): void {
  for (const name of existsSync(again) ? readdirSync(again) : []) {
    const [theirs, ours] = [again, kept].map((place) =>
      readFileSync(join(place, name), "utf8").split(/[\n,]/),
    );
    expect(theirs?.length, name).toBe(ours?.length);
    for (const [i, field] of (theirs ?? []).entries())
      if (field !== ours?.[i])
        expect(Math.abs(Number(field) / Number(ours?.[i]) - 1), `${name} ${field}`).toBeLessThan(1e-9);
  }
}
