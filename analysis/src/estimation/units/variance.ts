import type { Measurement } from "../measurement.ts";
import { unexplainedOfEach } from "./adjusted-totals.ts";
import type { Arrangement } from "./arrangement.ts";
import type { Presence } from "./deviations.ts";
import { needsEveryUnit, type UnitTree } from "./unit-tree.ts";
import { type NoVariance, varianceOfUnitTotals } from "./unit-variance.ts";

/** Totals of linearised scores as a combination of two sums by cell: z = a·first + b·second, a and b by domain. */
export interface LinearisedTotals {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** Σ w of usable rows by cell: a stratum takes part where this is positive. */
  readonly weights: Float64Array;
  /** The same by row, NaN where the row is not usable: first is measurement − shift, second is base (1 where left out). */
  readonly byRow: { readonly measurement: Measurement; readonly shift: number; readonly base?: Measurement };
}

/** The totals of a domain by sampled unit, with the tree that holds these units. */
export interface UnitTotals {
  readonly tree: UnitTree;
  readonly totals: Float64Array;
  readonly presence?: Presence;
}

/** Variances by variable, then by domain, or why there is none; a domain keeps the full design. */
export function variancesOfEach(
  arrangement: Arrangement,
  variables: readonly LinearisedTotals[],
): (number | NoVariance)[][] {
  return unitTotalsOfEach(arrangement, variables).map((totalsOf) =>
    Array.from({ length: arrangement.domains.count }, (_, domain) => {
      const { tree, totals, presence } = totalsOf(domain);
      return varianceOfUnitTotals(arrangement.design, tree, totals, presence);
    }),
  );
}

/** The totals of each domain over the units it meets; over all units where those it does not meet count, too. */
export function unitTotalsOfEach(
  arrangement: Arrangement,
  variables: readonly LinearisedTotals[],
): ((domain: number) => UnitTotals)[] {
  if (!needsEveryUnit(arrangement.design))
    return variables.map((one) => (domain) => overMet(arrangement, one, domain));
  return wholeTotalsOfEach(arrangement, variables).map((totalsOf) => (domain) => ({
    tree: arrangement.wholeTree,
    totals: totalsOf(domain),
  }));
}

/** The totals of each domain by unit of the whole sample, after the adjustments of the design. */
export function wholeTotalsOfEach(
  arrangement: Arrangement,
  variables: readonly LinearisedTotals[],
): ((domain: number) => Float64Array)[] {
  const scores = variables.map((one) => (domain: number) => overWhole(arrangement, one, domain));
  if (arrangement.design.adjustments.length === 0) return scores;
  return unexplainedOfEach(arrangement, variables).map(
    (left, i) => (domain) => left(scores[i]!(domain), domain),
  );
}

function overMet(
  { cellStarts, trees }: Arrangement,
  linearised: LinearisedTotals,
  domain: number,
): UnitTotals {
  const [from, to] = [cellStarts[domain]!, cellStarts[domain + 1]!];
  const [totals, presence] = [new Float64Array(to - from), new Uint8Array(to - from)];
  const [a, b] = [linearised.a[domain]!, linearised.b[domain]!];
  for (let cell = from; cell < to; cell++) {
    totals[cell - from] = a * linearised.first[cell]! + b * linearised.second[cell]!;
    presence[cell - from] = linearised.weights[cell]! > 0 ? 1 : 0;
  }
  return { tree: trees[domain]!, totals, presence };
}

/** Zero where the domain has no rows. */
function overWhole(
  { cellStarts, placeOfCell, wholeTree }: Arrangement,
  { first, second, a, b }: LinearisedTotals,
  domain: number,
): Float64Array {
  const totals = new Float64Array(wholeTree.leafCount);
  for (let cell = cellStarts[domain]!; cell < cellStarts[domain + 1]!; cell++)
    totals[placeOfCell[cell]!] = a[domain]! * first[cell]! + b[domain]! * second[cell]!;
  return totals;
}
