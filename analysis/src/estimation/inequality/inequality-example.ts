import { seeded } from "@tiltas/instrument/simulation";
import { type Design, makeDesign } from "../../design/index.ts";

/** Incomes of people met at 300 places in five districts, made up with a seed; for tests. */
export function exampleIncomes(seed: number): { design: Design; incomes: Float64Array; group: Uint8Array } {
  const random = seeded(seed);
  const strata: number[] = [];
  const clusters: number[] = [];
  const weights: number[] = [];
  const incomes: number[] = [];
  for (let place = 0; place < 300; place++) {
    const climate = 0.25 * random.normal();
    for (let person = 0; person < 12 + random.index(10); person++) {
      strata.push(place % 5);
      clusters.push(place);
      weights.push(10 + 40 * random.unit());
      incomes.push(Math.round(100 * 1400 * Math.exp(climate + 0.5 * random.normal())) / 100);
    }
  }
  return {
    design: makeDesign({ weights, strata, clusters }),
    incomes: Float64Array.from(incomes),
    group: Uint8Array.from(incomes, () => (random.chance(0.4) ? 1 : 0)),
  };
}
