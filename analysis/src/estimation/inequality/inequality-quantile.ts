import { firstPlaceWhere } from "../../numerics/index.ts";
import type { Ordered } from "../quantiles/quantile-ordered.ts";

/**
 * The smallest value with more than the share of the weight at or below it.
 *
 * @agrees R laeken::weightedQuantile
 */
export function valueAbove({ values, cumulative }: Ordered, share: number): number {
  const all = cumulative.at(-1) ?? 0;
  const place = firstPlaceWhere(values.length, (at) => cumulative[at]! / all > share);
  return values[Math.min(place, values.length - 1)] ?? Number.NaN;
}
