import { expit, logit, student } from "../numerics/index.ts";
import type { Estimate } from "./estimate.ts";

export type Interval = NonNullable<Estimate["interval"]>;

/** Two-sided quantile of Student's t; NaN without degrees of freedom. */
export function tFor(level: number, degreesOfFreedom: number): number {
  return degreesOfFreedom > 0 ? student.quantile((1 + level) / 2, degreesOfFreedom) : Number.NaN;
}

/** 95 % two-sided: the 0.975 quantile of Student's t; NaN without degrees of freedom. */
export function tQuantile(degreesOfFreedom: number): number {
  const known = lastAsked.degreesOfFreedom === degreesOfFreedom;
  if (!known) lastAsked = { degreesOfFreedom, quantile: tFor(0.95, degreesOfFreedom) };
  return lastAsked.quantile;
}

/** Thousands of cells of one design ask for the same quantile. */
let lastAsked = { degreesOfFreedom: Number.NaN, quantile: Number.NaN };

/** value ± t · standard error; null where one of them is not known. */
export function tLimits(
  value: number,
  standardError: number,
  t: number,
): { readonly low: number; readonly high: number } | null {
  const reach = t * standardError;
  return Number.isFinite(value) && Number.isFinite(reach)
    ? { low: value - reach, high: value + reach }
    : null;
}

/** The same as the interval of an estimate. */
export function tInterval(value: number, standardError: number, t: number): Interval | null {
  const limits = tLimits(value, standardError, t);
  return limits && { ...limits, method: "t" };
}

/** value ± t · standard error on the scale of the logit, mapped back. */
export function logitLimits(value: number, standardError: number, t: number): [number, number] {
  const [centre, reach] = [logit(value), (t * standardError) / (value * (1 - value))];
  return [expit(centre - reach), expit(centre + reach)];
}

/**
 * Interval for a proportion on the logit scale, mapped back; it stays inside 0 to 1.
 * At exactly 0 or 1 the logit does not exist and the standard error is 0 whatever the sample: there the
 * Wilson interval with the unweighted number of respondents is given instead, and `method` says so.
 *
 * @source Korn & Graubard (1998), Survey Methodology 24(2); Wilson (1927), JASA 22
 * @agrees R survey::svyciprop(method = "logit") inside (0, 1)
 */
export function logitInterval(
  value: number,
  standardError: number,
  t: number,
  respondents: number,
): Interval | null {
  if (Number.isNaN(t)) return null;
  if (value <= 0 || value >= 1) return wilsonAtBoundary(value <= 0 ? 0 : 1, t, respondents);
  const [low, high] = logitLimits(value, standardError, t);
  return { low, high, method: "logit" };
}

function wilsonAtBoundary(value: 0 | 1, t: number, respondents: number): Interval {
  const reach = (t * t) / (respondents + t * t);
  return value === 0
    ? { low: 0, high: reach, method: "wilson" }
    : { low: 1 - reach, high: 1, method: "wilson" };
}
