/** A sample whose errors come from repeating the estimate with other weights. One entry per respondent, in dataset order. */
export interface ReplicateDesign {
  readonly kind: "replicate";
  readonly rows: number;
  /** Full-sample weights; none negative, none missing. */
  readonly weights: Float64Array;
  /** The weights of the replicates; read one with `replicateWeights`. */
  readonly replicates: Replicates;
  /** Variance = scale × Σ rscales[r] (θ_r − centre)². */
  readonly scale: number;
  readonly rscales: Float64Array;
  /** true: deviations from the full-sample estimate; false: from the mean of replicates with positive rscale. */
  readonly mse: boolean;
  /** Rank of the replicate weights minus 1, unless declared. */
  readonly degreesOfFreedom: number;
  /** The seed of replicates drawn at random here. */
  readonly seed?: number;
}

/** Weights of replicates, base weight included; held by row, or as one factor per unit, which a million rows ask for. */
export type Replicates =
  | {
      readonly by: "row";
      /** By replicate: analysis weights by row. */
      readonly weights: readonly Float64Array[];
    }
  | {
      readonly by: "unit";
      /** Unit of each row as 0 … unitCount-1. */
      readonly units: Int32Array;
      readonly unitCount: number;
      /** By replicate: the factor of each unit; a row's weight is its full-sample weight times that of its unit. */
      readonly factors: readonly Float64Array[];
    };

export function replicateCount({ replicates }: Pick<ReplicateDesign, "replicates">): number {
  return (replicates.by === "row" ? replicates.weights : replicates.factors).length;
}

/** Analysis weights by row of one replicate, 0 … count-1; not to be written to. */
export function replicateWeights(
  { weights, replicates }: Pick<ReplicateDesign, "weights" | "replicates">,
  replicate: number,
): Float64Array {
  if (replicates.by === "row") return replicates.weights[replicate]!;
  const { units, factors } = replicates;
  const factor = factors[replicate]!;
  const result = new Float64Array(weights.length);
  for (let row = 0; row < result.length; row++) result[row] = weights[row]! * factor[units[row]!]!;
  return result;
}
