import type { Estimator } from "../estimator.ts";
import { answeredIn } from "../measurement.ts";
import { orderOf } from "../quantiles/quantile-order.ts";
import { ordered } from "../quantiles/quantile-ordered.ts";
import { valueAbove } from "./inequality-quantile.ts";

/**
 * Income quintile share ratio S80/S20: what the fifth with the highest incomes has over what the fifth with the
 * lowest has; NaN where the lowest fifth has nothing.
 *
 * @param incomes one per person, NaN where missing
 * @source Eurostat, EU-SILC methodology (S80/S20); linearisation: Langel & Tillé (2011), Statistical inference for
 *   the quintile share ratio, Journal of Statistical Planning and Inference 141
 * @agrees R laeken::qsr, tests/reference
 */
export function quintileRatioEstimator(incomes: Float64Array): Estimator {
  const usable = answeredIn([incomes]);
  const order = orderOf(incomes, usable);
  const partsAt = (weights: Float64Array) => {
    const sample = ordered(incomes, order, weights);
    const [low, high] = [valueAbove(sample, 0.2), valueAbove(sample, 0.8)];
    let [bottom, top] = [0, 0];
    sample.values.forEach((income, i) => {
      if (income <= low) bottom += sample.weights[i]! * income;
      if (income > high) top += sample.weights[i]! * income;
    });
    return { low, high, bottom, ratio: bottom > 0 ? top / bottom : Number.NaN };
  };
  return {
    names: ["quintile-ratio"],
    usable,
    valueAt: (weights) => Float64Array.of(partsAt(weights).ratio),
    scoresAt(weights) {
      const { low, high, bottom, ratio } = partsAt(weights);
      const scores = incomes.map((income, row) => {
        if (usable[row] !== 1 || weights[row] === 0) return 0;
        const ofTop = income > high ? income - 0.8 * high : 0.2 * high;
        const ofBottom = income <= low ? income - 0.8 * low : 0.2 * low;
        return (ofTop - ratio * ofBottom) / bottom;
      });
      return [scores];
    },
  };
}
