import type { RatioStatistic } from "../indicators/index.ts";
import { inverseOf, product } from "./inverse.ts";

/** Who respondents are beside where they live: categories by dimension; -1 is one more category. */
export interface Composition {
  /** Dimensions, in the order of the lists below. */
  readonly ids: readonly string[];
  readonly codes: readonly Int32Array[];
  readonly counts: readonly number[];
}

/**
 * How much more the figure of a domain, or of several together, is than that of everybody else with the same
 * citizenship, sex, age and ground of stay: the coefficient of the domain in a weighted linear regression on these.
 * NaN where the domain follows from them.
 *
 * @param of by row: domain as 0 … count-1; -1 for who is in none and does not count
 * @source Oaxaca (1973), International Economic Review 14(3); Fortin, Lemieux & Firpo (2011), Handbook of Labor Economics 4A
 * @agrees R survey::svyglm, tests/reference
 */
export function sameComposition(
  statistic: RatioStatistic,
  weights: Float64Array,
  composition: Composition,
  of: Int32Array,
  count: number,
): (domains: readonly number[]) => number {
  const { products, answers, domains } = sumsByComposition(statistic, weights, composition, of, count);
  const solve = inverseOf(products);
  const explained = solve(answers);
  return (together) => {
    const own = new Float64Array(answers.length);
    let [y, x] = [0, 0];
    for (const domain of together) {
      const one = domains[domain]!;
      [y, x] = [y + one.y, x + one.x];
      for (let i = 0; i < own.length; i++) own[i]! += one.by[i]!;
    }
    const apart = x - product(own, solve(own));
    return apart > 1e-6 * x ? (y - product(own, explained)) / apart : Number.NaN;
  };
}

/** Σwx and Σwy by category, by pair of categories, and by domain; place 0 is everybody. */
function sumsByComposition(
  { numerator, denominator }: RatioStatistic,
  weights: Float64Array,
  { codes, counts }: Composition,
  of: Int32Array,
  count: number,
) {
  const starts = counts.map((_, i) => 1 + counts.slice(0, i).reduce((sum, own) => sum + own + 1, 0));
  const width = 1 + counts.reduce((sum, own) => sum + own + 1, 0);
  const products = Array.from({ length: width }, () => new Float64Array(width));
  const [answers, places] = [new Float64Array(width), new Int32Array(codes.length + 1)];
  const domains = Array.from({ length: count }, () => ({ y: 0, x: 0, by: new Float64Array(width) }));
  for (let row = 0; row < of.length; row++) {
    const domain = of[row]!;
    if (domain < 0) continue;
    const w = weights[row]!;
    const y = numerator[row]!;
    const x = denominator ? denominator[row]! : 1;
    if (w === 0 || Number.isNaN(y + x)) continue;
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i]![row]!;
      places[i + 1] = starts[i]! + (code < 0 ? counts[i]! : code);
    }
    const own = domains[domain]!;
    own.y += w * y;
    own.x += w * x;
    for (let i = 0; i < places.length; i++) {
      const place = places[i]!;
      answers[place]! += w * y;
      own.by[place]! += w * x;
      const line = products[place]!;
      for (let j = 0; j < places.length; j++) line[places[j]!]! += w * x;
    }
  }
  return { products, answers, domains };
}
