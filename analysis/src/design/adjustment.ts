/**
 * A change of the weights to known totals, as the variance needs it: scores lose what the totals explain.
 * Plain data, so that it crosses to worker threads.
 *
 * @source Deville & Särndal (1992), Calibration Estimators in Survey Sampling, JASA 87; what R's `postStrata` holds
 */
export interface Adjustment {
  /** Categorical auxiliary variables: the category of each row as 0 … count-1. */
  readonly margins: readonly {
    readonly codes: Int32Array;
    readonly count: number;
    /** By row: the weight right after this margin in the last round, where later margins still changed it ("alternating"). */
    readonly after?: Float64Array;
  }[];
  /** Numeric auxiliary variables, one value per row. */
  readonly covariates: readonly Float64Array[];
  /** By row: the weight after this adjustment; scores are divided by it before the fit and multiplied after. */
  readonly after: Float64Array;
  /** By row: weights of the fit: those before the adjustment (as `calibrate` and `postStratify`), or ones (as `rake`). */
  readonly fitWeights: Float64Array;
  /** "least-squares": the residual of one regression. "alternating": ten rounds of margin means, as R's `rake`. */
  readonly fit: "least-squares" | "alternating";
}
