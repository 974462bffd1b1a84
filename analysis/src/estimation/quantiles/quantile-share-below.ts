import type { Estimator } from "../estimator.ts";
import { meansEstimator } from "../estimators.ts";

/**
 * Shares of the weight at or below given limits, one for each: the means of ones and zeros.
 *
 * @param values one per row
 * @param usable by row: 1 where the value counts
 */
export function sharesBelow(values: Float64Array, usable: Uint8Array, limits: ArrayLike<number>): Estimator {
  const list = Array.from(limits);
  const atOrBelow = (limit: number) =>
    values.map((value, row) => (usable[row] === 1 ? Number(value <= limit) : Number.NaN));
  return meansEstimator(
    list.map(String),
    list.map((limit) => ({ values: atOrBelow(limit) })),
  );
}
