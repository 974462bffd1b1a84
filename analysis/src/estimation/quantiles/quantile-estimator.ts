import type { Estimator } from "../estimator.ts";
import { answeredIn } from "../measurement.ts";
import { densityAt } from "./quantile-density.ts";
import { orderOf } from "./quantile-order.ts";
import { ordered } from "./quantile-ordered.ts";
import { type QuantileRule, quantileOf } from "./quantile-rules.ts";

/**
 * Quantiles as functions of the weights. Their scores divide by the density at the quantile, estimated by a kernel:
 * use them in composites; for intervals of quantiles themselves Woodruff's need no density.
 *
 * @param values one per row, NaN where missing
 * @source Deville (1999), Survey Methodology 25(2), §7
 */
export function quantileEstimator(
  values: Float64Array,
  shares: readonly number[],
  rule: QuantileRule = "math",
): Estimator {
  const usable = answeredIn([values]);
  const order = orderOf(values, usable);
  const valueAt = (weights: Float64Array) => {
    const sample = ordered(values, order, weights);
    return Float64Array.from(shares, (share) => quantileOf(sample, share, rule));
  };
  return {
    names: shares.map(String),
    usable,
    valueAt,
    scoresAt(weights) {
      const sample = ordered(values, order, weights);
      return shares.map((share) => {
        const quantile = quantileOf(sample, share, rule);
        const slope = densityAt(quantile, sample) * sample.total;
        return values.map((value, row) =>
          usable[row] === 1 && weights[row] !== 0 ? (share - (value <= quantile ? 1 : 0)) / slope : 0,
        );
      });
    },
  };
}
