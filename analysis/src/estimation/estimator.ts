/**
 * A vector of statistics as a function of the weights: all that a design needs to give them errors.
 * Replicate designs repeat `valueAt`; linearised designs take the variance of the weighted total of `scoresAt`.
 */
export interface Estimator {
  /** One name per statistic, in the order of all vectors. */
  readonly names: readonly string[];
  /** By row: 1 where the row is complete in the variables used; others never count, whatever their weight. */
  readonly usable: Uint8Array;
  /** By statistic: the estimate under these weights (by row); NaN where there is none. */
  valueAt(weights: Float64Array): Float64Array;
  /**
   * By statistic, then by row: how the estimate changes with the row's weight, ∂θ/∂wᵢ (the linearised variable,
   * or influence); 0 for rows of zero weight.
   *
   * @source Deville (1999), Variance estimation for complex statistics, Survey Methodology 25(2)
   */
  scoresAt(weights: Float64Array): Float64Array[];
}
