import type { Design } from "../../design/index.ts";
import type { Estimate } from "../estimate.ts";
import { tInterval } from "../interval.ts";
import type { Measurement } from "../measurement.ts";
import type { EstimationOptions } from "../options.ts";
import { type Arrangement, arrange } from "../units/arrangement.ts";
import { estimatesOfEach, total } from "./statistic-of-sums.ts";

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
  return estimatesOfEach(total, arrangement, measurements, options, tInterval);
}
