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
import { elementVariance } from "./mean.ts";
import { present, simpleSamplingFactor } from "./presented.ts";

/**
 * Weighted total Σwy of those who answered, with its standard error and t interval. Missing answers count nothing:
 * the total speaks for those who answered.
 *
 * @source Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, §2.8, §4.2
 * @agrees R survey::svytotal, tests/reference
 */
export function estimateTotal(
  design: Design,
  measurement: Measurement,
  options: EstimationOptions = {},
): Estimate {
  return estimateTotalByDomain(arrange(design), [measurement], options)[0]![0]!;
}

/** Totals by variable, then by domain; domains are estimated with the full design, never by filtering rows first. */
export function estimateTotalByDomain(
  arrangement: Arrangement,
  measurements: readonly Measurement[],
  options: EstimationOptions = {},
): Estimate[][] {
  return inPasses(measurements, (some) => {
    const sums = sumsOfEach(arrangement, some);
    const linearised = sums.map((one, i) => linearisedTotal(one, some[i]!));
    const variances = variancesOfEach(arrangement, linearised);
    return sums.map((one, i) => presentTotals(arrangement, one, variances[i]!, options));
  });
}

function presentTotals(
  arrangement: Arrangement,
  sums: Sums,
  variances: readonly (number | NoVariance)[],
  options: EstimationOptions,
): Estimate[] {
  return variances.map((variance, domain) => {
    const [respondents, weight] = [sums.respondents[domain]!, sums.domainWeights[domain]!];
    const factor = simpleSamplingFactor(weight, respondents, options);
    const parts = {
      value: sums.domainValues[domain]! + sums.shift * weight,
      variance,
      simpleVariance: elementVariance(sums, domain) * factor * weight * weight,
      respondents,
      eligible: sums.eligible[domain]!,
    };
    return present(parts, domain, arrangement, options, tInterval);
  });
}

/** PSU totals of w y. */
export function linearisedTotal(sums: Sums, measurement: Measurement): LinearisedTotals {
  const { domainWeights, shift } = sums;
  return {
    first: sums.values,
    second: sums.weights,
    a: domainWeights.map(() => 1),
    b: domainWeights.map(() => shift),
    weights: sums.weights,
    byRow: { measurement, shift: sums.shift },
  };
}
