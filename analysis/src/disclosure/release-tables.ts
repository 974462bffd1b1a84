import type {
  Crossing,
  TableMeasure,
  WorkingCell,
  WorkingCrossing,
  WorkingTables,
} from "../lattice/index.ts";
import { figureOf } from "./figure.ts";
import { firstLook, type Standing } from "./first-look.ts";
import type { Policy } from "./policies.ts";
import type { ReleasedCell, ReleasedComparison, ReleasedCrossing } from "./released-tables.ts";

/** Made by `releaseTables` alone: the symbol does not leave this file. */
const released: unique symbol = Symbol("released tables");

/** Figures that a circle of readers may see: whatever is hidden is not in them. */
export interface ReleasedTables {
  readonly [released]: true;
  readonly policy: Policy;
  readonly crossings: readonly ReleasedCrossing[];
  readonly comparisons: readonly ReleasedComparison[];
}

export interface ReleaseOptions {
  readonly comparisons?: readonly ReleasedComparison[];
}

/**
 * The only door from working estimates to anything people see. Crossings keep their order; refused ones are left out.
 */
export async function releaseTables(
  working: WorkingTables,
  policy: Policy,
  { comparisons = [] }: ReleaseOptions = {},
): Promise<ReleasedTables> {
  const crossings = working.crossings.filter(({ crossing }) => mayBeCrossed(crossing, policy));
  const standings = crossings.map((table) => standingsOf(table, working, policy));
  const shown = crossings.map((table, place) => releaseCrossing(table, standings[place] ?? [], policy));
  return Object.freeze({
    [released]: true as const,
    policy,
    crossings: Object.freeze(shown),
    comparisons: Object.freeze(comparisons),
  });
}

/** Never more dimensions than the policy allows, and no pair it refuses. */
export const mayBeCrossed = (crossing: Crossing, { crossings }: Policy): boolean =>
  crossing.length <= crossings.most &&
  !crossings.refused.some((refused) => refused.every((dimension) => crossing.includes(dimension)));

/** By measure, by domain. One mask for all measures over the same people. */
function standingsOf(
  { crossing, domains, cells }: WorkingCrossing,
  { measures, ladder }: WorkingTables,
  policy: Policy,
): Standing[][] {
  const place = crossing.indexOf("municipality");
  const inGroup = new Set(ladder.flatMap((rung) => (rung.stands === "group" ? [rung.municipality] : [])));
  const first = measures.map((measure, row) =>
    domains.map((codes, domain): Standing => {
      if (place >= 0 && inGroup.has(codes[place] ?? "")) return "not-shown-here";
      return firstLook(cells[row]?.[domain] ?? null, measure, policy);
    }),
  );
  return underOneMask(first, measures);
}

/** What is protected for one measure of a universe is protected for all that would be shown there. */
function underOneMask(first: readonly Standing[][], measures: readonly TableMeasure[]): Standing[][] {
  const masked = new Set<string>();
  const key = (measure: number, domain: number) => `${domain} ${measures[measure]?.universe}`;
  for (const [measure, row] of first.entries())
    for (const [domain, standing] of row.entries())
      if (standing === "protected") masked.add(key(measure, domain));
  return first.map((row, measure) =>
    row.map((standing, domain) =>
      standing !== "left-out" && standing !== "not-shown-here" && masked.has(key(measure, domain))
        ? "protected"
        : standing,
    ),
  );
}

function releaseCrossing(
  { crossing, domains, cells }: WorkingCrossing,
  standings: readonly (readonly Standing[])[],
  policy: Policy,
): ReleasedCrossing {
  return Object.freeze({
    crossing,
    domains,
    cells: Object.freeze(
      cells.map((row, measure) =>
        Object.freeze(
          row.map((cell, domain) => releaseCell(cell, standings[measure]?.[domain] ?? "protected", policy)),
        ),
      ),
    ),
  });
}

function releaseCell(cell: WorkingCell | null, standing: Standing, policy: Policy): ReleasedCell {
  if (standing === "no-estimate" || standing === "nonresponse")
    return Object.freeze({ state: "not-estimable", reason: standing });
  if (standing !== "shown") return Object.freeze({ state: standing });
  const value = cell?.estimate.value ?? null;
  if (cell === null || value === null)
    return Object.freeze({ state: "not-estimable", reason: "no-estimate" });
  const state = cell.estimate.respondents < policy.precision.fewBelow ? "few-observations" : "published";
  return Object.freeze({ state, ...figureOf(cell, value, policy) });
}
