import { readFileSync } from "node:fs";
import { join } from "node:path";
import { firstLook, readPolicies, releaseTables } from "@tiltas/analysis/disclosure";
import type { WorkingCell, WorkingTables } from "@tiltas/analysis/lattice";
import { describe, expect, test } from "vitest";
import { root } from "../structure/source-files.ts";
import { type Bounds, bounds, having, type IsHidden, respondents } from "./disclosure-attack.ts";
import { population, tablesOf } from "./disclosure-tables.ts";

const policies = readPolicies(
  JSON.parse(readFileSync(join(root, "instruments/analysis/policies.json"), "utf8")),
);
const ministry = policies.get("ministry")!;

const full = process.env.TILTAS_FULL !== undefined;

/** So few that the universe, which holds a sensitive measure, hides the cell to protect them. */
const isProtected = ({ base }: WorkingCell) => base > 0 && base < ministry.protect.sensitiveBelow;

/** The first so many tables of a fixed series in which somebody needs protection. */
function tables(wanted: number): WorkingTables[] {
  const found: WorkingTables[] = [];
  for (let seed = 1; found.length < wanted; seed++) {
    const made = tablesOf(population(seed));
    const own = new Set(made.ladder.flatMap((rung) => (rung.stands === "single" ? [rung.municipality] : [])));
    const needs = made.crossings.some(({ crossing, domains, cells }) =>
      cells[0]?.some(
        (cell, domain) =>
          cell !== null &&
          isProtected(cell) &&
          (crossing[0] !== "municipality" || own.has(domains[domain]?.[0] ?? "")),
      ),
    );
    if (needs) found.push(made);
  }
  return found;
}

/** Everything that one reader of a release does not see, and what of it is marked as protecting people. */
async function hiddenBy(made: WorkingTables): Promise<{ isHidden: IsHidden; isMarked: IsHidden }> {
  const { crossings } = await releaseTables(made, ministry);
  const stateOf = (measure: number, crossing: number, domain: number) =>
    crossings[crossing]?.cells[measure]?.[domain]?.state;
  return {
    isHidden: (...cell) => ["protected", "not-shown-here"].includes(stateOf(...cell) ?? ""),
    isMarked: (...cell) => stateOf(...cell) === "protected",
  };
}

/** The protection taken away: only what the rules for one cell alone hide. */
function hiddenByThemselves(made: WorkingTables): IsHidden {
  const merged = new Set(made.ladder.flatMap((rung) => (rung.stands === "group" ? [rung.municipality] : [])));
  return (_, crossing, domain) => {
    const table = made.crossings[crossing]!;
    if (table.crossing[0] === "municipality" && merged.has(table.domains[domain]?.[0] ?? "")) return true;
    return made.measures.some(
      (measure, row) =>
        firstLook(table.cells[row]![domain]!, measure, ministry) === "protected" &&
        isProtected(table.cells[row]![domain]!),
    );
  };
}

/** Hidden numbers of respondents that are known too closely, by the rule. */
function tooClose(made: WorkingTables, isHidden: IsHidden, isInteger = false): Bounds[] {
  const { least, share, above } = ministry.interval;
  return bounds(made, 0, isHidden, respondents, isProtected, isInteger).filter(
    ({ cell: { base }, low, high, ...place }) => {
      const isWide = high - low >= Math.max(least, share * base) - 1e-6;
      if (!isWide || high < base + above - 1e-6) return true;
      return low > Math.max(0, base - above) + 1e-6 && low > lowestOfAll(made, place) + 1e-6;
    },
  );
}

/** What a number could be at least if nothing were released but the country and which cells are empty. */
function lowestOfAll(
  made: WorkingTables,
  { crossing, domain }: { crossing: number; domain: number },
): number {
  const all: IsHidden = (_, one, other) =>
    made.crossings[one]?.crossing.length !== 0 && made.crossings[one]?.cells[0]?.[other]?.base !== 0;
  const only = (_: WorkingCell, one: number, other: number) => one === crossing && other === domain;
  return bounds(made, 0, all, respondents, only)[0]?.low ?? 0;
}

describe("S01: a linear programme over everything released", () => {
  const made = tables(full ? 500 : 60);

  test("finds no protected number of respondents more closely than the rule allows", async () => {
    const hidden = { primary: 0, complementary: 0 };
    for (const one of made) {
      const { isHidden, isMarked } = await hiddenBy(one);
      expect(tooClose(one, isHidden)).toEqual([]);
      for (const [crossing, { cells }] of one.crossings.entries())
        for (const [domain, cell] of cells[0]!.entries())
          if (isMarked(0, crossing, domain)) hidden[isProtected(cell!) ? "primary" : "complementary"]++;
    }
    expect(hidden.complementary, JSON.stringify(hidden)).toBeLessThanOrEqual(hidden.primary);
  });

  test("finds no number of people with a trait more closely than half of the rarer side", async () => {
    for (const one of made.slice(0, full ? 500 : 20)) {
      const { isHidden } = await hiddenBy(one);
      for (const measure of one.measures.keys()) {
        const found = bounds(one, measure, isHidden, having, isProtected).filter(({ cell, low, high }) => {
          const value = cell.estimate.value ?? 0;
          const rarer = Math.min(value, 1 - value) * cell.weightedBase;
          return high - low < ministry.interval.share * rarer - 1e-3;
        });
        expect(found).toEqual([]);
      }
    }
  });

  test("control: with the rules for single cells alone it breaks nine tables in ten", () => {
    const broken = made.filter((one) => tooClose(one, hiddenByThemselves(one)).length > 0);
    expect(broken.length).toBeGreaterThanOrEqual(0.9 * made.length);
  });
});

describe("S02: the same in whole numbers", () => {
  test("finds no more", async () => {
    for (const one of tables(full ? 500 : 20)) {
      const cells = one.crossings.reduce((sum, { domains }) => sum + domains.length, 0);
      expect(cells).toBeLessThanOrEqual(200);
      const { isHidden } = await hiddenBy(one);
      expect(tooClose(one, isHidden, true)).toEqual([]);
    }
  });
});
