import {
  type Arrangement,
  answeredIn,
  type Estimate,
  estimateMeanByDomain,
  estimateProportionByDomain,
  estimateRatioByDomain,
  logitInterval,
  tQuantile,
} from "../estimation/index.ts";
import { estimateQuantile } from "./estimate-quantile.ts";
import type { Ground, InDomains, IndicatorEstimate } from "./evaluate.ts";
import { countMarked, inDomains } from "./in-domains.ts";
import type { IndicatorScores, ScoredEstimand } from "./scores.ts";

/** Estimates of a score column: shares, means and balances by cells, quantiles domain by domain. */
export function estimateScores(scores: IndicatorScores, estimand: ScoredEstimand, ground: Ground): InDomains {
  return inDomains(ground, (arrangement) => {
    const [asked, usable] = [
      countMarked(scores.eligible, arrangement),
      countMarked(scores.usable, arrangement),
    ];
    const scored = countMarked(answeredIn([scores.values]), arrangement);
    const prorated = scores.prorated && countMarked(scores.prorated, arrangement);
    return estimatesOf(scores, estimand, arrangement).map((estimate, domain): IndicatorEstimate => {
      const eligible = asked[domain]!;
      return {
        estimate: { ...estimate, itemNonresponse: eligible === 0 ? 0 : 1 - usable[domain]! / eligible },
        eligible,
        prorated: prorated && scored[domain]! > 0 ? prorated[domain]! / scored[domain]! : null,
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
