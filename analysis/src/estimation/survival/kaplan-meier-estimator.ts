import { firstPlaceWhere } from "../../numerics/index.ts";
import type { Estimator } from "../estimator.ts";
import { answeredIn } from "../measurement.ts";
import { type LifeTable, lifeTable, type Timelines, timeOrder } from "./kaplan-meier-table.ts";

/** "exponential": e to the minus Nelson–Aalen hazard; "product": the product limit of Kaplan and Meier. */
export type SurvivalMethod = "exponential" | "product";

/** Survival after each time at which something happened. */
export interface SurvivalCurve extends LifeTable {
  readonly survival: Float64Array;
}

/** Share of people to whom it has not happened, after each time of the table. */
export function survivalOf({ atRisk, happened }: LifeTable, method: SurvivalMethod): Float64Array {
  let sum = 0;
  return atRisk.map((risk, i) => {
    sum += method === "product" ? Math.log1p(-Math.min(1, happened[i]! / risk)) : -happened[i]! / risk;
    return Math.exp(sum);
  });
}

/**
 * Logarithm of the survival at given times; minus infinity where nobody is left. Its scores are the weighted
 * martingale residuals stopped at the time.
 *
 * @param at increasing times
 * @source Binder (1992), Fitting Cox's proportional hazards models from survey data, Biometrika 79(1); Lin (2000), On
 *   fitting Cox's proportional hazards models to survey data, Biometrika 87(1); Williams (1995), Product-limit survival
 *   functions with correlated survival times, Lifetime Data Analysis 1
 * @agrees R survey::svykm(se = TRUE): `log(surv)` and `varlog`
 */
export function logSurvivalEstimator(
  timelines: Timelines,
  at: readonly number[],
  method: SurvivalMethod,
  order: Int32Array = timeOrder(timelines),
): Estimator {
  return {
    names: at.map(String),
    usable: answeredIn([timelines.times]),
    valueAt: (weights) => logSurvivalAt(lifeTable(timelines, order, weights), method, at),
    scoresAt: (weights) => martingaleResiduals(timelines, order, weights, method)(at),
  };
}

/** The same for weights that do not change, so that many times can be asked one after the other. */
export function logSurvivalUnder(
  weights: Float64Array,
  timelines: Timelines,
  method: SurvivalMethod,
  order: Int32Array,
): (at: readonly number[]) => Estimator {
  const table = lifeTable(timelines, order, weights);
  const residuals = martingaleResiduals(timelines, order, weights, method, table);
  const usable = answeredIn([timelines.times]);
  return (at) => ({
    names: at.map(String),
    usable,
    valueAt: () => logSurvivalAt(table, method, at),
    scoresAt: () => residuals(at),
  });
}

function logSurvivalAt(table: LifeTable, method: SurvivalMethod, at: readonly number[]): Float64Array {
  const survival = survivalOf(table, method);
  return Float64Array.from(at, (time) => {
    const place = lastUpTo(table.times, time);
    return place < 0 ? 0 : Math.log(survival[place]!);
  });
}

function martingaleResiduals(
  { times, events }: Timelines,
  order: Int32Array,
  weights: Float64Array,
  method: SurvivalMethod,
  table = lifeTable({ times, events }, order, weights),
): (at: readonly number[]) => Float64Array[] {
  const { gain, drained } = hazardParts(table, method);
  const places = placesOfRows(times, order, table.times);
  return (at) =>
    at.map((time) => {
      const until = lastUpTo(table.times, time);
      const scores = new Float64Array(places.length);
      for (let row = 0; row < scores.length; row++) {
        const place = places[row]!;
        if (place < 0 || weights[row] === 0) continue;
        const own = events[row] === 1 && place <= until ? gain[place]! : 0;
        const last = Math.min(place, until);
        scores[row] = (last < 0 ? 0 : drained[last]!) - own;
      }
      return scores;
    });
}

/** By time: what an event takes from log survival per weight, and what being at risk until then has given. */
function hazardParts({ atRisk, happened }: LifeTable, method: SurvivalMethod) {
  const gain = atRisk.map((risk, i) => 1 / (method === "product" ? risk - happened[i]! : risk));
  let sum = 0;
  const drained = atRisk.map((risk, i) => {
    sum += (happened[i]! / risk) * gain[i]!;
    return sum;
  });
  return { gain, drained };
}

/** By row: the place of the last event time not after the row's own; -1 before the first. */
function placesOfRows(times: Float64Array, order: Int32Array, eventTimes: Float64Array): Int32Array {
  const places = new Int32Array(times.length).fill(-1);
  let place = -1;
  for (const row of order) {
    while (place + 1 < eventTimes.length && eventTimes[place + 1]! <= times[row]!) place++;
    places[row] = place;
  }
  return places;
}

/** Place of the last of increasing times that is not after a time; -1 if all are. */
export function lastUpTo(times: Float64Array, time: number): number {
  return firstPlaceWhere(times.length, (place) => times[place]! > time) - 1;
}
