import { median } from "../numerics/index.ts";

/** Median distance from the median, in the units of the values. @agrees R mad(constant = 1) */
export function medianDeviation(values: readonly number[]): number {
  const centre = median(values);
  return median(values.map((value) => Math.abs(value - centre)));
}
