import type { RatioStatistic } from "../indicators/index.ts";
import { solverOf } from "../weighting/normal-equations.ts";

/** Who respondents are beside where they live: categories by dimension; -1 is one more category. */
export interface Composition {
  readonly codes: readonly Int32Array[];
  readonly counts: readonly number[];
}

/**
 * By domain: how much more its figure is than that of everybody else with the same citizenship, sex, age and ground of
 * stay; the coefficient of the domain in a weighted linear regression on these. NaN where the domain follows from them.
 *
 * @source Oaxaca (1973), International Economic Review 14(3); Fortin, Lemieux & Firpo (2011), Handbook of Labor Economics 4A
 * @agrees R survey::svyglm, tests/reference
 */
export function differencesOfSameComposition(
  { numerator, denominator }: RatioStatistic,
  weights: Float64Array,
  { codes, counts }: Composition,
  of: Int32Array,
  count: number,
): Float64Array {
  const starts = counts.map((_, i) => 1 + counts.slice(0, i).reduce((sum, own) => sum + own + 1, 0));
  const width = 1 + counts.reduce((sum, own) => sum + own + 1, 0);
  const products = Array.from({ length: width }, () => new Float64Array(width));
  const [withAnswer, places] = [new Float64Array(width), new Int32Array(codes.length + 1)];
  const domains = Array.from({ length: count }, () => ({ y: 0, x: 0, by: new Float64Array(width) }));
  for (let row = 0; row < of.length; row++) {
    const [y, w, domain] = [numerator[row]!, weights[row]!, of[row]!];
    const x = denominator ? denominator[row]! : 1;
    if (domain < 0 || w === 0 || Number.isNaN(y + x)) continue;
    codes.forEach((own, i) => {
      places[i + 1] = starts[i]! + (own[row]! < 0 ? counts[i]! : own[row]!);
    });
    const own = domains[domain]!;
    own.y += w * y;
    own.x += w * x;
    for (const place of places) {
      withAnswer[place]! += w * y;
      own.by[place]! += w * x;
      for (const other of places) products[place]![other]! += w * x;
    }
  }
  const solve = solverOf(products);
  const explained = solve(withAnswer);
  return Float64Array.from(domains, ({ y, x, by }) => {
    const apart = x - product(by, solve(by));
    return apart > 1e-6 * x ? (y - product(by, explained)) / apart : Number.NaN;
  });
}

function product(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += left[i]! * right[i]!;
  return sum;
}
