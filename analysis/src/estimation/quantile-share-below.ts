import type { Estimator } from "./estimator.ts";

/**
 * Shares of the weight at or below given limits, one for each.
 *
 * @param values one per row
 * @param usable by row: 1 where the value counts
 */
export function sharesBelow(values: Float64Array, usable: Uint8Array, limits: ArrayLike<number>): Estimator {
  const list = Array.from(limits);
  const valueAt = (weights: Float64Array) => {
    const below = new Float64Array(list.length);
    let total = 0;
    for (let row = 0; row < values.length; row++) {
      if (usable[row] !== 1) continue;
      const weight = weights[row]!;
      total += weight;
      for (let i = 0; i < list.length; i++) if (values[row]! <= list[i]!) below[i]! += weight;
    }
    return below.map((sum) => sum / total);
  };
  return {
    names: list.map(String),
    usable,
    valueAt,
    scoresAt(weights) {
      const shares = valueAt(weights);
      const total = weights.reduce((sum, weight, row) => sum + (usable[row] === 1 ? weight : 0), 0);
      return list.map((limit, i) =>
        values.map((value, row) =>
          usable[row] === 1 && weights[row] !== 0 ? ((value <= limit ? 1 : 0) - shares[i]!) / total : 0,
        ),
      );
    },
  };
}
