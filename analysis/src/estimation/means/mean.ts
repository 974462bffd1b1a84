import type { Design } from "../../design/index.ts";
import type { Estimate } from "../estimate.ts";
import { tInterval } from "../interval.ts";
import type { Measurement } from "../measurement.ts";
import type { EstimationOptions } from "../options.ts";
import { type Arrangement, arrange } from "../units/arrangement.ts";
import { inPasses } from "../units/row-sums.ts";
import { type Sums, sumsOfEach } from "../units/sums.ts";
import type { NoVariance } from "../units/unit-variance.ts";
import { type LinearisedTotals, variancesOfEach } from "../units/variance.ts";
import { type MakeInterval, present, simpleSamplingFactor } from "./presented.ts";

/**
 * Weighted mean Σwy / Σw of those who answered, with its Taylor-linearised standard error and t interval.
 *
 * @source Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, §5.5–5.7
 * @agrees R survey::svymean, tests/reference
 */
export function estimateMean(
  design: Design,
  measurement: Measurement,
  options: EstimationOptions = {},
): Estimate {
  return estimateMeanByDomain(arrange(design), [measurement], options)[0]![0]!;
}

/**
 * Means of several variables in every domain, the rows sorted once.
 * Domains are estimated with the full design (zero scores outside), never by filtering rows first.
 *
 * @returns estimates by variable, then by domain
 */
export function estimateMeanByDomain(
  arrangement: Arrangement,
  measurements: readonly Measurement[],
  options: EstimationOptions = {},
): Estimate[][] {
  return meansOfEach(arrangement, measurements, options, tInterval);
}

/** Means by variable, then by domain, with the interval asked for. */
export function meansOfEach(
  arrangement: Arrangement,
  measurements: readonly Measurement[],
  options: EstimationOptions,
  makeInterval: MakeInterval,
): Estimate[][] {
  return inPasses(measurements, (some) => {
    const sums = sumsOfEach(arrangement, some);
    const linearised = sums.map((one, i) => linearisedMean(one, some[i]!));
    const variances = variancesOfEach(arrangement, linearised);
    return sums.map((one, i) => presentMeans(arrangement, one, variances[i]!, options, makeInterval));
  });
}

function presentMeans(
  arrangement: Arrangement,
  sums: Sums,
  variances: readonly (number | NoVariance)[],
  options: EstimationOptions,
  makeInterval: MakeInterval,
): Estimate[] {
  return variances.map((variance, domain) => {
    const respondents = sums.respondents[domain]!;
    const factor = simpleSamplingFactor(sums.domainWeights[domain]!, respondents, options);
    const parts = {
      value: sums.shift + sums.domainValues[domain]! / sums.domainWeights[domain]!,
      variance,
      simpleVariance: elementVariance(sums, domain) * factor,
      respondents,
      eligible: sums.eligible[domain]!,
    };
    return present(parts, domain, arrangement, options, makeInterval);
  });
}

/** PSU totals of w (y − mean) / Σw. */
export function linearisedMean(sums: Sums, measurement: Measurement): LinearisedTotals {
  const { domainValues, domainWeights } = sums;
  return {
    first: sums.values,
    second: sums.weights,
    a: domainWeights.map((weight) => 1 / weight),
    b: domainValues.map((total, domain) => -total / domainWeights[domain]! ** 2),
    weights: sums.weights,
    byRow: { measurement, shift: sums.shift },
  };
}

/** Weighted variance between respondents, times n/(n − 1) with n the rows of positive weight (as R `svyvar`). */
export function elementVariance(sums: Sums, domain: number): number {
  const [weight, n] = [sums.domainWeights[domain]!, sums.respondents[domain]!];
  const mean = sums.domainValues[domain]! / weight;
  return (sums.domainSquares[domain]! / weight - mean * mean) * (n / (n - 1));
}
