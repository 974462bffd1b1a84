import type { Dataset } from "../dataset/dataset.ts";
import type { Design } from "../design/design.ts";
import {
  type Arrangement,
  arrange,
  type Domains,
  type Estimate,
  estimateMeanByDomain,
  estimateProportionByDomain,
  estimateRatioByDomain,
  logitInterval,
  tQuantile,
} from "../estimation/index.ts";
import type { IndicatorDefinition } from "./definition.ts";
import { type IndicatorScores, scoreIndicator } from "./scores.ts";

/** An indicator in one domain: the estimate and what its denominator was made of. */
export interface IndicatorEstimate {
  /** Proportions and ratios 0 to 1, means as answered, indices 0 to 100, net balances -100 to 100. */
  readonly estimate: Estimate;
  /** Respondents of the universe who were asked, whether or not they answered. */
  readonly eligible: number;
  /** Share of the scored respondents whose index rests on some, not all, items (0 to 1); null for other types. */
  readonly prorated: number | null;
}

/** One indicator for the country and for every domain, in the order of the domains. */
export interface EvaluatedIndicator {
  readonly indicator: IndicatorDefinition;
  readonly country: IndicatorEstimate;
  readonly byDomain: readonly IndicatorEstimate[];
}

export function evaluateIndicator(
  indicator: IndicatorDefinition,
  dataset: Dataset,
  design: Design,
  domains: Domains,
): EvaluatedIndicator {
  const [evaluated] = evaluateIndicators([indicator], dataset, design, domains);
  if (!evaluated) throw new RangeError("One indicator was given and none came back.");
  return evaluated;
}

/**
 * Evaluates indicators over a dataset, each score column computed once and the rows sorted once.
 * Domains are estimated with the full design (zero scores outside), never by filtering rows first.
 *
 * @throws IndicatorError when an indicator names a variable the dataset lacks
 */
export function evaluateIndicators(
  indicators: readonly IndicatorDefinition[],
  dataset: Dataset,
  design: Design,
  domains: Domains,
): EvaluatedIndicator[] {
  const country = arrange(design);
  const places = arrange(design, domains);
  return indicators.map((indicator) => {
    const scores = scoreIndicator(indicator, dataset);
    const [whole] = inDomains(scores, country);
    if (!whole) throw new RangeError("The country is one domain, yet it has no estimate.");
    return { indicator, country: whole, byDomain: inDomains(scores, places) };
  });
}

function inDomains(scores: IndicatorScores, arrangement: Arrangement): IndicatorEstimate[] {
  const counts = countByDomain(scores, arrangement);
  return estimatesOf(scores, arrangement).map((estimate, domain) => {
    const { eligible = 0, usable = 0, scored = 0, prorated = 0 } = counts[domain] ?? {};
    return {
      estimate: { ...estimate, itemNonresponse: eligible === 0 ? 0 : 1 - usable / eligible },
      eligible,
      prorated: scores.prorated && scored > 0 ? prorated / scored : null,
    };
  });
}

function estimatesOf({ indicator, values, eligible }: IndicatorScores, arrangement: Arrangement): Estimate[] {
  const measurement = { values, eligible };
  switch (indicator.estimand.type) {
    case "proportion":
      return estimateProportionByDomain(arrangement, [measurement])[0] ?? [];
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
function withShareInterval(estimate: Estimate): Estimate {
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
