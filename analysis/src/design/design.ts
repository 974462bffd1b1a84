/**
 * How the sample was drawn. One entry per respondent, same order as the dataset.
 * Design objects hold every sampled row: domains are estimated with zero scores outside, never by filtering rows.
 */
export interface Design {
  readonly rows: number;
  /** Final weights; none negative, none missing. */
  readonly weights: Float64Array;
  /** Stratum of each row as 0 … strata-1. */
  readonly strata: Int32Array;
  readonly stratumCount: number;
  /** First-stage unit of each row as 0 … psuCount-1, unique over strata. */
  readonly psus: Int32Array;
  readonly psuCount: number;
  /** Finite population correction of the first stage by stratum: 1 - n/N; 1 where no size is known. */
  readonly fpc: Float64Array;
  /** What to do in a stratum with one PSU (names as in R `survey`). */
  readonly singlePsu: "fail" | "remove" | "certainty" | "adjust" | "average";
}
