/** An estimate never travels alone. All numbers refer to the same domain and variable. */
export interface Estimate {
  /** null when there is no estimate; `reason` then says why. */
  readonly value: number | null;
  readonly standardError: number | null;
  /** 95 % confidence interval and how it was made; "wilson" only for proportions of exactly 0 or 1. */
  readonly interval: {
    readonly low: number;
    readonly high: number;
    readonly method: "t" | "logit" | "wilson" | "woodruff" | "survival";
  } | null;
  /** PSUs minus strata of the design rows with positive weight. */
  readonly degreesOfFreedom: number;
  /** Unweighted respondents with an answer. */
  readonly respondents: number;
  /** Respondents divided by the design effect. */
  readonly effectiveRespondents: number | null;
  /** Variance relative to simple random sampling without replacement of the same size. */
  readonly designEffect: number | null;
  /** Unweighted share of eligible respondents without a usable answer, 0 to 1. */
  readonly itemNonresponse: number;
  /** Why there is no value, or undefined. */
  readonly reason?: NoEstimate;
}

/**
 * Why there is no estimate. "impossible-pair": two sampled units have a joint probability of zero, so their design has
 * no unbiased variance. "negative-variance": that of Horvitz and Thompson can be below zero; Yates and Grundy's helps.
 * "not-estimable": the data do not determine the statistic. "no-events": all are censored; "not-reached": survival
 * stays above the level.
 */
export type NoEstimate =
  | "no-respondents"
  | "all-missing"
  | "missing-kept"
  | "single-psu"
  | "impossible-pair"
  | "negative-variance"
  | "zero-denominator"
  | "not-converged"
  | "not-estimable"
  | "no-events"
  | "not-reached";
