import { rowsInDomain } from "../domains.ts";
import type { Estimate } from "../estimate.ts";
import { estimateFrom } from "../estimate-from.ts";
import { ratiosEstimator } from "../estimators.ts";
import { tInterval } from "../interval.ts";
import { elementVariance } from "../means/mean.ts";
import { present, simpleSamplingFactor } from "../means/presented.ts";
import type { RatioOf } from "../means/ratio.ts";

import type { EstimationOptions } from "../options.ts";
import { sumsOf } from "../units/sums.ts";
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
  const { domains } = arrangement;
  return ratios.map((ratio) =>
    Array.from({ length: domains.count }, (_, domain) => oneRatio(arrangement, ratio, domain, options)),
  );
}

function oneRatio(
  arrangement: ReplicateArrangement,
  ratio: RatioOf,
  domain: number,
  options: EstimationOptions,
): Estimate {
  const within = rowsInDomain(arrangement.domains, domain);
  const { values, covariance } = estimateFrom(arrangement.sample, ratiosEstimator(["ratio"], [ratio]), {
    within,
  });
  const value = values[0]!;
  const { numerator, denominator } = ratio;
  const residuals = sumsOf(arrangement, {
    values: numerator.values.map((over, row) => over - value * denominator.values[row]!),
  });
  const bases = sumsOf(arrangement, {
    values: denominator.values.map((under, row) =>
      Number.isNaN(numerator.values[row]!) ? Number.NaN : under,
    ),
  });
  const weight = bases.domainWeights[domain]!;
  const respondents = bases.respondents[domain]!;
  const base = bases.domainValues[domain]! + bases.shift * weight;
  const factor = simpleSamplingFactor(weight, respondents, options);
  const parts = {
    value,
    variance: covariance[0]![0]!,
    simpleVariance: elementVariance(residuals, domain) * factor * (weight / base) ** 2,
    respondents,
    eligible: bases.eligible[domain]!,
  };
  return present(parts, domain, arrangement, options, tInterval);
}
