import { secondPhase } from "../design/index.ts";
import {
  drawFactors,
  evaluateIndicator,
  type IndicatorDefinition,
  statisticsOf,
} from "../indicators/index.ts";
import type { WeighedPeople, WorkingTables } from "../lattice/index.ts";

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

/** The shift of each figure of the country named, under every alternative that could be followed. */
export function sensitivityOf(
  people: WeighedPeople,
  tables: WorkingTables,
  indicators: readonly IndicatorDefinition[],
  alternatives: readonly OtherWeights[],
): Sensitivity[] {
  const measured = indicators.flatMap((indicator) => {
    const measure = tables.measures.findIndex(({ id }) => id === indicator.id);
    const under = measure < 0 ? undefined : valueUnder(indicator, people);
    const released = under?.(people.design.weights);
    return under && released !== undefined && Number.isFinite(released) ? [{ measure, under, released }] : [];
  });
  return alternatives.flatMap(({ name, weights }) => {
    if (!weights) return [];
    const shifts = measured.map(({ measure, under, released }) => ({
      measure,
      shift: under(weights) - released,
    }));
    return [{ name, shifts: shifts.filter(({ shift }) => Number.isFinite(shift)) }];
  });
}

/** The figure of the country as a function of the weights; NaN where there is none. */
function valueUnder(
  indicator: IndicatorDefinition,
  people: WeighedPeople,
): (weights: Float64Array) => number {
  const { dataset, design } = people;
  const country = new Int32Array(dataset.rows).fill(people.inside ? -1 : 0);
  for (const row of people.inside ?? []) country[row] = 0;
  const factors = indicator.drawn === undefined ? undefined : drawFactors(indicator.drawn, dataset);
  const own = factors ? secondPhase(design, factors) : design;
  const [statistic] = statisticsOf(indicator, { dataset, design: own, country: { of: country, count: 1 } });
  if (!statistic) {
    const inside = country.map((domain) => domain + 1);
    return (weights) =>
      evaluateIndicator(
        indicator,
        dataset,
        { ...design, weights, adjustments: [] },
        { of: new Int32Array(dataset.rows).fill(-1), count: 0 },
        Uint8Array.from(inside),
      ).country.estimate.value ?? Number.NaN;
  }
  const { numerator, denominator } = statistic;
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
