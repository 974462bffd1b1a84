import type { Dataset } from "../dataset/dataset.ts";
import { type Design, secondPhase } from "../design/index.ts";
import { type Arrangement, arrange, type Domains, type Estimate } from "../estimation/index.ts";
import type { IndicatorDefinition } from "./definition.ts";
import { drawFactors } from "./drawn.ts";
import { estimatePriority } from "./estimate-priority.ts";
import { estimateReach } from "./estimate-reach.ts";
import { estimateRosterRatio } from "./estimate-roster.ts";
import { estimateScores } from "./estimate-scores.ts";
import { estimateTimeToEvent } from "./estimate-time.ts";
import { estimateRatioOfTotals } from "./estimate-totals.ts";
import { type IndexPart, partsOfIndex } from "./index-parts.ts";
import { type ScoredEstimand, scoreIndicator } from "./scores.ts";

/** An indicator in one domain: the estimate and what its denominator was made of. */
export interface IndicatorEstimate {
  /** In the unit of the indicator: proportions and ratios 0 to 1, means as answered, indices 0 to their scale, net balances -100 to 100. */
  readonly estimate: Estimate;
  /** Respondents of the universe who were asked, whether or not they answered. */
  readonly eligible: number;
  /** Share of the scored respondents whose index rests on some, not all, items (0 to 1); null for other types. */
  readonly prorated: number | null;
}

/** An indicator, or a part of one, for the country and for every domain in their order. */
export interface InDomains {
  readonly country: IndicatorEstimate;
  readonly byDomain: readonly IndicatorEstimate[];
}

/** What an indicator is made of: sub-scores of an index, needs of a priority, the channels chosen. */
export interface IndicatorPart extends InDomains {
  readonly id: string;
  readonly label: Readonly<Record<string, string>>;
}

export interface EvaluatedIndicator extends InDomains {
  readonly indicator: IndicatorDefinition;
  readonly parts: readonly IndicatorPart[];
}

/** All that an evaluation stands on: rows sorted once for the country, once for the domains. */
export interface Ground {
  readonly dataset: Dataset;
  readonly design: Design;
  readonly country: Arrangement;
  readonly places: Arrangement;
}

export function evaluateIndicator(
  indicator: IndicatorDefinition,
  dataset: Dataset,
  design: Design,
  domains: Domains,
  inCountry?: Uint8Array,
): EvaluatedIndicator {
  const [evaluated] = evaluateIndicators([indicator], dataset, design, domains, inCountry);
  if (!evaluated) throw new RangeError("One indicator was given and none came back.");
  return evaluated;
}

/**
 * Evaluates indicators over a dataset, each score column computed once and the rows sorted once.
 * Domains are estimated with the full design (zero scores outside), never by filtering rows first. An indicator that
 * rests on a draw is estimated with weights over the chance of the draw.
 *
 * @param inCountry by row: 1 for who counts in the country's figures; everyone when left out
 * @throws IndicatorError when an indicator names a variable the dataset lacks
 */
export function evaluateIndicators(
  indicators: readonly IndicatorDefinition[],
  dataset: Dataset,
  design: Design,
  domains: Domains,
  inCountry?: Uint8Array,
): EvaluatedIndicator[] {
  const country = {
    of: Int32Array.from({ length: design.rows }, (_, row) => (inCountry?.[row] === 0 ? -1 : 0)),
    count: 1,
  };
  const groundOn = (own: Design): Ground => ({
    dataset,
    design: own,
    country: arrange(own, country),
    places: arrange(own, domains),
  });
  const grounds = new Map<string | undefined, Ground>();
  const groundOf = ({ drawn }: IndicatorDefinition) => {
    const ground =
      grounds.get(drawn) ??
      groundOn(drawn === undefined ? design : secondPhase(design, drawFactors(drawn, dataset)));
    grounds.set(drawn, ground);
    return ground;
  };
  return indicators.map((indicator) => ({ indicator, ...evaluated(indicator, groundOf(indicator)) }));
}

type Evaluated = Omit<EvaluatedIndicator, "indicator">;

function evaluated(indicator: IndicatorDefinition, ground: Ground): Evaluated {
  const { estimand } = indicator;
  switch (estimand.type) {
    case "time-to-event":
      return { ...estimateTimeToEvent(indicator, estimand, ground), parts: [] };
    case "roster-ratio":
      return { ...estimateRosterRatio(indicator, estimand, ground), parts: [] };
    case "reach":
      return estimateReach(indicator, estimand, ground);
    case "priority":
      return estimatePriority(indicator, estimand, ground);
    case "ratio":
      if ("totalOf" in estimand) return { ...estimateRatioOfTotals(indicator, estimand, ground), parts: [] };
      return { ...scored(indicator, estimand, ground), parts: [] };
    case "index": {
      const parts = partsOfIndex(estimand).map((part) => ofPart(indicator, part, ground));
      return { ...scored(indicator, estimand, ground), parts };
    }
    default:
      return { ...scored(indicator, estimand, ground), parts: [] };
  }
}

function scored(indicator: IndicatorDefinition, estimand: ScoredEstimand, ground: Ground): InDomains {
  return estimateScores(scoreIndicator(indicator, estimand, ground.dataset), estimand, ground);
}

function ofPart(
  indicator: IndicatorDefinition,
  { id, label, estimand }: IndexPart,
  ground: Ground,
): IndicatorPart {
  return { id, label, ...scored(indicator, estimand, ground) };
}
