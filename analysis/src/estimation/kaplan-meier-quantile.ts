import type { NoEstimate } from "./estimate.ts";
import type { SurvivalCurve } from "./kaplan-meier-estimator.ts";

/** Standard errors of log survival at some times, or why there are none. */
export type LogErrors = (times: readonly number[]) => {
  readonly errors: Float64Array;
  readonly reason?: NoEstimate;
};

/** As many times times rows are looked at one after the other; of more the bands are taken to fall, and halved. */
const scannedTimes = 600;
/** Times whose errors are asked at once: each takes a number per row. */
const together = 8;

/**
 * For each level the first time at which the lower, and at which the upper band of the curve is at or below it; null
 * where it never is. Up to 600 event times are all looked at, as R does; of more the bands are taken to fall with time
 * and the place is found by halving.
 */
export function firstBandsBelow(
  levels: readonly number[],
  { times, survival }: SurvivalCurve,
  errorsAt: LogErrors,
  z: number,
): { low: number | null; high: number | null }[] {
  const known = new Map<number, number>();
  const learn = (from: number) => {
    const places = Array.from(
      { length: times.length <= scannedTimes ? together : 1 },
      (_, i) => from + i,
    ).filter((place) => place < times.length && !known.has(place));
    const { errors } = errorsAt(places.map((place) => times[place]!));
    places.forEach((place, i) => {
      known.set(place, errors[i]!);
    });
  };
  const band = (place: number, side: 1 | -1) => {
    if (!known.has(place)) learn(place);
    return survival[place]! * Math.exp(side * z * known.get(place)!);
  };
  const find = times.length <= scannedTimes ? firstByScan : firstByHalving;
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
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBelow(middle)) to = middle;
    else from = middle + 1;
  }
  return from < count ? from : undefined;
}
