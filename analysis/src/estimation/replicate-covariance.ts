import { type ReplicateDesign, replicateCount, replicateWeights } from "../design/replicate-design.ts";
import type { Estimator } from "./estimator.ts";

/**
 * Covariances from repeating the estimate with every set of replicate weights.
 *
 * @param inside  by row: 1 where the row is usable and in the domain
 * @param full    the full-sample estimates
 * @source Wolter (2007), Introduction to Variance Estimation, 2nd ed.
 * @agrees R survey::svrVar
 */
export function covarianceOfReplicates(
  design: ReplicateDesign,
  estimator: Estimator,
  inside: Uint8Array,
  full: Float64Array,
): Float64Array[] {
  const { scale, rscales, mse } = design;
  const repeated = Array.from({ length: replicateCount(design) }, (_, r) =>
    estimator.valueAt(replicateWeights(design, r).map((weight, row) => (inside[row] === 1 ? weight : 0))),
  );
  const counted = repeated.filter((_, r) => rscales[r]! > 0);
  const centre = full.map((value, i) =>
    mse ? value : counted.reduce((sum, one) => sum + one[i]!, 0) / counted.length,
  );
  return Array.from(full, (_, i) =>
    Float64Array.from(full, (_, j) =>
      repeated.reduce(
        (sum, one, r) => sum + scale * rscales[r]! * (one[i]! - centre[i]!) * (one[j]! - centre[j]!),
        0,
      ),
    ),
  );
}
