import { type Design, degreesOfFreedomOf, type ReplicateDesign } from "../design/index.ts";
import { sumOf } from "../numerics/index.ts";
import { weightsWithin } from "./domains.ts";
import type { Estimated } from "./estimated.ts";
import type { Estimator } from "./estimator.ts";
import { covarianceOfReplicates } from "./replicates/replicate-covariance.ts";
import { residualsOf, totalsByPlace } from "./units/adjusted-totals.ts";
import type { Presence } from "./units/deviations.ts";
import { needsEveryUnit, pathsOf, treeOf } from "./units/unit-tree.ts";
import { covarianceOfUnitTotals, type UnitCovariance } from "./units/unit-variance.ts";

/** Choices of an estimate beside its estimator. */
export interface EstimateFromOptions {
  /** By row: 1 in the domain. It is estimated with the full design: weights outside are 0, no row is left out. */
  readonly within?: Uint8Array;
}

/**
 * Any estimator on any sample, with covariance. Linearised designs take the variance of the weighted total of the
 * scores after the design's adjustments; replicate designs repeat the estimate with other weights.
 *
 * @returns values NaN where the estimator has none; covariance NaN with a `reason` where the design forbids one;
 *   degrees of freedom of the design, or of the domain where one is given
 * @source Deville (1999), Survey Methodology 25(2); Wolter (2007), Introduction to Variance Estimation
 */
export function estimateFrom(
  sample: Design | ReplicateDesign,
  estimator: Estimator,
  { within }: EstimateFromOptions = {},
): Estimated {
  const inside = insideOf(sample, estimator, within);
  const weights = weightsWithin(sample.weights, inside);
  const values = estimator.valueAt(weights);
  const { covariance, reason } =
    sample.kind === "replicate"
      ? { covariance: covarianceOfReplicates(sample, estimator, inside, values), reason: undefined }
      : linearisedCovariance(sample, estimator, weights);
  const why = reasonOf(inside, weights, values) ?? reason;
  return {
    names: estimator.names,
    values,
    covariance,
    degreesOfFreedom: degreesOfFreedomOf(sample, within),
    respondents: weights.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0),
    sumOfWeights: sumOf(weights),
    ...(why ? { reason: why } : {}),
  };
}

function insideOf(sample: { readonly rows: number }, { usable }: Estimator, within?: Uint8Array): Uint8Array {
  for (const [what, list] of [
    ["the estimator", usable],
    ["the domain", within],
  ] as const)
    if (list && list.length !== sample.rows)
      throw new RangeError(`The design has ${sample.rows} rows but ${what} has ${list.length}.`);
  return within ? usable.map((one, row) => one & within[row]!) : usable;
}

function reasonOf(inside: Uint8Array, weights: Float64Array, values: Float64Array): Estimated["reason"] {
  if (!inside.includes(1) || !weights.some((weight) => weight > 0)) return "no-respondents";
  return values.some(Number.isNaN) ? "not-estimable" : undefined;
}

function linearisedCovariance(design: Design, estimator: Estimator, weights: Float64Array): UnitCovariance {
  const tree = treeOf(pathsOf(design));
  const adjusted = design.adjustments.length > 0;
  const totals = estimator.scoresAt(weights).map((score) => {
    const weighted = score.map((one, row) => (weights[row] === 0 ? 0 : weights[row]! * one));
    return totalsByPlace(design, adjusted ? residualsOf(design)(weighted) : weighted);
  });
  return covarianceOfUnitTotals(design, tree, totals, presenceOf(design, weights));
}

/** Where the domain has rows; everywhere where units without any take part all the same. */
function presenceOf(design: Design, weights: Float64Array): Presence | undefined {
  if (needsEveryUnit(design)) return undefined;
  const { places, order } = pathsOf(design);
  const presence = new Uint8Array(order.length);
  for (let row = 0; row < design.rows; row++) if (weights[row] !== 0) presence[places[row]!] = 1;
  return presence;
}
