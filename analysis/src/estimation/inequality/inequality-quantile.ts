import type { Ordered } from "../quantiles/quantile-ordered.ts";

/**
 * The smallest value with more than the share of the weight at or below it.
 *
 * @agrees R laeken::weightedQuantile
 */
export function valueAbove({ values, cumulative }: Ordered, share: number): number {
  const all = cumulative.at(-1) ?? 0;
  let [from, to] = [0, values.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (cumulative[middle]! / all > share) to = middle;
    else from = middle + 1;
  }
  return values[from] ?? Number.NaN;
}
