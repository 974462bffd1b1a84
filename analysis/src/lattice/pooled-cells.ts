import type { Dataset, HarmonisedDataset } from "../dataset/index.ts";
import { type IndicatorDefinition, lowestLevel, variablesOfIndicator } from "../indicators/index.ts";
import { cellsByMeasure, placed, type WeighedPeople } from "./cells-by-measure.ts";
import { columnBehind } from "./dimension-codes.ts";
import { type Crossing, crossingName, type Lattice } from "./lattice.ts";
import { pooledDataset } from "./pooled-dataset.ts";
import { pooledDesign } from "./pooled-design.ts";
import type { WorkingCell } from "./working-tables.ts";

/** The cells of a measure in a crossing with municipalities, from two waves together; undefined where there are none. */
export type PooledCells = (
  measure: string,
  crossing: Crossing,
) => readonly (WorkingCell | null)[] | undefined;

/**
 * Municipalities over two waves: the mean of what both say, each weighted to its population, as two independent
 * samples. Only indicators that go down to municipalities, and mean the same in both waves.
 *
 * @returns undefined where the samples cannot be put together
 * @source Kish (1999), Cumulating/combining population surveys, Survey Methodology 25(2)
 */
export function pooledCells(
  now: WeighedPeople,
  before: WeighedPeople,
  lattice: Lattice,
  indicators: readonly IndicatorDefinition[],
): PooledCells | undefined {
  const design = pooledDesign(now.design, before.design);
  const shared = indicators.filter(
    (indicator) => lowestLevel(indicator) === "municipality" && meansTheSame(indicator, before.dataset),
  );
  if (!design || shared.length === 0) return undefined;
  const dimensions = lattice.dimensions.flatMap(
    (dimension) => columnBehind(dimension, now.dataset, now.instrument)?.variable.name ?? [],
  );
  const wanted = new Set([...dimensions, ...municipalityItems(now), ...shared.flatMap(variablesOfIndicator)]);
  const dataset = pooledDataset(now.dataset, before.dataset, wanted);
  const poolable = shared.filter((indicator) => isIn(dataset, indicator));
  const people = { dataset, design, instrument: now.instrument, inside: insideOf(now, before) };
  const both = placed(people, lattice, (crossing) => crossing.includes("municipality"));
  const found = new Map(
    [...cellsByMeasure(both, poolable)].flatMap(({ measure, cells }) =>
      both.crossings.map(
        ({ crossing }, i) => [`${measure.id} in ${crossingName(crossing)}`, cells[i]!] as const,
      ),
    ),
  );
  return (measure, crossing) => found.get(`${measure} in ${crossingName(crossing)}`);
}

const steady = new Set<string | undefined>(["same", "renamed", "recoded"]);

/** By the grades of the dataset, where it has them: without grades the same name is the same question. */
function meansTheSame(indicator: IndicatorDefinition, before: Dataset | HarmonisedDataset): boolean {
  const grades = "comparability" in before ? before.comparability : undefined;
  if (!grades) return true;
  return variablesOfIndicator(indicator).every((name) => {
    const list = before.rosters?.get(name);
    const asked = list ? [...list.columns.keys()].map((variable) => `${name}.${variable}`) : [name];
    return asked.every((one) => steady.has(grades.get(one)));
  });
}

function isIn({ columns, rosters }: Dataset, indicator: IndicatorDefinition): boolean {
  return variablesOfIndicator(indicator).every((name) => columns.has(name) || rosters?.has(name));
}

/** Where people live and where they are declared: the one may stand for the other. */
function municipalityItems({ instrument }: WeighedPeople): string[] {
  return instrument.items
    .filter(({ measure: { role } }) => role === "municipality" || role === "actual-municipality")
    .map(({ name }) => name);
}

function insideOf(now: WeighedPeople, before: WeighedPeople): Int32Array {
  const all = ({ dataset, inside }: WeighedPeople) =>
    inside ?? Int32Array.from({ length: dataset.rows }, (_, row) => row);
  return Int32Array.from([...all(now), ...[...all(before)].map((row) => row + now.dataset.rows)]);
}
