import type { Adjustment } from "./adjustment.ts";
import type { JointSelection } from "./selection.ts";
import type { Stage } from "./stage.ts";

/**
 * How the sample was drawn, for errors by linearisation. One entry per respondent, same order as the dataset.
 * Design objects hold every sampled row: domains are estimated with zero scores outside, never by filtering rows.
 * Plain data, so that it crosses to worker threads.
 */
export interface Design {
  readonly kind: "linearised";
  readonly rows: number;
  /** Final weights; none negative, none missing. */
  readonly weights: Float64Array;
  /** Stages of selection, the first (PSUs within strata) first. */
  readonly stages: readonly [Stage, ...Stage[]];
  /** What to do in a stratum with one sampled unit (names as in R `survey`). */
  readonly singlePsu: "fail" | "remove" | "certainty" | "adjust" | "average";
  /** true: strata where only the domain leaves a single unit are treated by `singlePsu`, too ("adjust" and "average"). */
  readonly adjustDomainLonely: boolean;
  /** Where first-stage units had unequal probabilities and pairs of them enter the variance. */
  readonly selection?: JointSelection;
  /** How the weights were changed to known totals, in order; the variance is that of what they leave unexplained. */
  readonly adjustments: readonly Adjustment[];
}
