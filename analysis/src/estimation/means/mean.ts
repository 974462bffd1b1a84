import type { Design } from "../../design/index.ts";
import type { Estimate } from "../estimate.ts";
import { tInterval } from "../interval.ts";
import type { Measurement } from "../measurement.ts";
import type { EstimationOptions } from "../options.ts";
import { type Arrangement, arrange } from "../units/arrangement.ts";
import { estimatesOfEach, mean } from "./statistic-of-sums.ts";

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
  return estimatesOfEach(mean, arrangement, measurements, options, tInterval);
}
