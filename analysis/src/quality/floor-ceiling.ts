import { type Share, shareOf } from "./score-interval.ts";

/** Shares of those at the lowest and at the highest possible value; null where nobody has one. */
export interface FloorAndCeiling {
  readonly floor: Share;
  readonly ceiling: Share;
}

/**
 * How many stand at the ends of a scale, where it cannot tell people apart.
 *
 * @param values  by respondent, NaN missing
 * @param minimum,maximum  the lowest and highest value possible, not the lowest and highest that occur
 * @source McHorney & Tarlov (1995), Quality of Life Research 4(4) (15 % at one end)
 */
export function floorAndCeiling(
  values: Float64Array,
  minimum: number,
  maximum: number,
): FloorAndCeiling | null {
  let [n, low, high] = [0, 0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    n++;
    if (value <= minimum) low++;
    if (value >= maximum) high++;
  }
  const [floor, ceiling] = [shareOf(low, n), shareOf(high, n)];
  return floor && ceiling ? { floor, ceiling } : null;
}

/** The share of the option that most people chose; null where nobody answered. @param values codes, NaN missing */
export function largestOption(values: Float64Array, within?: Uint8Array): Share | null {
  const counts = new Map<number, number>();
  let n = 0;
  values.forEach((value, person) => {
    if (Number.isNaN(value) || within?.[person] === 0) return;
    counts.set(value, (counts.get(value) ?? 0) + 1);
    n++;
  });
  return shareOf(Math.max(0, ...counts.values()), n);
}
