import type { Correlations, WorkingComparisons } from "../comparison/index.ts";
import type { WorkingCell, WorkingCrossing, WorkingTables } from "../lattice/index.ts";
import { type IsShown, releasedComparisons, releasedCorrelations, shownBy } from "./comparisons.ts";
import { figureOf } from "./figure.ts";
import type { Standing } from "./first-look.ts";
import { Judge, type Judged } from "./judge.ts";
import type { Policy } from "./policies.ts";
import type { MaskCache, Tally } from "./protection/index.ts";
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
  /** Masks found earlier for the same numbers. */
  readonly cache?: MaskCache;
}

/**
 * The only door from working estimates to anything people see: what one circle of readers gets that knows of no other.
 *
 * @throws SumsError if a crossing counts more people than the one above it: then nothing can be said about what follows
 *   from what
 */
export async function releaseTables(
  working: WorkingTables,
  policy: Policy,
  options: ReleaseOptions = {},
): Promise<ReleasedTables> {
  const [only] = await releaseEach(working, [policy], options);
  if (!only) throw new RangeError("One policy was given and no release came back.");
  return only;
}

/**
 * The same for several circles of readers, each wider than the one before: a wider circle is shown nothing that is
 * hidden from a narrower one, so releases laid side by side say no more than the narrowest. Crossings keep their
 * order; refused ones are left out.
 *
 * @throws SumsError as above
 */
export async function releaseEach(
  working: WorkingTables,
  policies: Iterable<Policy>,
  { comparisons = noComparisons, previous, cache }: ReleaseOptions = {},
): Promise<ReleasedTables[]> {
  const releases: ReleasedTables[] = [];
  const [judge, judgeBefore] = [new Judge(working), previous && new Judge(previous)];
  let [now, before]: (Judged | undefined)[] = [];
  try {
    for (const policy of policies) {
      now = await judge.judge(policy, now, cache);
      before = await judgeBefore?.judge(policy, before, cache);
      const wasShown = before && previous ? shownBy(previous, before) : () => false;
      releases.push(releaseJudged(working, now, policy, comparisons, wasShown));
    }
    return releases;
  } finally {
    judge.dispose();
    judgeBefore?.dispose();
  }
}

const noComparisons: WorkingComparisons = { comparisons: [], correlations: [] };

function releaseJudged(
  working: WorkingTables,
  judged: Judged,
  policy: Policy,
  comparisons: WorkingComparisons,
  wasShown: IsShown,
): ReleasedTables {
  const { crossings, standings, tally } = judged;
  const isShown = shownBy(working, judged);
  return Object.freeze({
    [released]: true as const,
    policy,
    crossings: Object.freeze(
      crossings.map((table, place) => releaseCrossing(table, standings[place] ?? [], policy)),
    ),
    comparisons: Object.freeze(releasedComparisons(comparisons, working, isShown, wasShown, policy)),
    correlations: Object.freeze(releasedCorrelations(comparisons, working, isShown)),
    tally: Object.freeze(tally),
  });
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
