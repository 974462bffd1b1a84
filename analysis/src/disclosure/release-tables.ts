import type { Correlations, WorkingComparisons } from "../comparison/index.ts";
import type { Crossing, Rung, WorkingCell, WorkingCrossing, WorkingTables } from "../lattice/index.ts";
import { type IsShown, releasedComparisons, releasedCorrelations, shownBy } from "./comparisons.ts";
import { figureOf } from "./figure.ts";
import { firstLook, type Standing } from "./first-look.ts";
import type { Policy } from "./policies.ts";
import { cellSystem, protectLattice, type Tally } from "./protection/index.ts";
import type { ReleasedCell, ReleasedComparison, ReleasedCrossing } from "./released-tables.ts";

/** Made by `releaseTables` alone: the symbol does not leave this file. */
const released: unique symbol = Symbol("released tables");

/** Figures that a circle of readers may see: whatever is hidden is not in them. */
export interface ReleasedTables {
  readonly [released]: true;
  readonly policy: Policy;
  readonly crossings: readonly ReleasedCrossing[];
  readonly comparisons: readonly ReleasedComparison[];
  readonly correlations: readonly Correlations[];
  readonly tally: Tally;
}

export interface ReleaseOptions {
  readonly comparisons?: WorkingComparisons;
  /** The wave before: a change is told only where its own figure could be shown. */
  readonly previous?: WorkingTables;
}

/**
 * The only door from working estimates to anything people see. Crossings keep their order; refused ones are left out.
 *
 * @throws SumsError if a crossing counts more people than the one above it: then nothing can be said about what follows
 *   from what
 */
export async function releaseTables(
  working: WorkingTables,
  policy: Policy,
  { comparisons = { comparisons: [], correlations: [] }, previous }: ReleaseOptions = {},
): Promise<ReleasedTables> {
  const { crossings, standings, tally } = await judge(working, policy);
  const shown = crossings.map((table, place) => releaseCrossing(table, standings[place] ?? [], policy));
  const isShown = shownBy(working, crossings, standings);
  const told = releasedComparisons(
    comparisons,
    working,
    isShown,
    await shownBefore(previous, policy),
    policy,
  );
  return Object.freeze({
    [released]: true as const,
    policy,
    crossings: Object.freeze(shown),
    comparisons: Object.freeze(told),
    correlations: Object.freeze(releasedCorrelations(comparisons, working, isShown)),
    tally: Object.freeze(tally),
  });
}

/** What is to become of each cell of the crossings that a policy allows. */
async function judge({ crossings: all, measures, lattice, ladder }: WorkingTables, policy: Policy) {
  const crossings = all.filter(({ crossing }) => mayBeCrossed(crossing, policy));
  const rungs = new Map(ladder.map((rung) => [rung.municipality, rung.stands]));
  const first = crossings.map(({ crossing, domains, cells }) =>
    measures.map((measure, row) =>
      domains.map((codes, domain) =>
        speaksThroughGroup(crossing, codes, rungs)
          ? "not-shown-here"
          : firstLook(cells[row]?.[domain] ?? null, measure, policy),
      ),
    ),
  );
  const alone = (municipality: string) => (rungs.get(municipality) ?? "single") === "single";
  const system = cellSystem(crossings, lattice, alone);
  return { crossings, ...(await protectLattice(first, system, crossings, measures, policy)) };
}

/** Without the wave before nobody can tell what it shows. */
async function shownBefore(previous: WorkingTables | undefined, policy: Policy): Promise<IsShown> {
  if (!previous) return () => false;
  const { crossings, standings } = await judge(previous, policy);
  return shownBy(previous, crossings, standings);
}

/** Never more dimensions than the policy allows, and no pair it refuses. */
export const mayBeCrossed = (crossing: Crossing, { crossings }: Policy): boolean =>
  crossing.length <= crossings.most &&
  !crossings.refused.some((refused) => refused.every((dimension) => crossing.includes(dimension)));

function speaksThroughGroup(
  crossing: Crossing,
  codes: readonly string[],
  rungs: ReadonlyMap<string, Rung["stands"]>,
): boolean {
  const place = crossing.indexOf("municipality");
  return place >= 0 && rungs.get(codes[place] ?? "") === "group";
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
