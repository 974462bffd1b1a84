import {
  type Arrangement,
  type Estimate,
  estimateMeanByDomain,
  estimateProportionByDomain,
  estimateRatioByDomain,
  logitInterval,
  tQuantile,
} from "../estimation/index.ts";
import { estimateQuantile } from "./estimate-quantile.ts";
import type { Ground, InDomains, IndicatorEstimate } from "./evaluate.ts";
import { inDomains } from "./in-domains.ts";
import type { IndicatorScores, ScoredEstimand } from "./scores.ts";

/** Estimates of a score column: shares, means and balances by cells, quantiles domain by domain. */
export function estimateScores(scores: IndicatorScores, estimand: ScoredEstimand, ground: Ground): InDomains {
  return inDomains(ground, (arrangement) => {
    const counts = countByDomain(scores, arrangement);
    return estimatesOf(scores, estimand, arrangement).map((estimate, domain): IndicatorEstimate => {
      const { eligible = 0, usable = 0, scored = 0, prorated = 0 } = counts[domain] ?? {};
      return {
        estimate: { ...estimate, itemNonresponse: eligible === 0 ? 0 : 1 - usable / eligible },
        eligible,
        prorated: scores.prorated && scored > 0 ? prorated / scored : null,
      };
    });
  });
}

function estimatesOf(
  { values, eligible }: IndicatorScores,
  estimand: ScoredEstimand,
  arrangement: Arrangement,
): Estimate[] {
  const measurement = { values, eligible };
  switch (estimand.type) {
    case "proportion":
      return estimateProportionByDomain(arrangement, [measurement])[0] ?? [];
    case "quantile":
      return estimateQuantile(arrangement, measurement, estimand.share);
    case "ratio": {
      const denominator = { values: values.map((value) => (Number.isNaN(value) ? value : 1)), eligible };
      const ratios = estimateRatioByDomain(arrangement, [{ numerator: measurement, denominator }])[0] ?? [];
      return ratios.map(withShareInterval);
    }
    default:
      return estimateMeanByDomain(arrangement, [measurement])[0] ?? [];
  }
}

/** A ratio whose numerator implies its denominator is a share: its interval, too, stays between 0 and 1. */
export function withShareInterval(estimate: Estimate): Estimate {
  const { value, standardError, degreesOfFreedom, respondents } = estimate;
  if (value === null || standardError === null) return estimate;
  const interval = logitInterval(value, standardError, tQuantile(degreesOfFreedom), respondents);
  return { ...estimate, interval };
}

/** Unweighted counts of rows with positive weight, as the estimation room counts respondents. */
function countByDomain(scores: IndicatorScores, { design, domains }: Arrangement) {
  const counts = Array.from({ length: domains.count }, () => ({
    eligible: 0,
    usable: 0,
    scored: 0,
    prorated: 0,
  }));
  for (let row = 0; row < design.rows; row++) {
    const count = counts[domains.of[row] ?? -1];
    if (!count || design.weights[row] === 0) continue;
    count.eligible += scores.eligible[row] ?? 0;
    count.usable += scores.usable[row] ?? 0;
    count.scored += Number.isNaN(scores.values[row]) ? 0 : 1;
    count.prorated += scores.prorated?.[row] ?? 0;
  }
  return counts;
}
