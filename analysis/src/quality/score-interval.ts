import { normal } from "../numerics/index.ts";

export interface Share {
  /** 0 to 1. */
  readonly value: number;
  readonly count: number;
  readonly n: number;
  /** 95 %. */
  readonly low: number;
  readonly high: number;
}

/**
 * A share of people who answered independently, unweighted, with its score interval; null of nobody.
 *
 * @source Wilson (1927), Probable inference, the law of succession, and statistical inference, JASA 22
 * @agrees R prop.test(correct = FALSE)
 */
export function shareOf(count: number, n: number): Share | null {
  if (n === 0) return null;
  const z = normal.quantile(0.975);
  const value = count / n;
  const centre = (value + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const reach = (z * Math.sqrt((value * (1 - value)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n);
  return {
    value,
    count,
    n,
    low: count === 0 ? 0 : centre - reach,
    high: count === n ? 1 : centre + reach,
  };
}
