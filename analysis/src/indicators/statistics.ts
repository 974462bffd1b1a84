import type { IndicatorDefinition } from "./definition.ts";
import type { People } from "./measured.ts";
import type { NeedAnswers } from "./need-answers.ts";
import { scoredFigures } from "./scored-figures.ts";

/**
 * A figure as Σwy / Σwx over respondents, which is what comparisons of domains stand on; NaN where a respondent does
 * not count. A denominator of null is 1 for everyone with a numerator.
 */
export interface RatioStatistic {
  readonly numerator: Float64Array;
  readonly denominator: Float64Array | null;
}

/** What a figure is estimated from, by row; NaN where a respondent does not count. */
export type ScoredStatistic =
  | ({ readonly kind: "ratio" } & RatioStatistic)
  /** The value below which this share of people lies. */
  | { readonly kind: "quantile"; readonly values: Float64Array; readonly share: number }
  /** How long it took, or has not happened yet (event 0); the time by which it has happened to this share. */
  | {
      readonly kind: "time-to-event";
      readonly times: Float64Array;
      readonly events: Uint8Array;
      readonly share: number;
    }
  /** The mean over needs of mean importance times the share for whom the need is not met. */
  | { readonly kind: "priority"; readonly needs: readonly NeedAnswers[] };

/**
 * The statistics of an indicator and of its parts, in the order in which they are estimated; null for figures that are
 * no ratio of totals (quantiles, times to an event, products of means).
 */
export function statisticsOf(indicator: IndicatorDefinition, people: People): (RatioStatistic | null)[] {
  return Array.from(scoredFigures(indicator, people), ({ statistic }) =>
    statistic.kind === "ratio" ? statistic : null,
  );
}
