import type { IndicatorDefinition } from "./definition.ts";
import { type Channels, chosenChannels, reachOf } from "./estimate-reach.ts";
import { membersOf } from "./estimate-roster.ts";
import { totalsOf } from "./estimate-totals.ts";
import { partsOfIndex } from "./index-parts.ts";
import type { People } from "./measured.ts";
import { type ScoredEstimand, scoreIndicator } from "./scores.ts";

/**
 * A figure as Σwy / Σwx over respondents, which is what comparisons of domains stand on; NaN where a respondent does
 * not count. A denominator of null is 1 for everyone with a numerator.
 */
export interface RatioStatistic {
  readonly numerator: Float64Array;
  readonly denominator: Float64Array | null;
}

/**
 * The statistics of an indicator and of its parts, in the order in which they are estimated; null for figures that are
 * no ratio of totals (quantiles, times to an event, products of means).
 */
export function statisticsOf(indicator: IndicatorDefinition, people: People): (RatioStatistic | null)[] {
  const { dataset } = people;
  const { estimand } = indicator;
  const scored = (of: ScoredEstimand): RatioStatistic => ({
    numerator: scoreIndicator(indicator, of, dataset).values,
    denominator: null,
  });
  switch (estimand.type) {
    case "quantile":
    case "time-to-event":
      return [null];
    case "priority":
      return [null, ...estimand.needs.map(() => null)];
    case "roster-ratio":
      return [membersOf(indicator, estimand, dataset)];
    case "reach": {
      const chosen = chosenChannels(indicator, estimand, people);
      const bundles: Channels[] = [chosen, ...chosen.map((channel) => [channel])];
      return bundles.map((some) => scored(reachOf(some)));
    }
    case "index":
      return [estimand, ...partsOfIndex(estimand).map((part) => part.estimand)].map(scored);
    case "ratio":
      if (!("totalOf" in estimand)) return [scored(estimand)];
      return [totalsOf(indicator, estimand, dataset)];
    default:
      return [scored(estimand)];
  }
}
