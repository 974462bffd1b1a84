import type { Design } from "../../design/index.ts";
import { dot } from "../../numerics/index.ts";
import { deviationsOf, type Presence } from "./deviations.ts";
import { jointCovariance } from "./joint-variance.ts";
import { pathsOf, type UnitTree } from "./unit-tree.ts";

/** Why a variance is missing. */
export type NoVariance = "single-psu" | "impossible-pair" | "negative-variance";

/** Covariances of several totals; NaN everywhere where `reason` says why. */
export interface UnitCovariance {
  readonly covariance: Float64Array[];
  readonly reason?: NoVariance;
}

/**
 * Covariances of weighted totals from their sums by sampled unit: the one place where a design becomes a variance.
 *
 * @param totals  by statistic, by leaf of the tree: sums of w·z, z the linearised scores, after adjustments
 */
export function covarianceOfUnitTotals(
  design: Design,
  tree: UnitTree,
  totals: readonly Float64Array[],
  presence?: Presence,
): UnitCovariance {
  const { selection } = design;
  if (selection) {
    const inData = totals.map((one) => asMet(one, pathsOf(design).order));
    return reported(symmetric(inData, (left, right) => jointCovariance(design, selection, left, right)));
  }
  const deviations = totals.map((one) => deviationsOf(tree, one, design, presence));
  if (!deviations.every((one) => one !== undefined)) return withoutVariance(totals.length, "single-psu");
  return { covariance: symmetric(deviations, dot) };
}

/** The same for one total alone. */
export function varianceOfUnitTotals(
  design: Design,
  tree: UnitTree,
  totals: Float64Array,
  presence?: Presence,
): number | NoVariance {
  const { covariance, reason } = covarianceOfUnitTotals(design, tree, [totals], presence);
  return reason ?? covariance[0]![0]!;
}

/** Totals in tree order as totals in the order in which the units are met in the data, the order of joint probabilities. */
function asMet(totals: Float64Array, order: Int32Array): Float64Array {
  const met = new Float64Array(totals.length);
  order.forEach((unit, place) => {
    met[unit] = totals[place]!;
  });
  return met;
}

/** Joint probabilities of zero divide by it; and pairs of units may outweigh the units themselves. */
function reported(covariance: Float64Array[]): UnitCovariance {
  if (!covariance.every((row) => row.every(Number.isFinite)))
    return withoutVariance(covariance.length, "impossible-pair");
  return covariance.some((row, i) => row[i]! < 0)
    ? { covariance, reason: "negative-variance" }
    : { covariance };
}

function withoutVariance(count: number, reason: NoVariance): UnitCovariance {
  return {
    covariance: Array.from({ length: count }, () => new Float64Array(count).fill(Number.NaN)),
    reason,
  };
}

function symmetric<One>(parts: readonly One[], product: (left: One, right: One) => number): Float64Array[] {
  const matrix = parts.map(() => new Float64Array(parts.length));
  for (let i = 0; i < parts.length; i++)
    for (let j = 0; j <= i; j++) matrix[i]![j] = matrix[j]![i] = product(parts[i]!, parts[j]!);
  return matrix;
}
