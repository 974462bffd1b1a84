import type { Estimate } from "../estimate.ts";
import { tInterval } from "../interval.ts";
import { mean, presentStatistic, type StatisticOfSums, total } from "../means/statistic-of-sums.ts";
import type { Measurement } from "../measurement.ts";
import type { EstimationOptions } from "../options.ts";
import { sumsOfEach } from "../units/sums.ts";
import type { ReplicateArrangement } from "./replicate-arrangement.ts";
import { covarianceAround } from "./replicate-covariance.ts";
import { repeatedSums } from "./replicate-sums.ts";

/**
 * Weighted means of those who answered, with standard errors from replicates, in every domain.
 *
 * @returns estimates by variable, then by domain
 * @source Wolter (2007), Introduction to Variance Estimation, 2nd ed.
 * @agrees R survey::svymean on a replicate design, tests/reference
 */
export function estimateMeanByReplicates(
  arrangement: ReplicateArrangement,
  measurements: readonly Measurement[],
  options: EstimationOptions = {},
): Estimate[][] {
  return estimated(arrangement, measurements, options, mean);
}

/** Weighted totals of those who answered, as means. @agrees R survey::svytotal on a replicate design, tests/reference */
export function estimateTotalByReplicates(
  arrangement: ReplicateArrangement,
  measurements: readonly Measurement[],
  options: EstimationOptions = {},
): Estimate[][] {
  return estimated(arrangement, measurements, options, total);
}

function estimated(
  arrangement: ReplicateArrangement,
  measurements: readonly Measurement[],
  options: EstimationOptions,
  statistic: StatisticOfSums,
): Estimate[][] {
  const sums = sumsOfEach(arrangement, measurements);
  const repeated = repeatedSums(arrangement, measurements, sums);
  return sums.map((full, v) =>
    Array.from(full.respondents, (_, domain) => {
      const at = (values: Float64Array, weights: Float64Array) =>
        Float64Array.of(statistic.value(values[domain]!, weights[domain]!, full.shift));
      const whole = at(full.domainValues, full.domainWeights);
      const { values, weights } = repeated[v]!;
      const thetas = values.map((one, replicate) => at(one, weights[replicate]!));
      const variance = covarianceAround(arrangement.sample, thetas, whole)[0]![0]!;
      return presentStatistic(statistic, full, variance, domain, arrangement, options, tInterval);
    }),
  );
}
