import { unexplained } from "./adjusted-totals.ts";
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
  /** The same by row, NaN where the row is not usable: first − shift, and second (1 where left out). */
  readonly byRow: { readonly first: Float64Array; readonly shift: number; readonly second?: Float64Array };
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
  const totalsOf = unitTotalsBy(arrangement, linearised);
  return Array.from({ length: arrangement.domains.count }, (_, domain) => {
    const { tree, totals, presence } = totalsOf(domain);
    return varianceOfUnitTotals(arrangement.design, tree, totals, presence);
  });
}

/** The totals of each domain over the units it meets; over all units where those it does not meet count, too. */
export function unitTotalsBy(
  arrangement: Arrangement,
  linearised: LinearisedTotals,
): (domain: number) => UnitTotals {
  if (!needsEveryUnit(arrangement.design)) return (domain) => overMet(arrangement, linearised, domain);
  const totalsOf = wholeTotalsBy(arrangement, linearised);
  return (domain) => ({ tree: arrangement.wholeTree, totals: totalsOf(domain) });
}

/** The totals of each domain by unit of the whole sample, after the adjustments of the design. */
export function wholeTotalsBy(
  arrangement: Arrangement,
  linearised: LinearisedTotals,
): (domain: number) => Float64Array {
  const scores = (domain: number) => overWhole(arrangement, linearised, domain);
  if (arrangement.design.adjustments.length === 0) return scores;
  const left = unexplained(arrangement, linearised);
  return (domain) => left(scores(domain), domain);
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
