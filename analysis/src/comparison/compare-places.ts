import { degreesOfFreedomOf } from "../design/index.ts";
import type { IndicatorDefinition, RatioStatistic } from "../indicators/index.ts";
import type { WeighedPeople, WorkingTables } from "../lattice/index.ts";
import { againstOthers } from "./against-others.ts";
import { correlationsOf } from "./correlations.ts";
import { type Places, placesOf } from "./places.ts";
import { scoreSpaceOf } from "./score-space.ts";
import { scoredPlaces } from "./scored-places.ts";
import { isPrecise, pooledPlaces, tableOf } from "./shown-cells.ts";
import { designOf, statisticsIn } from "./statistics-in.ts";
import type { Untold } from "./verdict.ts";
import type { Correlations } from "./working-comparisons.ts";

/** Places against others, by family, and how far their figures hang together. */
export interface ComparedPlaces {
  readonly families: Untold[][];
  readonly correlations: Correlations[];
}

/** Measures that are ratios of totals, in designs whose covariances follow from sums. */
export function comparePlaces(
  people: WeighedPeople,
  working: WorkingTables,
  indicators: readonly IndicatorDefinition[],
): ComparedPlaces {
  const places = placesOf(working.lattice, people);
  const found: ComparedPlaces = { families: [], correlations: [] };
  if (!places || !scoreSpaceOf(people.design)) return found;
  const measuresOf = Map.groupBy(working.measures.keys(), (measure) => working.measures[measure]!.indicator);
  for (const indicator of indicators) {
    const measures = measuresOf.get(indicator.id) ?? [];
    if (measures.every((measure) => working.measures[measure]?.lowest === "country")) continue;
    statisticsIn(indicator, people).forEach((statistic, part) => {
      const measure = measures[part];
      if (statistic && measure !== undefined)
        compareMeasure({ measure, indicator, statistic, places, people, working }, found);
    });
  }
  return found;
}

interface Compared {
  readonly measure: number;
  readonly indicator: IndicatorDefinition;
  readonly statistic: RatioStatistic;
  readonly places: Places;
  readonly people: WeighedPeople;
  readonly working: WorkingTables;
}

function compareMeasure(
  { measure, indicator, statistic, places, people, working }: Compared,
  found: ComparedPlaces,
): void {
  const design = designOf(indicator, people);
  const space = scoreSpaceOf(design);
  if (!space || working.measures[measure]?.lowest === "country") return;
  const pooled = pooledPlaces(working);
  const scored = scoredPlaces(statistic, space, places, (level, code) => {
    const table = tableOf(working, [level]);
    const at = table?.domains.findIndex(([own]) => own === code) ?? -1;
    return isPrecise(table?.cells[measure]?.[at]) && !pooled.has(code);
  });
  if (isPrecise(tableOf(working, [])?.cells[measure]?.[0]))
    found.families.push(...againstOthers(measure, places, scored, degreesOfFreedomOf(design)));
  found.correlations.push(...correlationsOf(measure, scored, places));
}
