import type { Estimate } from "../estimate.ts";
import { tInterval } from "../interval.ts";
import { elementVariance } from "../means/mean.ts";
import { present, simpleSamplingFactor } from "../means/presented.ts";
import type { Measurement } from "../measurement.ts";
import type { EstimationOptions } from "../options.ts";
import { type Sums, sumsOfEach } from "../units/sums.ts";
import type { ReplicateArrangement } from "./replicate-arrangement.ts";
import { covarianceAround } from "./replicate-covariance.ts";
import { repeatedSums } from "./replicate-sums.ts";

/** Which function of Σwy and Σw is estimated. */
interface OfSums {
  value(values: number, weight: number, shift: number): number;
  /** Variance under simple random sampling, from that of a mean. */
  simple(variance: number, weight: number): number;
}

const mean: OfSums = {
  value: (values, weight, shift) => shift + values / weight,
  simple: (variance) => variance,
};

const total: OfSums = {
  value: (values, weight, shift) => values + shift * weight,
  simple: (variance, weight) => variance * weight * weight,
};

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
  statistic: OfSums,
): Estimate[][] {
  const sums = sumsOfEach(arrangement, measurements);
  const repeated = repeatedSums(arrangement, measurements, sums);
  return sums.map((full, v) =>
    Array.from(full.respondents, (respondents, domain) => {
      const at = (values: Float64Array, weights: Float64Array) =>
        Float64Array.of(statistic.value(values[domain]!, weights[domain]!, full.shift));
      const whole = at(full.domainValues, full.domainWeights);
      const { values, weights } = repeated[v]!;
      const thetas = values.map((one, replicate) => at(one, weights[replicate]!));
      const parts = {
        value: whole[0]!,
        variance: covarianceAround(arrangement.sample, thetas, whole)[0]![0]!,
        simpleVariance: simpleVariance(full, domain, statistic, options),
        respondents,
        eligible: full.eligible[domain]!,
      };
      return present(parts, domain, arrangement, options, tInterval);
    }),
  );
}

function simpleVariance(sums: Sums, domain: number, statistic: OfSums, options: EstimationOptions): number {
  const weight = sums.domainWeights[domain]!;
  const factor = simpleSamplingFactor(weight, sums.respondents[domain]!, options);
  return statistic.simple(elementVariance(sums, domain) * factor, weight);
}
