/**
 * How first-stage units with unequal probabilities were drawn without replacement, as the variance needs it.
 * Brewer's approximation needs no more than the stage's `probabilities` and has no selection of this kind.
 */
export type JointSelection =
  | {
      readonly kind: "hartley-rao";
      /** By stratum: Σπ²/n over the population, or the mean π of the sample where that is not known. */
      readonly meanSquares: Float64Array;
    }
  | {
      readonly kind: "joint-probabilities";
      /** unitCount × unitCount, row by row: the factor of the product of two unit totals in the variance. */
      readonly factors: Float64Array;
    };
