import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPolicies } from "@tiltas/analysis/disclosure";
import type { WorkingCell, WorkingTables } from "@tiltas/analysis/lattice";
import { root } from "../structure/source-files.ts";
import { type Bounds, bounds, type IsHidden, respondents } from "./disclosure-attack.ts";
import { population, tablesOf, withoutSilentGroups } from "./disclosure-tables.ts";

export const policies = readPolicies(
  JSON.parse(readFileSync(join(root, "analysis/plan/policies.json"), "utf8")),
);
export const ministry = policies.get("ministry")!;

export const full = process.env.TILTAS_FULL !== undefined;

/** So few that the universe, which holds a sensitive measure, hides the cell to protect them. */
export const isProtected = ({ base }: WorkingCell) => base > 0 && base < ministry.protect.sensitiveBelow;

/** All cells of an invented population. */
export interface Made extends WorkingTables {
  /** What of them disclosure control is given. */
  readonly working: WorkingTables;
}

/** The first so many tables of a fixed series in which somebody needs protection. */
export function tables(wanted: number): Made[] {
  const found: Made[] = [];
  for (let seed = 1; found.length < wanted; seed++) {
    const people = population(seed);
    const made = tablesOf(people);
    const own = new Set(made.ladder.flatMap((rung) => (rung.stands === "single" ? [rung.municipality] : [])));
    const needs = made.crossings.some(({ crossing, domains, cells }) =>
      cells[0]?.some(
        (cell, domain) =>
          cell !== null &&
          isProtected(cell) &&
          (crossing[0] !== "municipality" || own.has(domains[domain]?.[0] ?? "")),
      ),
    );
    if (needs) found.push({ ...made, working: withoutSilentGroups(made, people) });
  }
  return found;
}

/** Hidden numbers of respondents that are known too closely, by the rule. */
export function tooClose(made: WorkingTables, isHidden: IsHidden, isInteger = false): Bounds[] {
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
