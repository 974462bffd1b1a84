import { beta } from "../../numerics/index.ts";
import { logitLimits, tFor } from "../interval.ts";

/** How an interval for a share is made from its estimate and variance alone. */
export type ShareInterval = "mean" | "xlogit" | "asin" | "beta" | "wilson";

/** A share with what its interval needs. */
export interface ShareWithVariance {
  /** 0 to 1. */
  readonly value: number;
  /** Design-based variance of the share. */
  readonly variance: number;
  readonly degreesOfFreedom: number;
  /** Rows of the sample (or of the domain), missing answers included: "beta" compares with their number. */
  readonly rows: number;
}

/**
 * Limits of a two-sided interval for a share: "mean" value ± t·SE; "xlogit" and "asin" the same on the scale of the
 * logit or the arcsine of the root, mapped back; "beta" Clopper and Pearson with the effective number of respondents
 * p(1 − p)/V times (t(rows − 1)/t(df))²; "wilson" the score interval with p(1 − p)/V and the t quantile.
 *
 * @param level confidence, 0.95 as a rule
 * @returns [low, high]; NaN where the scale has no such point (shares of exactly 0 or 1), possibly outside 0 to 1 for "mean"
 * @source Korn & Graubard (1998), Survey Methodology 24(2); Wilson (1927), JASA 22
 * @agrees R survey::svyciprop, tests/reference
 */
export function shareLimits(
  share: ShareWithVariance,
  method: ShareInterval,
  level: number,
): [number, number] {
  const t = tFor(level, share.degreesOfFreedom);
  const { value, variance } = share;
  const error = Math.sqrt(variance);
  switch (method) {
    case "mean":
      return [value - t * error, value + t * error];
    case "xlogit":
      return logitLimits(value, error, t);
    case "asin": {
      const [centre, reach] = [
        Math.asin(Math.sqrt(value)),
        (t * error) / (2 * Math.sqrt(value * (1 - value))),
      ];
      return [Math.sin(centre - reach) ** 2, Math.sin(centre + reach) ** 2];
    }
    case "beta":
      return betaLimits(share, t, level);
    case "wilson":
      return wilsonLimits(share, t);
  }
}

function betaLimits(
  { value, variance, rows }: ShareWithVariance,
  t: number,
  level: number,
): [number, number] {
  const effective = ((value * (1 - value)) / variance) * (tFor(level, rows - 1) / t) ** 2;
  const tail = (1 - level) / 2;
  return [
    beta.quantile(tail, effective * value, effective * (1 - value) + 1),
    beta.quantile(1 - tail, effective * value + 1, effective * (1 - value)),
  ];
}

function wilsonLimits({ value, variance }: ShareWithVariance, t: number): [number, number] {
  const n = (value * (1 - value)) / variance;
  const centre = value + (t * t) / (2 * n);
  const reach = (t / (2 * n)) * Math.sqrt(4 * n * value * (1 - value) + t * t);
  const size = 1 + (t * t) / n;
  return [(centre - reach) / size, (centre + reach) / size];
}
