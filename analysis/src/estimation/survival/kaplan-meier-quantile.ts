import { firstPlaceWhere } from "../../numerics/index.ts";
import type { NoEstimate } from "../estimate.ts";
import type { SurvivalCurve } from "./kaplan-meier-estimator.ts";

/** Standard errors of log survival at some times, or why there are none. */
export type LogErrors = (times: readonly number[]) => {
  readonly errors: Float64Array;
  readonly reason?: NoEstimate;
};

/** As many errors by row are worked out to look at every time; where it takes more the bands are taken to fall. */
const affordable = 2e6;
/** Times whose errors are asked at once: each takes a number per row. */
const together = 8;

/**
 * For each level the first time at which the lower, and at which the upper band of the curve is at or below it; null
 * where it never is. In samples of ordinary size every event time is looked at, as R does; in large ones the bands are taken to
 * fall with time and the place is found by halving.
 *
 * @param rows of the sample
 */
export function firstBandsBelow(
  levels: readonly number[],
  { times, survival }: SurvivalCurve,
  errorsAt: LogErrors,
  z: number,
  rows: number,
): { low: number | null; high: number | null }[] {
  const scanned = rows * times.length <= affordable;
  const known = new Map<number, number>();
  const learn = (from: number) => {
    const places = Array.from({ length: scanned ? together : 1 }, (_, i) => from + i).filter(
      (place) => place < times.length && !known.has(place),
    );
    const { errors } = errorsAt(places.map((place) => times[place]!));
    places.forEach((place, i) => {
      known.set(place, errors[i]!);
    });
  };
  const band = (place: number, side: 1 | -1) => {
    if (!known.has(place)) learn(place);
    return survival[place]! * Math.exp(side * z * known.get(place)!);
  };
  const find = scanned ? firstByScan : firstByHalving;
  return levels.map((level) => {
    const [low, high] = ([-1, 1] as const).map((side) =>
      find(times.length, (place) => band(place, side) <= level),
    );
    return { low: low === undefined ? null : times[low]!, high: high === undefined ? null : times[high]! };
  });
}

function firstByScan(count: number, isBelow: (place: number) => boolean): number | undefined {
  for (let place = 0; place < count; place++) if (isBelow(place)) return place;
  return undefined;
}

function firstByHalving(count: number, isBelow: (place: number) => boolean): number | undefined {
  const first = firstPlaceWhere(count, isBelow);
  return first < count ? first : undefined;
}
