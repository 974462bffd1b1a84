import type { IndicatorDefinition } from "../indicators/index.ts";
import type { WorkingTables } from "../lattice/index.ts";
import { changesSince } from "./changes.ts";
import type { FiguresFound } from "./compare-figures.ts";
import { changeOfSameComposition } from "./same-composition-change.ts";
import { told, type Untold } from "./verdict.ts";
import type { WorkingComparison, WorkingComparisons } from "./working-comparisons.ts";

/** The figures of a wave, and what was found of them while they were estimated. */
export interface ComparedWave {
  readonly working: WorkingTables;
  readonly found: FiguresFound;
  /** False where nobody knows the chances of the sample, as the weighting plan says: then nothing is tested. */
  readonly hasKnownChances: boolean;
}

export interface CompareTablesInput extends ComparedWave {
  readonly indicators: readonly IndicatorDefinition[];
  /** The same tables of the wave before, and how far each indicator may be compared with it. */
  readonly previous?: ComparedWave & {
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
  const { working, indicators, found, hasKnownChances } = input;
  const directions = new Map(indicators.map(({ id, direction }) => [id, direction]));
  const directionOf = (measure: number) =>
    directions.get(working.measures[measure]?.indicator ?? "") ?? "none";
  return {
    comparisons: [
      ...(input.previous ? changes(input, input.previous, directionOf) : []),
      ...found.families.flatMap((family) => told(family, directionOf, "holm", () => hasKnownChances)),
    ],
    correlations: found.correlations,
  };
}

/** Changes where the mapping of the versions allows them; a verdict only where it allows them without a limit. */
function changes(
  { working, indicators, found, hasKnownChances }: CompareTablesInput,
  previous: NonNullable<CompareTablesInput["previous"]>,
  directionOf: (measure: number) => IndicatorDefinition["direction"],
): WorkingComparison[] {
  const grades = new Map(indicators.map((one) => [one.id, previous.comparability(one)]));
  const isComparable = (indicator: string) => ["same", "limited"].includes(grades.get(indicator) ?? "");
  const [before, now] = [previous.found.composed, found.composed];
  const alike = before && now ? changeOfSameComposition(before, now, working, indicators) : () => null;
  const hasTests = ({ measure }: Untold) =>
    hasKnownChances &&
    previous.hasKnownChances &&
    grades.get(working.measures[measure]?.indicator ?? "") === "same";
  const all = changesSince(previous.working, working, isComparable, alike);
  return [...Map.groupBy(all, ({ crossing }) => crossing.join()).values()].flatMap((family) =>
    told(family, directionOf, "false-discovery", hasTests),
  );
}
