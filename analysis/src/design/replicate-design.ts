/** A sample whose errors come from repeating the estimate with other weights. One entry per respondent, in dataset order. */
export interface ReplicateDesign {
  readonly kind: "replicate";
  readonly rows: number;
  /** Full-sample weights; none negative, none missing. */
  readonly weights: Float64Array;
  /** By replicate: analysis weights by row (base weight included). */
  readonly replicates: readonly Float64Array[];
  /** Variance = scale × Σ rscales[r] (θ_r − centre)². */
  readonly scale: number;
  readonly rscales: Float64Array;
  /** true: deviations from the full-sample estimate; false: from the mean of replicates with positive rscale. */
  readonly mse: boolean;
  /** Rank of the replicate weights minus 1, unless declared. */
  readonly degreesOfFreedom: number;
}
