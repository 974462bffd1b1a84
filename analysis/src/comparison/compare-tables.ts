import type { IndicatorDefinition } from "../indicators/index.ts";
import type { WeighedPeople, WorkingTables } from "../lattice/index.ts";
import { changesSince } from "./changes.ts";
import { comparePlaces } from "./compare-places.ts";
import { changeOfSameComposition } from "./same-composition-change.ts";
import { told, type Untold } from "./verdict.ts";
import type { WorkingComparison, WorkingComparisons } from "./working-comparisons.ts";

export interface CompareTablesInput extends WeighedPeople {
  readonly working: WorkingTables;
  readonly indicators: readonly IndicatorDefinition[];
  /** False where nobody knows the chances of the sample, as the weighting plan says: then nothing is tested. */
  readonly hasKnownChances: boolean;
  readonly previous?: PreviousWave;
}

/** The same tables of the wave before, and how far each indicator may be compared with it. */
export interface PreviousWave {
  readonly working: WorkingTables;
  readonly comparability: (
    indicator: IndicatorDefinition,
  ) => "same" | "limited" | "not-comparable" | "no-wave-before";
  readonly hasKnownChances: boolean;
  /** Its people, for the change between people of the same composition; none is told when left out. */
  readonly people?: WeighedPeople;
}

/**
 * All comparisons that a release may tell: change since the wave before, and municipalities and their groups against
 * the rest, the country and their group. Tests are off where nobody knows the chances of the sample.
 */
export function compareTables(input: CompareTablesInput): WorkingComparisons {
  const { working, indicators, hasKnownChances } = input;
  const definitions = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const definitionOf = (measure: number) => definitions.get(working.measures[measure]?.indicator ?? "");
  const directionOf = (measure: number) => definitionOf(measure)?.direction ?? "none";
  const { families, correlations } = comparePlaces(input, working, indicators);
  return {
    comparisons: [
      ...(input.previous ? changes(input, input.previous, definitionOf, directionOf) : []),
      ...families.flatMap((family) => told(family, directionOf, "holm", () => hasKnownChances)),
    ],
    correlations,
  };
}

/** Changes where the mapping of the versions allows them; a verdict only where it allows them without a limit. */
function changes(
  input: CompareTablesInput,
  previous: PreviousWave,
  definitionOf: (measure: number) => IndicatorDefinition | undefined,
  directionOf: (measure: number) => IndicatorDefinition["direction"],
): WorkingComparison[] {
  const grades = new Map(input.indicators.map((one) => [one.id, previous.comparability(one)]));
  const isComparable = (indicator: string) => ["same", "limited"].includes(grades.get(indicator) ?? "");
  const found = changesSince(previous.working, input.working, isComparable, sameComposition(input, previous));
  const hasTests = ({ measure }: Untold) =>
    input.hasKnownChances &&
    previous.hasKnownChances &&
    grades.get(definitionOf(measure)?.id ?? "") === "same";
  return [...Map.groupBy(found, ({ crossing }) => crossing.join()).values()].flatMap((family) =>
    told(family, directionOf, "false-discovery", hasTests),
  );
}

/** By measure: the change of the country between people of the same composition. */
function sameComposition(
  { working, indicators, ...people }: CompareTablesInput,
  { people: before }: PreviousWave,
): (measure: number) => number | null {
  if (!before) return () => null;
  const changeOf = changeOfSameComposition(working.lattice, before, people);
  const measuresOf = Map.groupBy(working.measures.keys(), (measure) => working.measures[measure]!.indicator);
  const definitions = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const known = new Map<string, (number | undefined)[]>();
  return (measure) => {
    const id = working.measures[measure]?.indicator ?? "";
    const indicator = definitions.get(id);
    if (!indicator) return null;
    const own = known.get(id) ?? changeOf(indicator);
    known.set(id, own);
    return own[measuresOf.get(id)?.indexOf(measure) ?? -1] ?? null;
  };
}
