import type { Estimator } from "../estimator.ts";
import { answeredIn } from "../measurement.ts";
import { orderOf } from "../quantiles/quantile-order.ts";
import { ordered } from "../quantiles/quantile-ordered.ts";

/**
 * Gini coefficient of incomes, 0 (all have the same) to 1 (one has all); NaN where the incomes do not add up to more
 * than nothing. The scores are the exact derivative of the coefficient of the sample.
 *
 * @param incomes one per row, NaN where missing
 * @source Deville (1999), Survey Methodology 25(2); Langel & Tillé (2013), Variance estimation of the Gini index:
 *   revisiting a result several times published, JRSS A 176(2)
 * @agrees R laeken::gini / 100, tests/reference
 */
export function giniEstimator(incomes: Float64Array): Estimator {
  const usable = answeredIn([incomes]);
  const order = orderOf(incomes, usable);
  const giniOf = (weights: Float64Array) => {
    const { values, cumulative, weights: kept } = ordered(incomes, order, weights);
    let [ranked, sum] = [0, 0];
    for (let i = 0; i < values.length; i++) {
      ranked += values[i]! * kept[i]! * (2 * cumulative[i]! - kept[i]!);
      sum += values[i]! * kept[i]!;
    }
    const total = cumulative.at(-1) ?? 0;
    return { gini: sum > 0 ? ranked / (total * sum) - 1 : Number.NaN, total, sum };
  };
  return {
    names: ["gini"],
    usable,
    valueAt: (weights) => Float64Array.of(giniOf(weights).gini),
    scoresAt(weights) {
      const { gini, total, sum } = giniOf(weights);
      const scores = new Float64Array(incomes.length);
      let [below, above] = [0, sum];
      for (const row of order) {
        const weight = weights[row]!;
        if (weight === 0) continue;
        const income = incomes[row]!;
        below += weight;
        above -= weight * income;
        scores[row] =
          (2 * (income * below + above)) / (total * sum) - (gini + 1) * (1 / total + income / sum);
      }
      return [scores];
    },
  };
}
