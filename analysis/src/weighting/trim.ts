import type { Weighted } from "./weighted.ts";
import { WeightingError } from "./weighting-error.ts";

export interface TrimOptions {
  readonly lower?: number;
  readonly upper?: number;
  /** true: repeated until every weight is within the bounds; false (default): once, so that some may pass them again. */
  readonly strict?: boolean;
}

export interface Trimmed extends Weighted {
  /** Rows whose weight was outside the bounds before. */
  readonly trimmed: number;
  readonly rounds: number;
}

/**
 * Pulls weights outside the bounds to them and spreads the excess equally (the same amount, not the same share) over
 * the weights that were inside. The sum stays. A lower bound lifts weights of zero.
 *
 * @param weights by row, before; bounds are in the same units
 * @throws WeightingError bounds that cross, or that no weights of this sum can keep
 * @source Potter (1990), A Study of Procedures to Identify and Trim Extreme Sampling Weights, ASA SRMS; the equal
 *   spreading is that of R survey
 * @agrees R survey::trimWeights, tests/reference
 */
export function trim(weights: Float64Array, options: TrimOptions): Trimmed {
  const { lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY, strict = false } = options;
  refuseImpossible(weights, lower, upper, strict);
  const trimmed = outsideCount(weights, lower, upper);
  let [after, rounds] = [weights, 0];
  while (outsideCount(after, lower, upper) > 0 && (rounds === 0 || strict)) {
    after = trimmedOnce(after, lower, upper);
    if (++rounds > maximumRounds) throw neverInside(lower, upper);
  }
  return {
    weights: after,
    converged: true,
    adjustment: undefined,
    trimmed,
    rounds,
    notes: trimmed > 0 ? [`Weights pulled to the bounds: ${trimmed} of ${weights.length}.`] : [],
  };
}

const maximumRounds = 10_000;

function trimmedOnce(weights: Float64Array, lower: number, upper: number): Float64Array {
  let [excess, inside] = [0, 0];
  for (const weight of weights) {
    if (weight < lower || weight > upper) excess += weight - Math.max(lower, Math.min(weight, upper));
    else inside++;
  }
  if (inside === 0) throw neverInside(lower, upper);
  const share = excess / inside;
  return weights.map((weight) =>
    weight < lower || weight > upper ? Math.max(lower, Math.min(weight, upper)) : weight + share,
  );
}

function outsideCount(weights: Float64Array, lower: number, upper: number): number {
  let count = 0;
  for (const weight of weights) if (weight < lower || weight > upper) count++;
  return count;
}

function refuseImpossible(weights: Float64Array, lower: number, upper: number, strict: boolean): void {
  if (!(lower <= upper))
    throw new WeightingError(
      `The lower bound ${lower} is above the upper bound ${upper}. Give bounds with room between them.`,
    );
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  if (strict && (mean > upper || mean < lower))
    throw new WeightingError(
      `The mean weight is ${mean.toPrecision(6)}, so no weights of this sum can all lie between ${lower} and ${upper}. Give bounds on both sides of the mean.`,
    );
}

function neverInside(lower: number, upper: number): WeightingError {
  return new WeightingError(
    `The weights cannot all be brought between ${lower} and ${upper} by spreading the excess. Widen the bounds.`,
  );
}
