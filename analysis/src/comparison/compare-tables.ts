import { degreesOfFreedomOf, secondPhase } from "../design/index.ts";
import {
  drawFactors,
  type IndicatorDefinition,
  type RatioStatistic,
  statisticsOf,
} from "../indicators/index.ts";
import type { WeighedPeople, WorkingTables } from "../lattice/index.ts";
import type { SampleKind } from "../weighting/index.ts";
import { againstOthers } from "./against-others.ts";
import { changesSince } from "./changes.ts";
import { correlationsOf } from "./correlations.ts";
import { type Places, placesOf } from "./places.ts";
import { scoreSpaceOf } from "./score-space.ts";
import { scoredPlaces } from "./scored-places.ts";
import { isPrecise, pooledPlaces, tableOf } from "./shown-cells.ts";
import { told, type Untold } from "./verdict.ts";
import type { Correlations, WorkingComparisons } from "./working-comparisons.ts";

export interface CompareTablesInput extends WeighedPeople {
  readonly working: WorkingTables;
  readonly indicators: readonly IndicatorDefinition[];
  readonly sample: SampleKind;
  /** The same tables of the wave before, and how far each indicator may be compared with it. */
  readonly previous?: {
    readonly working: WorkingTables;
    readonly comparability: (
      indicator: IndicatorDefinition,
    ) => "same" | "limited" | "not-comparable" | "no-wave-before";
  };
}

/**
 * All comparisons that a release may tell: change since the wave before, and municipalities and their groups against
 * the rest, the country and their group. Tests are off where nobody knows the chances of the sample.
 */
export function compareTables(input: CompareTablesInput): WorkingComparisons {
  const { working, indicators, sample } = input;
  const definitions = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const definitionOf = (measure: number) => definitions.get(working.measures[measure]?.indicator ?? "");
  const directionOf = (measure: number) => definitionOf(measure)?.direction ?? "none";
  const isProbability = sample === "register";
  const inPlaces = comparePlaces(input);
  const graded = (measure: number) => {
    const definition = definitionOf(measure);
    return definition ? input.previous?.comparability(definition) : undefined;
  };
  const changes = Map.groupBy(changesOf(input), ({ crossing }) => crossing.join());
  return {
    comparisons: [
      ...[...changes.values()].flatMap((family) =>
        told(
          family,
          directionOf,
          "false-discovery",
          (one) => isProbability && graded(one.measure) === "same",
        ),
      ),
      ...inPlaces.families.flatMap((family) => told(family, directionOf, "holm", () => isProbability)),
    ],
    correlations: inPlaces.correlations,
  };
}

function changesOf({ working, previous, indicators }: CompareTablesInput): Untold[] {
  if (!previous) return [];
  const comparable = new Set(
    indicators.flatMap((indicator) =>
      ["same", "limited"].includes(previous.comparability(indicator)) ? [indicator.id] : [],
    ),
  );
  return changesSince(
    previous.working,
    working,
    (id) => comparable.has(id),
    () => null,
  );
}

/** Measures that are ratios of totals, in designs whose covariances follow from sums. */
function comparePlaces(input: CompareTablesInput): { families: Untold[][]; correlations: Correlations[] } {
  const places = placesOf(input.working.lattice, input);
  const found = { families: [] as Untold[][], correlations: [] as Correlations[] };
  if (!places || !scoreSpaceOf(input.design)) return found;
  let measure = 0;
  for (const indicator of input.indicators)
    for (const statistic of statisticsIn(indicator, input)) {
      const own = measure++;
      if (statistic && input.working.measures[own]?.lowest !== "country")
        compareMeasure(own, indicator, statistic, places, input, found);
    }
  return found;
}

function statisticsIn(indicator: IndicatorDefinition, input: CompareTablesInput): (RatioStatistic | null)[] {
  const { dataset, inside } = input;
  const of = new Int32Array(dataset.rows).fill(inside ? -1 : 0);
  for (const row of inside ?? []) of[row] = 0;
  const country = { of, count: 1 };
  return statisticsOf(indicator, { dataset, design: designFor(indicator, input), country });
}

function designFor(
  { drawn }: IndicatorDefinition,
  { design, dataset }: WeighedPeople,
): WeighedPeople["design"] {
  return drawn === undefined ? design : secondPhase(design, drawFactors(drawn, dataset));
}

function compareMeasure(
  measure: number,
  indicator: IndicatorDefinition,
  statistic: RatioStatistic,
  places: Places,
  input: CompareTablesInput,
  found: { families: Untold[][]; correlations: Correlations[] },
): void {
  const design = designFor(indicator, input);
  const space = scoreSpaceOf(design);
  if (!space) return;
  const pooled = pooledPlaces(input.working);
  const scored = scoredPlaces(statistic, space, places, (level, code) => {
    const table = tableOf(input.working, [level]);
    const at = table?.domains.findIndex(([own]) => own === code) ?? -1;
    return isPrecise(table?.cells[measure]?.[at]) && !pooled.has(code);
  });
  if (isPrecise(tableOf(input.working, [])?.cells[measure]?.[0]))
    found.families.push(...againstOthers(measure, places, scored, degreesOfFreedomOf(design)));
  found.correlations.push(...correlationsOf(measure, scored, places));
}
