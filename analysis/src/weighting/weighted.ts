import type { Adjustment } from "../design/adjustment.ts";

/** New weights, what the variance must know of them, and what a person must know of them. */
export interface Weighted {
  /** By row, in dataset order. */
  readonly weights: Float64Array;
  /** What the known totals explain of each answer no longer varies; undefined where no totals were met (trimming). */
  readonly adjustment: Adjustment | undefined;
  /** false: the totals are not met, and the weights are there to look at, not to estimate with. */
  readonly converged: boolean;
  /** Sentences for the person who weights. */
  readonly notes: readonly string[];
}
