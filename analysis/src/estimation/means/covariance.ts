import type { Measurement } from "../measurement.ts";
import type { Arrangement } from "../units/arrangement.ts";
import { sumsOfEach } from "../units/sums.ts";
import { covarianceOfUnitTotals } from "../units/unit-variance.ts";
import { type LinearisedTotals, unitTotalsOfEach, wholeTotalsOfEach } from "../units/variance.ts";
import { linearisedRatio, type RatioOf } from "./ratio.ts";
import { mean, total } from "./statistic-of-sums.ts";

/**
 * Covariances between the means of one call, in the order variable, then domain within it; row i, column j.
 * Of those who answered, variable by variable; make the variables listwise first to speak of the same people.
 * Its diagonal is the square of the standard errors; NaN where a stratum has a single PSU under "fail".
 *
 * @agrees R vcov(svymean(~a + b)), tests/reference
 */
export function covarianceOfMeans(
  arrangement: Arrangement,
  measurements: readonly Measurement[],
): Float64Array[] {
  return covariance(
    arrangement,
    sumsOfEach(arrangement, measurements).map((one, i) => mean.linearised(one, measurements[i]!)),
  );
}

/** Covariances between the totals of one call, ordered as those of means. */
export function covarianceOfTotals(
  arrangement: Arrangement,
  measurements: readonly Measurement[],
): Float64Array[] {
  return covariance(
    arrangement,
    sumsOfEach(arrangement, measurements).map((one, i) => total.linearised(one, measurements[i]!)),
  );
}

/** Covariances between the ratios of one call, ordered as those of means. */
export function covarianceOfRatios(arrangement: Arrangement, ratios: readonly RatioOf[]): Float64Array[] {
  return covariance(
    arrangement,
    ratios.map((ratio) => linearisedRatio(arrangement, ratio)),
  );
}

/** One domain is seen over the units it meets; several share no others than those of the whole sample. */
function covariance(arrangement: Arrangement, variables: readonly LinearisedTotals[]): Float64Array[] {
  const { design, domains, wholeTree } = arrangement;
  if (domains.count === 1) {
    const seen = unitTotalsOfEach(arrangement, variables).map((totalsOf) => totalsOf(0));
    const [any] = seen;
    if (!any) return [];
    const presence = any.presence?.map((_, unit) => (seen.some((one) => one.presence?.[unit]) ? 1 : 0));
    const totals = seen.map((one) => one.totals);
    return covarianceOfUnitTotals(design, any.tree, totals, presence).covariance;
  }
  const totals = wholeTotalsOfEach(arrangement, variables).flatMap((totalsOf) =>
    Array.from({ length: domains.count }, (_, domain) => totalsOf(domain)),
  );
  return covarianceOfUnitTotals(design, wholeTree, totals).covariance;
}
