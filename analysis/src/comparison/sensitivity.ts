import type { Dataset } from "../dataset/index.ts";
import { drawFactors } from "../indicators/index.ts";
import type { ScoredMeasure } from "../lattice/index.ts";
import { alone } from "./places.ts";
import { valueUnder } from "./value-under.ts";

type Text = Readonly<Record<string, string>>;

/** The wave under other weights; null where they could not be made. */
export interface OtherWeights {
  readonly name: Text;
  readonly weights: Float64Array | null;
}

/** How far figures of the country move under another choice of weights. */
export interface Sensitivity {
  readonly name: Text;
  /** Index into the measures of the tables; shift in the unit of the measure: the other figure less the released one. */
  readonly shifts: readonly { readonly measure: number; readonly shift: number }[];
}

/** The shifts of a figure of the country under other weights; undefined where there are none, or no figure. */
export function shiftsOf(
  { statistic, indicator, design, crossings }: ScoredMeasure,
  otherWeights: readonly OtherWeights[],
  dataset: Dataset,
): (number | undefined)[] {
  const country = alone(crossings);
  if (!country) return [];
  const factors = indicator.drawn === undefined ? undefined : drawFactors(indicator.drawn, dataset);
  const own = valueUnder(statistic, design.weights, country);
  return otherWeights.map(({ weights }) => {
    if (!weights) return undefined;
    const drawn = factors ? weights.map((weight, row) => weight * factors[row]!) : weights;
    const shift = valueUnder(statistic, drawn, country) - own;
    return Number.isFinite(shift) ? shift : undefined;
  });
}
