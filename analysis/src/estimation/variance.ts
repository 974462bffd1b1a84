import type { Arrangement } from "./arrangement.ts";
import type { Presence } from "./deviations.ts";
import type { UnitTree } from "./unit-tree.ts";
import { type NoVariance, varianceOfUnitTotals } from "./unit-variance.ts";

/** Totals of linearised scores as a combination of two sums by cell: z = a·first + b·second, a and b by domain. */
export interface LinearisedTotals {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** Σ w of usable rows by cell: a stratum takes part where this is positive. */
  readonly weights: Float64Array;
}

/** The totals of a domain by sampled unit, with the tree that holds these units. */
export interface UnitTotals {
  readonly tree: UnitTree;
  readonly totals: Float64Array;
  readonly presence?: Presence;
}

/** Variances by domain, or why there is none; the domain keeps the full design. */
export function varianceByDomain(
  arrangement: Arrangement,
  linearised: LinearisedTotals,
): (number | NoVariance)[] {
  return Array.from({ length: arrangement.domains.count }, (_, domain) => {
    const { tree, totals, presence } = unitTotalsOf(arrangement, linearised, domain);
    return varianceOfUnitTotals(arrangement.design, tree, totals, presence);
  });
}

/** The totals of one domain over the units it meets; over all units where those it does not meet count, too. */
export function unitTotalsOf(
  arrangement: Arrangement,
  linearised: LinearisedTotals,
  domain: number,
): UnitTotals {
  if (needsEveryUnit(arrangement))
    return { tree: arrangement.wholeTree, totals: overWhole(arrangement, linearised, domain) };
  const { cellStarts, trees } = arrangement;
  const [from, to] = [cellStarts[domain]!, cellStarts[domain + 1]!];
  const totals = new Float64Array(to - from);
  const presence = new Uint8Array(to - from);
  const [a, b] = [linearised.a[domain]!, linearised.b[domain]!];
  for (let cell = from; cell < to; cell++) {
    totals[cell - from] = a * linearised.first[cell]! + b * linearised.second[cell]!;
    presence[cell - from] = linearised.weights[cell]! > 0 ? 1 : 0;
  }
  return { tree: trees[domain]!, totals, presence };
}

/** Unequal probabilities give every unit, and adjustments every row, a part in the variance of every domain. */
function needsEveryUnit({ design, wholeTree }: Arrangement): boolean {
  return (
    design.selection !== undefined ||
    design.adjustments.length > 0 ||
    wholeTree.stages.some(({ unitFpc }) => unitFpc !== undefined)
  );
}

/** The totals of one domain by unit of the whole sample; zero where it has no rows. */
export function overWhole(
  { cellStarts, placeOfCell, wholeTree }: Arrangement,
  { first, second, a, b }: LinearisedTotals,
  domain: number,
): Float64Array {
  const totals = new Float64Array(wholeTree.leafCount);
  for (let cell = cellStarts[domain]!; cell < cellStarts[domain + 1]!; cell++)
    totals[placeOfCell[cell]!] = a[domain]! * first[cell]! + b[domain]! * second[cell]!;
  return totals;
}
