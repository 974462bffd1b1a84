import type { NoEstimate } from "./estimate.ts";

/** A test of a hypothesis, with the distribution it was referred to. */
export interface Significance {
  /** null when the test could not be made; `reason` then says why. */
  readonly statistic: number | null;
  /** Degrees of freedom of a chi-square or t, or of the numerator of an F. */
  readonly degreesOfFreedom: number;
  /** Of the denominator of an F; undefined for chi-square and t. */
  readonly denominatorDegreesOfFreedom?: number;
  readonly pValue: number | null;
  readonly reason?: NoEstimate;
  /** One sentence for people: what stood in the way. */
  readonly explanation?: string;
}

/** A number that people may see: null instead of NaN. */
export function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
