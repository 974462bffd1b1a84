import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hasSurveyPackage } from "./r.ts";

const here = import.meta.dirname;

const wanted = process.env.TILTAS_FULL === "1";
const able = wanted && hasSurveyPackage();
const why = able
  ? ""
  : wanted
    ? " (skipped: needs R with its survey package)"
    : " (skipped: part of the full run, TILTAS_FULL=1)";

/** Every number in a document with its place; words and versions aside. */
function numbersIn(value: unknown, place = ""): [string, number][] {
  if (typeof value === "number") return [[place, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => numbersIn(part, `${place}/${key}`));
}

test.skipIf(!able)(`R, asked again, writes the data and the numbers that are kept here${why}`, () => {
  const again = mkdtempSync(join(tmpdir(), "tiltas-r-"));
  try {
    execFileSync("Rscript", [join(here, "cases.R"), again], { stdio: "ignore" });
    expect(readdirSync(join(again, "cases"))).toEqual(readdirSync(join(here, "cases")));
    for (const name of readdirSync(join(again, "data")))
      expect(readFileSync(join(again, "data", name), "utf8")).toBe(
        readFileSync(join(here, "data", name), "utf8"),
      );
    const read = (folder: string, name: string) =>
      numbersIn(JSON.parse(readFileSync(join(folder, "cases", name), "utf8")).expected);
    for (const name of readdirSync(join(here, "cases"))) {
      const kept = new Map(read(here, name));
      for (const [place, number] of read(again, name))
        expect(Math.abs(number - (kept.get(place) ?? Number.NaN)), `${name} ${place}`).toBeLessThanOrEqual(
          1e-9 * Math.abs(number) + 1e-12,
        );
    }
  } finally {
    rmSync(again, { recursive: true });
  }
});
