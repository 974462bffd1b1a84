import { makeDesign } from "../design/index.ts";
import type { ReleasedTables } from "../disclosure/index.ts";
import { evaluateIndicators, type IndicatorDefinition, lowestLevel } from "../indicators/index.ts";
import type { TableMeasure } from "../lattice/index.ts";
import type { ReleaseFile } from "../release/index.ts";
import type { WeighedWave } from "../weighting/index.ts";
import type { ChainInput, DatasetRead } from "./input.ts";

/** A headline figure of the country under other weights; null where it cannot be estimated. */
export interface OtherWeights {
  readonly name: Readonly<Record<string, string>>;
  readonly values: ReadonlyMap<string, number | null>;
}

/** Indicators that go down to municipalities are what most readers look at first. */
export const isHeadline = (indicator: IndicatorDefinition): boolean =>
  lowestLevel(indicator) === "municipality";

/** The headline figures of the country under every alternative of the weighting plan that can be followed. */
export function underOtherWeights(
  { indicators }: ChainInput,
  { dataset }: DatasetRead,
  { alternatives, inside }: WeighedWave,
): OtherWeights[] {
  const headlines = indicators.set.indicators.filter(isHeadline);
  const inCountry = new Uint8Array(dataset.rows);
  for (const row of inside) inCountry[row] = 1;
  const noDomains = { of: new Int32Array(dataset.rows).fill(-1), count: 0 };
  return alternatives.flatMap(({ name, weights }) => {
    if (weights === null) return [];
    const design = makeDesign({ weights, singlePsu: "adjust" });
    const evaluated = evaluateIndicators(headlines, dataset, design, noDomains, inCountry);
    const values = evaluated.map(({ indicator, country }) => [indicator.id, country.estimate.value] as const);
    return [{ name, values: new Map(values) }];
  });
}

/** How far each shown figure of the country would move: what is hidden has no shift either. */
export function shiftsOf(
  others: readonly OtherWeights[],
  measures: readonly TableMeasure[],
  { crossings }: ReleasedTables,
): ReleaseFile["sensitivity"] {
  const country = crossings.find(({ crossing }) => crossing.length === 0);
  return others.map(({ name, values }) => ({
    name,
    shifts: measures.flatMap(({ id, part }, measure) => {
      const cell = country?.cells[measure]?.[0];
      const value = part === null ? values.get(id) : undefined;
      if (!cell || !("value" in cell) || value === undefined || value === null) return [];
      return [{ measure, shift: rounded(value - cell.value) }];
    }),
  }));
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6 + 0;
