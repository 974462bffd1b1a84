import type { Design, ReplicateDesign } from "../../design/index.ts";
import { estimateFrom } from "../estimate-from.ts";
import type { Estimated } from "../estimated.ts";
import type { Measurement } from "../measurement.ts";
import { variancesEstimator } from "./variance-of-variable-estimator.ts";

/**
 * Variances and covariances of variables with their errors, by R's rule for n/(n − 1): see `variancesEstimator`.
 *
 * @param within by row: 1 in the domain, which is estimated with the full design
 * @agrees R survey::svyvar, tests/reference
 */
export function estimateVariances(
  sample: Design | ReplicateDesign,
  names: readonly string[],
  measurements: readonly Measurement[],
  { within }: { readonly within?: Uint8Array } = {},
): Estimated {
  let n = 0;
  for (let row = 0; row < sample.rows; row++) {
    if (within?.[row] === 0) continue;
    if (sample.kind === "linearised") n += sample.weights[row]! > 0 ? 1 : 0;
    else n += measurements.every(({ values }) => !Number.isNaN(values[row]!)) ? 1 : 0;
  }
  return estimateFrom(sample, variancesEstimator(names, measurements, n), within ? { within } : {});
}
