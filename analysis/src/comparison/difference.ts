import { tQuantile } from "../estimation/index.ts";
import { student } from "../numerics/index.ts";

/** A difference with its error, as far as one is known. */
export interface Difference {
  readonly difference: number;
  readonly standardError: number | null;
  readonly degreesOfFreedom: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Two-sided. */
  readonly p: number | null;
  readonly detectable: number | null;
}

/** Four chances in five. */
const power = 0.8;

/**
 * A difference with its t interval, its two-sided p-value and the smallest true difference that a test at 5 % would
 * have found four times in five.
 *
 * @source Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, ch. 2; Bloom (1995), Evaluation Review 19(5)
 */
export function differenceOf(difference: number, variance: number, degreesOfFreedom: number): Difference {
  const standardError = variance > 0 ? Math.sqrt(variance) : Number.NaN;
  if (!Number.isFinite(standardError) || !(degreesOfFreedom > 0))
    return {
      difference,
      standardError: null,
      degreesOfFreedom,
      low: null,
      high: null,
      p: null,
      detectable: null,
    };
  const t = tQuantile(degreesOfFreedom);
  return {
    difference,
    standardError,
    degreesOfFreedom,
    low: difference - t * standardError,
    high: difference + t * standardError,
    p: student.twoSided(difference / standardError, degreesOfFreedom),
    detectable: (t + student.quantile(power, degreesOfFreedom)) * standardError,
  };
}
