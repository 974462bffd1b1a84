import { orderOf } from "../quantiles/quantile-order.ts";

/** When something happened to each respondent, or until when it was seen not to have. */
export interface Timelines {
  /** By row: time from the origin to the event, or to the end of observation; NaN where unknown. */
  readonly times: Float64Array;
  /** By row: 1 where the event happened at that time, 0 where observation ended before it (censored). */
  readonly events: Uint8Array;
}

/** The times at which something happened, in order, with what the curve is made of. */
export interface LifeTable {
  readonly times: Float64Array;
  /** By time: weight of those observed at least until it, and of those to whom it happened. */
  readonly atRisk: Float64Array;
  readonly happened: Float64Array;
}

/** Rows in the order of their times; to be made once and used with many weights. */
export function timeOrder({ times, events }: Timelines): Int32Array {
  if (events.length !== times.length)
    throw new TimelineError(
      `There are ${times.length} times but ${events.length} events. Give one of each by row.`,
    );
  times.forEach((time, row) => {
    if (time < 0 || time === Infinity)
      throw new TimelineError(
        `The time of row ${row + 1} is ${time}. Times count from the origin and end with the observation: correct it, or leave it missing.`,
      );
  });
  const other = events.findIndex((event) => event > 1);
  if (other >= 0)
    throw new TimelineError(
      `The event of row ${other + 1} is ${events[other]}. Write 1 where it happened and 0 where observation ended before.`,
    );
  return orderOf(times);
}

/** A timeline that cannot be; the message names the row, counting from 1, and the remedy. */
export class TimelineError extends Error {
  override readonly name = "TimelineError";
}

export function lifeTable({ times, events }: Timelines, order: Int32Array, weights: Float64Array): LifeTable {
  const at = new Float64Array(order.length);
  const risks = new Float64Array(order.length);
  const sums = new Float64Array(order.length);
  let [remaining, count] = [0, 0];
  for (let i = 0; i < order.length; i++) remaining += weights[order[i]!]!;
  for (let start = 0, end = 0; start < order.length; start = end) {
    const time = times[order[start]!]!;
    let [happened, leaving] = [0, 0];
    for (; end < order.length && times[order[end]!] === time; end++) {
      const row = order[end]!;
      leaving += weights[row]!;
      if (events[row] === 1) happened += weights[row]!;
    }
    if (happened > 0) {
      at[count] = time;
      risks[count] = remaining;
      sums[count++] = happened;
    }
    remaining -= leaving;
  }
  return { times: at.slice(0, count), atRisk: risks.slice(0, count), happened: sums.slice(0, count) };
}
