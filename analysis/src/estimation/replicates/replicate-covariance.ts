import { type ReplicateDesign, replicateCount, replicateWeights } from "../../design/replicate-design.ts";
import { weightsWithin } from "../domains.ts";
import type { Estimator } from "../estimator.ts";

/**
 * Covariances from repeating the estimate with every set of replicate weights.
 *
 * @param inside  by row: 1 where the row is usable and in the domain
 * @param full    the full-sample estimates
 */
export function covarianceOfReplicates(
  design: ReplicateDesign,
  estimator: Estimator,
  inside: Uint8Array,
  full: Float64Array,
): Float64Array[] {
  const repeated = Array.from({ length: replicateCount(design) }, (_, replicate) => {
    const weights = replicateWeights(design, replicate);
    return estimator.valueAt(weightsWithin(weights, inside));
  });
  return covarianceAround(design, repeated, full);
}

/**
 * scale × Σ rscales (θ_r − centre)(θ_r − centre)ᵀ. Replicates in which an estimate does not exist are left out.
 *
 * @param repeated  by replicate, then by statistic
 * @param full      the full-sample estimates: the centre where the design says so (mse)
 * @returns row i, column j; NaN where no replicate is left
 * @source Wolter (2007), Introduction to Variance Estimation, 2nd ed.
 * @agrees R survey::svrVar
 */
export function covarianceAround(
  { scale, rscales, mse }: Pick<ReplicateDesign, "scale" | "rscales" | "mse">,
  repeated: readonly Float64Array[],
  full: Float64Array,
): Float64Array[] {
  const kept = repeated
    .map((values, replicate) => ({ values, factor: rscales[replicate]! }))
    .filter(({ values }) => !values.some(Number.isNaN));
  const centre = mse ? full : meanOf(kept, full.length);
  const covariance = Array.from(full, () =>
    new Float64Array(full.length).fill(kept.length > 0 ? 0 : Number.NaN),
  );
  for (const { values, factor } of kept)
    for (let i = 0; i < full.length; i++) {
      const deviation = scale * factor * (values[i]! - centre[i]!);
      for (let j = 0; j < full.length; j++) covariance[i]![j]! += deviation * (values[j]! - centre[j]!);
    }
  return covariance;
}

/** The mean of the replicates whose factor is positive. */
function meanOf(
  repeated: readonly { readonly values: Float64Array; readonly factor: number }[],
  statistics: number,
): Float64Array {
  const counted = repeated.filter(({ factor }) => factor > 0);
  const mean = new Float64Array(statistics);
  for (const { values } of counted)
    for (let i = 0; i < statistics; i++) mean[i]! += values[i]! / counted.length;
  return mean;
}
