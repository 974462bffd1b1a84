import type { Estimate } from "../estimate.ts";
import type { Measurement } from "../measurement.ts";
import type { EstimationOptions } from "../options.ts";
import type { Arrangement } from "../units/arrangement.ts";
import { inPasses } from "../units/row-sums.ts";
import { type Sums, sumsOfEach } from "../units/sums.ts";
import type { NoVariance } from "../units/unit-variance.ts";
import { type LinearisedTotals, variancesOfEach } from "../units/variance.ts";
import { type MakeInterval, present, simpleSamplingFactor } from "./presented.ts";

/** A statistic made of Σw(y − shift) and Σw of a domain: all that linearised and replicate designs need of it. */
export interface StatisticOfSums {
  value(values: number, weight: number, shift: number): number;
  /** Variance under simple random sampling, from that of a mean. */
  simpleVariance(ofMean: number, weight: number): number;
  /** Totals by unit of w times the linearised variable. */
  linearised(sums: Sums, measurement: Measurement): LinearisedTotals;
}

/** Σwy / Σw; its linearised variable is (y − mean) / Σw. */
export const mean: StatisticOfSums = {
  value: (values, weight, shift) => shift + values / weight,
  simpleVariance: (ofMean) => ofMean,
  linearised: ({ values, weights, domainValues, domainWeights, shift }, measurement) => ({
    first: values,
    second: weights,
    a: domainWeights.map((weight) => 1 / weight),
    b: domainValues.map((total, domain) => -total / domainWeights[domain]! ** 2),
    weights,
    byRow: { measurement, shift },
  }),
};

/** Σwy; its linearised variable is y. */
export const total: StatisticOfSums = {
  value: (values, weight, shift) => values + shift * weight,
  simpleVariance: (ofMean, weight) => ofMean * weight * weight,
  linearised: ({ values, weights, domainWeights, shift }, measurement) => ({
    first: values,
    second: weights,
    a: domainWeights.map(() => 1),
    b: domainWeights.map(() => shift),
    weights,
    byRow: { measurement, shift },
  }),
};

/** Estimates by variable, then by domain, on a linearised design, with the interval asked for. */
export function estimatesOfEach(
  statistic: StatisticOfSums,
  arrangement: Arrangement,
  measurements: readonly Measurement[],
  options: EstimationOptions,
  makeInterval: MakeInterval,
): Estimate[][] {
  return inPasses(measurements, (some) => {
    const sums = sumsOfEach(arrangement, some);
    const linearised = sums.map((one, i) => statistic.linearised(one, some[i]!));
    const variances = variancesOfEach(arrangement, linearised);
    return sums.map((one, i) =>
      variances[i]!.map((variance, domain) =>
        presentStatistic(statistic, one, variance, domain, arrangement, options, makeInterval),
      ),
    );
  });
}

/** One estimate from the sums of its domain and its variance, however that was had. */
export function presentStatistic(
  statistic: StatisticOfSums,
  sums: Sums,
  variance: number | NoVariance,
  domain: number,
  arrangement: Arrangement,
  options: EstimationOptions,
  makeInterval: MakeInterval,
): Estimate {
  const [respondents, weight] = [sums.respondents[domain]!, sums.domainWeights[domain]!];
  const factor = simpleSamplingFactor(weight, respondents, options);
  const parts = {
    value: statistic.value(sums.domainValues[domain]!, weight, sums.shift),
    variance,
    simpleVariance: statistic.simpleVariance(elementVariance(sums, domain) * factor, weight),
    respondents,
    eligible: sums.eligible[domain]!,
  };
  return present(parts, domain, arrangement, options, makeInterval);
}

/** Weighted variance between respondents, times n/(n − 1) with n the rows of positive weight (as R `svyvar`). */
function elementVariance(sums: Sums, domain: number): number {
  const [weight, n] = [sums.domainWeights[domain]!, sums.respondents[domain]!];
  const centre = sums.domainValues[domain]! / weight;
  return (sums.domainSquares[domain]! / weight - centre * centre) * (n / (n - 1));
}
