import type { Estimate } from "./estimate.ts";

/** Statistics estimated together, with their covariance. */
export interface Estimated {
  readonly names: readonly string[];
  /** By statistic; NaN where there is no estimate. */
  readonly values: Float64Array;
  /** Row i, column j: covariance of the estimators; NaN where `reason` says why. */
  readonly covariance: readonly Float64Array[];
  readonly degreesOfFreedom: number;
  /** Unweighted usable rows of positive weight (within the domain). */
  readonly respondents: number;
  /** Σ w of these rows. */
  readonly sumOfWeights: number;
  /** Why values or errors are missing, or undefined. */
  readonly reason?: Estimate["reason"];
}
