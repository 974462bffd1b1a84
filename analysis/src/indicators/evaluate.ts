import type { Dataset } from "../dataset/dataset.ts";
import { type Design, secondPhase } from "../design/index.ts";
import type { Domains } from "../estimation/index.ts";
import type { IndicatorDefinition } from "./definition.ts";
import { drawFactors } from "./drawn.ts";
import { estimatePriority } from "./estimate-priority.ts";
import { type Channels, chosenChannels, reachOf } from "./estimate-reach.ts";
import { estimateRosterRatio } from "./estimate-roster.ts";
import { estimateScores } from "./estimate-scores.ts";
import { estimateTimeToEvent } from "./estimate-time.ts";
import { estimateRatioOfTotals } from "./estimate-totals.ts";
import { partsOfIndex } from "./index-parts.ts";
import type { IndicatorEstimate, IndicatorEstimatesIn, People } from "./measured.ts";
import { answersToNeeds } from "./need-answers.ts";
import type { ScoredEstimand } from "./scores.ts";

/** An indicator, or a part of one, for the country and for every domain in their order. */
export interface InDomains {
  readonly country: IndicatorEstimate;
  readonly byDomain: readonly IndicatorEstimate[];
}

/** What an indicator is made of: sub-scores of an index, needs of a priority, the channels chosen. */
interface Part {
  readonly id: string;
  readonly label: Readonly<Record<string, string>>;
}
export interface IndicatorPart extends InDomains, Part {}

export interface EvaluatedIndicator extends InDomains {
  readonly indicator: IndicatorDefinition;
  readonly parts: readonly IndicatorPart[];
}

/** An indicator whose answers are scored, to be estimated in any cells. */
export interface MeasuredIndicator {
  readonly indicator: IndicatorDefinition;
  readonly estimatesIn: IndicatorEstimatesIn;
  readonly parts: readonly (Part & { readonly estimatesIn: IndicatorEstimatesIn })[];
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
 * Evaluates indicators over a dataset for the country and for domains.
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
  const country = wholeCountry(design.rows, inCountry);
  const inDomains = (estimatesIn: IndicatorEstimatesIn): InDomains => {
    const [whole] = estimatesIn(country);
    if (!whole) throw new RangeError("The country is one domain, yet it has no estimate.");
    return { country: whole, byDomain: estimatesIn(domains) };
  };
  return [...measureIndicators(indicators, dataset, design, inCountry)].map(
    ({ indicator, estimatesIn, parts }) => ({
      indicator,
      ...inDomains(estimatesIn),
      parts: parts.map(({ estimatesIn: ofPart, ...part }) => ({ ...part, ...inDomains(ofPart) })),
    }),
  );
}

function wholeCountry(rows: number, inCountry: Uint8Array | undefined): Domains {
  return { of: Int32Array.from({ length: rows }, (_, row) => (inCountry?.[row] === 0 ? -1 : 0)), count: 1 };
}

/**
 * Scores indicators one after the other, each once for all cells in which it will be estimated. Cells are estimated
 * with the full design (zero scores outside), never by filtering rows first. An indicator that rests on a draw is
 * estimated with weights over the chance of the draw.
 *
 * @param inCountry by row: 1 for who counts in the country; everyone when left out
 * @throws IndicatorError when an indicator names a variable the dataset lacks
 */
export function* measureIndicators(
  indicators: readonly IndicatorDefinition[],
  dataset: Dataset,
  design: Design,
  inCountry?: Uint8Array,
): Generator<MeasuredIndicator> {
  const country = wholeCountry(design.rows, inCountry);
  const designs = new Map<string | undefined, Design>([[undefined, design]]);
  for (const indicator of indicators) {
    const { drawn } = indicator;
    const own = designs.get(drawn) ?? secondPhase(design, drawFactors(drawn ?? "", dataset));
    designs.set(drawn, own);
    yield { indicator, ...measured(indicator, { dataset, design: own, country }) };
  }
}

type Measured = Omit<MeasuredIndicator, "indicator">;

function measured(indicator: IndicatorDefinition, people: People): Measured {
  const { estimand } = indicator;
  const whole = (estimatesIn: IndicatorEstimatesIn): Measured => ({ estimatesIn, parts: [] });
  const scored = (of: ScoredEstimand) => estimateScores(indicator, of, people);
  switch (estimand.type) {
    case "time-to-event":
      return whole(estimateTimeToEvent(indicator, estimand, people));
    case "roster-ratio":
      return whole(estimateRosterRatio(indicator, estimand, people));
    case "reach": {
      const chosen = chosenChannels(indicator, estimand, people);
      const reached = (channels: Channels) => scored(reachOf(channels));
      return {
        estimatesIn: reached(chosen),
        parts: chosen.map((one) => ({ ...named(one), estimatesIn: reached([one]) })),
      };
    }
    case "priority": {
      const answers = answersToNeeds(indicator, estimand, people.dataset);
      const parts = estimand.needs.map((need, i) => ({
        ...named(need),
        estimatesIn: estimatePriority(answers.slice(i, i + 1), people),
      }));
      return { estimatesIn: estimatePriority(answers, people), parts };
    }
    case "ratio":
      return whole(
        "totalOf" in estimand ? estimateRatioOfTotals(indicator, estimand, people) : scored(estimand),
      );
    case "index":
      return {
        estimatesIn: scored(estimand),
        parts: partsOfIndex(estimand).map((part) => ({ ...named(part), estimatesIn: scored(part.estimand) })),
      };
    default:
      return whole(scored(estimand));
  }
}

const named = ({ id, label }: Part): Part => ({ id, label });
