import { inEachDomain } from "../domains.ts";
import type { Estimate } from "../estimate.ts";
import { estimateFrom } from "../estimate-from.ts";
import { ratiosEstimator } from "../estimators.ts";
import { presentRatios, type RatioOf, ratioSumsOf } from "../means/ratio.ts";
import type { EstimationOptions } from "../options.ts";
import type { ReplicateArrangement } from "./replicate-arrangement.ts";

/**
 * Ratios of two weighted totals over those who answered both, with standard errors from replicates, in every domain.
 *
 * @returns estimates by pair, then by domain
 * @agrees R survey::svyratio on a replicate design, tests/reference
 */
export function estimateRatioByReplicates(
  arrangement: ReplicateArrangement,
  ratios: readonly RatioOf[],
  options: EstimationOptions = {},
): Estimate[][] {
  return ratios.map((ratio) => {
    const estimator = ratiosEstimator(["ratio"], [ratio]);
    const variances = inEachDomain(
      arrangement.domains,
      (within) => estimateFrom(arrangement.sample, estimator, { within }).covariance[0]![0]!,
    );
    return presentRatios(arrangement, ratio, ratioSumsOf(arrangement, ratio), variances, options);
  });
}
