import type { Dataset } from "../dataset/dataset.ts";
import { type Design, secondPhase } from "../design/index.ts";
import { crossedCells, type Domains } from "../estimation/index.ts";
import type { IndicatorDefinition } from "./definition.ts";
import { drawFactors } from "./drawn.ts";
import { estimateFigure } from "./estimate-figure.ts";
import type { IndicatorEstimate, IndicatorEstimatesIn } from "./measured.ts";
import { type Part, type ScoredFigure, scoredFigures } from "./scored-figures.ts";

/** An indicator, or a part of one, for the country and for every domain in their order. */
export interface InDomains {
  readonly country: IndicatorEstimate;
  readonly byDomain: readonly IndicatorEstimate[];
}

export interface IndicatorPart extends InDomains, Part {}

export interface EvaluatedIndicator extends InDomains {
  readonly indicator: IndicatorDefinition;
  readonly parts: readonly IndicatorPart[];
}

/** One figure of an indicator whose answers are scored, to be estimated in any cells. */
export interface MeasuredFigure extends ScoredFigure {
  readonly indicator: IndicatorDefinition;
  /** With the weights of the draw, where the indicator rests on one. */
  readonly design: Design;
  readonly estimatesIn: IndicatorEstimatesIn;
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
  const cells = crossedCells([wholeCountry(design.rows, inCountry), domains]);
  const inDomains = (estimatesIn: IndicatorEstimatesIn): InDomains => {
    const [country, ...byDomain] = estimatesIn(cells);
    if (!country) throw new RangeError("The country is one domain, yet it has no estimate.");
    return { country, byDomain };
  };
  const figures = Array.from(
    measureIndicators(indicators, dataset, design, inCountry),
    ({ indicator, part, estimatesIn }) => ({ indicator, part, ...inDomains(estimatesIn) }),
  );
  return indicators.flatMap((indicator) => {
    const own = figures.filter((figure) => figure.indicator === indicator);
    const parts = own.flatMap(({ part, country, byDomain }) =>
      part ? [{ ...part, country, byDomain }] : [],
    );
    return own
      .filter(({ part }) => !part)
      .map(({ country, byDomain }) => ({ indicator, country, byDomain, parts }));
  });
}

function wholeCountry(rows: number, inCountry: Uint8Array | undefined): Domains {
  return { of: Int32Array.from({ length: rows }, (_, row) => (inCountry?.[row] === 0 ? -1 : 0)), count: 1 };
}

/**
 * Scores indicators and their parts one after the other, each once for all cells in which it will be estimated. Cells
 * are estimated with the full design (zero scores outside), never by filtering rows first. An indicator that rests on a
 * draw is estimated with weights over the chance of the draw.
 *
 * @param inCountry by row: 1 for who counts in the country; everyone when left out
 * @throws IndicatorError when an indicator names a variable the dataset lacks
 */
export function* measureIndicators(
  indicators: readonly IndicatorDefinition[],
  dataset: Dataset,
  design: Design,
  inCountry?: Uint8Array,
): Generator<MeasuredFigure> {
  const country = wholeCountry(design.rows, inCountry);
  const designs = new Map<string | undefined, Design>([[undefined, design]]);
  for (const indicator of indicators) {
    const { drawn } = indicator;
    const own = designs.get(drawn) ?? secondPhase(design, drawFactors(drawn ?? "", dataset));
    designs.set(drawn, own);
    for (const figure of scoredFigures(indicator, { dataset, design: own, country }))
      yield { ...figure, indicator, design: own, estimatesIn: estimateFigure(figure, own) };
  }
}
