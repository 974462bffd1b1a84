import { drawFactors, type IndicatorDefinition } from "../indicators/index.ts";
import type { WeighedPeople, WorkingTables } from "../lattice/index.ts";
import { countryOf, statisticsIn } from "./statistics-in.ts";

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

/**
 * The shift of each figure of the country named, under every alternative that could be followed. Quantiles, times to an
 * event and priorities are left out.
 */
export function sensitivityOf(
  people: WeighedPeople,
  tables: WorkingTables,
  indicators: readonly IndicatorDefinition[],
  alternatives: readonly OtherWeights[],
): Sensitivity[] {
  const followed = alternatives.flatMap(({ name, weights }) => (weights ? [{ name, weights }] : []));
  const shifts = followed.map((): Sensitivity["shifts"][number][] => []);
  for (const indicator of indicators) {
    const measure = tables.measures.findIndex(({ id }) => id === indicator.id);
    const valueUnder = measure < 0 ? undefined : countryUnder(indicator, people);
    if (!valueUnder) continue;
    const released = valueUnder(people.design.weights);
    followed.forEach(({ weights }, i) => {
      const shift = valueUnder(weights) - released;
      if (Number.isFinite(shift)) shifts[i]!.push({ measure, shift });
    });
  }
  return followed.map(({ name }, i) => ({ name, shifts: shifts[i]! }));
}

/** The figure of the country as a function of the weights; undefined for figures that are no ratio of totals. */
function countryUnder(
  indicator: IndicatorDefinition,
  people: WeighedPeople,
): ((weights: Float64Array) => number) | undefined {
  const [statistic] = statisticsIn(indicator, people);
  if (!statistic) return undefined;
  const { numerator, denominator } = statistic;
  const country = countryOf(people);
  const factors = indicator.drawn === undefined ? undefined : drawFactors(indicator.drawn, people.dataset);
  return (weights) => {
    let [over, under] = [0, 0];
    for (let row = 0; row < weights.length; row++) {
      const [y, x] = [numerator[row]!, denominator ? denominator[row]! : 1];
      if (country[row]! < 0 || Number.isNaN(y + x)) continue;
      const weight = factors ? weights[row]! * factors[row]! : weights[row]!;
      over += weight * y;
      under += weight * x;
    }
    return over / under;
  };
}
