import { type Design, secondPhase } from "../design/index.ts";
import {
  drawFactors,
  type IndicatorDefinition,
  type RatioStatistic,
  statisticsOf,
} from "../indicators/index.ts";
import type { WeighedPeople } from "../lattice/index.ts";

/** By row: 0 for who belongs to the population, else -1. */
export function countryOf({ dataset, inside }: WeighedPeople): Int32Array {
  const of = new Int32Array(dataset.rows).fill(inside ? -1 : 0);
  for (const row of inside ?? []) of[row] = 0;
  return of;
}

/** The design of an indicator: with the weights of the draw, where it rests on one. */
export function designOf({ drawn }: IndicatorDefinition, { design, dataset }: WeighedPeople): Design {
  return drawn === undefined ? design : secondPhase(design, drawFactors(drawn, dataset));
}

/** The statistics of an indicator and of its parts among these people; null for what is no ratio of totals. */
export function statisticsIn(
  indicator: IndicatorDefinition,
  people: WeighedPeople,
): (RatioStatistic | null)[] {
  const country = { of: countryOf(people), count: 1 };
  return statisticsOf(indicator, { dataset: people.dataset, design: designOf(indicator, people), country });
}
