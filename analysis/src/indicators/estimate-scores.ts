import {
  answeredIn,
  type Domains,
  type Estimate,
  estimateQuantilesByDomain,
  logitInterval,
  meansInCells,
  quantileAsEstimate,
  tInterval,
} from "../estimation/index.ts";
import type { CellCounts } from "./counted-cells.ts";
import type { IndicatorDefinition } from "./definition.ts";
import { type IndicatorEstimatesIn, type People, withCounts } from "./measured.ts";
import { type IndicatorScores, type ScoredEstimand, scoreIndicator } from "./scores.ts";

/**
 * Estimates of a score column: shares, means, balances and quantiles. A ratio whose numerator implies its denominator
 * is the share among the members of its denominator.
 */
export function estimateScores(
  indicator: IndicatorDefinition,
  estimand: ScoredEstimand,
  { dataset, design }: People,
): IndicatorEstimatesIn {
  const scores = scoreIndicator(indicator, estimand, dataset);
  const { values, eligible, usable, prorated } = scores;
  const isShare = estimand.type === "proportion" || estimand.type === "ratio";
  const base = answeredIn([values]);
  const numerator = isShare ? base.map((_, row) => (values[row] === 1 ? 1 : 0)) : null;
  const marks = { eligible, usable, base, numerator, prorated };
  if (estimand.type === "quantile")
    return withCounts(design, marks, quantilesOf(scores, estimand.share, design));
  return withCounts(design, marks, meansInCells(design, scores, isShare ? logitInterval : tInterval));
}

/** With Woodruff's interval. */
function quantilesOf({ values }: IndicatorScores, share: number, design: People["design"]) {
  return (cells: Domains, counts: readonly CellCounts[]): Estimate[] =>
    estimateQuantilesByDomain(design, { values }, cells, [share]).map(([quantile], cell) => {
      if (!quantile) throw new RangeError("One quantile was asked for and none came back.");
      const { reason, ...estimate } = quantileAsEstimate(quantile, 0);
      if (estimate.respondents > 0) return { ...estimate, ...(reason ? { reason } : {}) };
      return { ...estimate, reason: counts[cell]!.eligible > 0 ? "all-missing" : "no-respondents" };
    });
}
