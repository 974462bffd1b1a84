import type { NeedAnswers } from "./need-answers.ts";

/**
 * A figure as Σwy / Σwx over respondents, which is what comparisons of domains stand on; NaN where a respondent does
 * not count. A denominator of null is 1 for everyone with a numerator.
 */
export interface RatioStatistic {
  readonly numerator: Float64Array;
  readonly denominator: Float64Array | null;
}

/** What a figure is estimated from, by row; NaN where a respondent does not count. */
export type ScoredStatistic =
  | ({ readonly kind: "ratio" } & RatioStatistic)
  /** The value below which this share of people lies. */
  | { readonly kind: "quantile"; readonly values: Float64Array; readonly share: number }
  /** How long it took, or has not happened yet (event 0); the time by which it has happened to this share. */
  | {
      readonly kind: "time-to-event";
      readonly times: Float64Array;
      readonly events: Uint8Array;
      readonly share: number;
    }
  /** The mean over needs of mean importance times the share for whom the need is not met. */
  | { readonly kind: "priority"; readonly needs: readonly NeedAnswers[] };
