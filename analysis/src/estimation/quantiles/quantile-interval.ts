import { shareLimits } from "../shares/proportion-interval-limits.ts";
import type { Ordered } from "./quantile-ordered.ts";
import { type QuantileRule, quantileOf } from "./quantile-rules.ts";

/** How the interval for the share below the estimated quantile is made before it is mapped back to the variable. */
export type WoodruffInterval = "mean" | "beta" | "xlogit" | "asin";

/** The share of the weight at or below an estimated quantile. */
export interface ShareBelow {
  readonly value: number;
  readonly variance: number;
  readonly degreesOfFreedom: number;
  readonly rows: number;
}

/** A share this near to 0 or 1 is 0 or 1 and rounding. */
const rounding = 1e-12;

/**
 * Interval of a quantile after Woodruff: an interval for the share at or below it, mapped back with the same rule.
 * Where everybody is at or below the quantile that share is 1 without error, and both limits are the largest value.
 *
 * @returns [low, high] in the units of the values; NaN for a limit that falls outside 0 to 1
 * @source Woodruff (1952), Confidence intervals for medians and other position measures, JASA 47
 * @agrees R survey::svyquantile(interval.type = …), tests/reference
 */
export function woodruffLimits(
  sample: Ordered,
  share: ShareBelow,
  rule: QuantileRule,
  interval: WoodruffInterval,
  level: number,
): [number, number] {
  const everybody =
    interval === "mean" &&
    share.value > 1 - rounding &&
    share.variance < rounding ** 2 &&
    share.degreesOfFreedom > 0;
  const [low, high] = everybody ? [1, 1] : shareLimits(share, interval, level);
  return [
    low >= 0 ? quantileOf(sample, low, rule) : Number.NaN,
    high <= 1 ? quantileOf(sample, high, rule) : Number.NaN,
  ];
}
