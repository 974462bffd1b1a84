import { type Column, wasAsked } from "../../dataset/dataset.ts";
import type { Design } from "../../design/index.ts";
import type { Estimate } from "../estimate.ts";
import { logitInterval } from "../interval.ts";
import type { Measurement } from "../measurement.ts";
import type { EstimationOptions } from "../options.ts";
import { type Arrangement, arrange } from "../units/arrangement.ts";
import { estimatesOfEach, mean } from "./statistic-of-sums.ts";

/**
 * Share (0 to 1) of ones in a variable of ones and zeros, with standard error and logit interval.
 *
 * @agrees R survey::svyciprop(method = "logit"), tests/reference
 */
export function estimateProportion(
  design: Design,
  indicator: Measurement,
  options: EstimationOptions = {},
): Estimate {
  return estimateProportionByDomain(arrange(design), [indicator], options)[0]![0]!;
}

/** Shares by variable, then by domain; domains are estimated with the full design, never by filtering rows first. */
export function estimateProportionByDomain(
  arrangement: Arrangement,
  indicators: readonly Measurement[],
  options: EstimationOptions = {},
): Estimate[][] {
  return estimatesOfEach(mean, arrangement, indicators, options, logitInterval);
}

/** One indicator of ones and zeros for each code of a variable, in the order of its codes. */
export function indicatorsOf(column: Column): Measurement[] {
  return column.variable.codes.map((_, code) => ({
    values: Float64Array.from(column.values, (value) => (value < 0 ? Number.NaN : value === code ? 1 : 0)),
    eligible: column.missing.map((_, row) => (wasAsked(column, row) ? 1 : 0)),
  }));
}
