import type { Design, ReplicateDesign } from "../../design/index.ts";
import { normal } from "../../numerics/distributions.ts";
import { weightsWithin } from "../domains.ts";
import type { NoEstimate } from "../estimate.ts";
import { estimateFrom } from "../estimate-from.ts";
import {
  lastUpTo,
  logSurvivalEstimator,
  logSurvivalUnder,
  type SurvivalCurve,
  type SurvivalMethod,
  survivalOf,
} from "./kaplan-meier-estimator.ts";
import { firstBandsBelow, type LogErrors } from "./kaplan-meier-quantile.ts";
import { lifeTable, type Timelines, timeOrder } from "./kaplan-meier-table.ts";

export interface SurvivalOptions {
  /** Times at which survival and its error are asked. */
  readonly at?: readonly number[];
  /** Survival levels whose times are asked: 0.5 for the median time, 0.75 for the time by which a quarter have had the event. */
  readonly levels?: readonly number[];
  /** "exponential" when left out, as R where it gives errors; "product" is the product limit itself. */
  readonly method?: SurvivalMethod;
  /** Confidence; 0.95 when left out. */
  readonly confidence?: number;
  /** By row: 1 in the domain, which is estimated with the full design. */
  readonly within?: Uint8Array;
}

/** Share of people, 0 to 1, to whom it has not happened by a time. */
export interface SurvivalEstimate {
  readonly time: number;
  readonly value: number | null;
  readonly standardError: number | null;
  /** Standard error of the logarithm of the survival, on which the interval stands. */
  readonly logStandardError: number | null;
  /** survival · exp(± z · SE of its logarithm), at most 1. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly reason?: NoEstimate;
}

/** The time by which survival has fallen to a level. */
export interface SurvivalTime {
  readonly level: number;
  /** null with the reason "not-reached" where survival stays above the level as long as anybody was observed. */
  readonly value: number | null;
  /** Where the lower and the upper band of the curve fall to the level; null where one does not. */
  readonly interval: { readonly low: number | null; readonly high: number | null };
  /** Width of the interval divided by 2 z, after Woodruff; null where a limit is. */
  readonly standardError: number | null;
  readonly reason?: NoEstimate;
}

export interface Survival {
  /** At every time when something happened: weights at risk, of events, and survival after it. */
  readonly curve: SurvivalCurve;
  readonly at: readonly SurvivalEstimate[];
  readonly quantiles: readonly SurvivalTime[];
  /** Unweighted, with a known time and positive weight; and those among them to whom it happened. */
  readonly respondents: number;
  readonly events: number;
  /** "no-respondents", or "no-events" where everybody is censored. */
  readonly reason?: NoEstimate;
}

/**
 * Weighted survival curve (Kaplan–Meier) of a timeline such as the weeks from arrival to a first doctor, with errors
 * that follow the design.
 *
 * @throws TimelineError for times below zero and events other than 0 and 1
 * @source Kaplan & Meier (1958), JASA 53; errors: Binder (1992), Biometrika 79(1), Lin (2000), Biometrika 87(1)
 * @agrees R survey::svykm(se = TRUE) with its quantile() and confint(), tests/reference/kaplan-meier; "product": svykm()
 */
export function estimateSurvival(
  sample: Design | ReplicateDesign,
  timelines: Timelines,
  options: SurvivalOptions = {},
): Survival {
  const { within } = options;
  const order = timeOrder(timelines);
  const people = {
    timelines,
    order: within ? order.filter((row) => within[row] === 1) : order,
    weights: sample.weights,
    rows: sample.rows,
  };
  return survivalAmong(people, options, () => logErrors(sample, timelines, order, options));
}

/** Those whose survival is told, and how many rows the whole sample has. */
export interface Observed {
  readonly timelines: Timelines;
  /** Their rows in the order of their times. */
  readonly order: Int32Array;
  readonly weights: Float64Array;
  readonly rows: number;
}

/** The same among the people given, with errors however these are had. */
export function survivalAmong(
  { timelines, order, weights, rows }: Observed,
  { at = [], levels = [0.5], method = "exponential", confidence = 0.95 }: SurvivalOptions,
  errors: () => LogErrors,
): Survival {
  const table = lifeTable(timelines, order, weights);
  const curve = { ...table, survival: survivalOf(table, method) };
  const counts = countsOf(timelines, order, weights);
  const reason = counts.respondents === 0 ? "no-respondents" : counts.events === 0 ? "no-events" : undefined;
  const without = { value: null, standardError: null };
  if (reason)
    return {
      curve,
      at: at.map((time) => ({ time, ...without, logStandardError: null, interval: null, reason })),
      quantiles: levels.map((level) => ({ level, ...without, interval: { low: null, high: null }, reason })),
      ...counts,
      reason,
    };
  const errorsAt = errors();
  const z = normal.quantile((1 + confidence) / 2);
  return {
    curve,
    at: survivalsAt(at, curve, errorsAt, z),
    quantiles: timesOf(levels, curve, errorsAt, z, rows),
    ...counts,
  };
}

function countsOf({ events }: Timelines, rows: Int32Array, weights: Float64Array) {
  const counted = rows.filter((row) => weights[row]! > 0);
  return { respondents: counted.length, events: counted.reduce((sum, row) => sum + events[row]!, 0) };
}

function logErrors(
  sample: Design | ReplicateDesign,
  timelines: Timelines,
  order: Int32Array,
  { method = "exponential", within }: SurvivalOptions,
): LogErrors {
  const make =
    sample.kind === "replicate"
      ? (times: readonly number[]) => logSurvivalEstimator(timelines, times, method, order)
      : logSurvivalUnder(weightsWithin(sample.weights, within), timelines, method, order);
  return (times) => {
    const estimator = make(times);
    const { covariance, reason } = estimateFrom(sample, estimator, within ? { within } : {});
    const errors = Float64Array.from(times, (_, i) => Math.sqrt(covariance[i]![i]!));
    return { errors, ...(reason ? { reason } : {}) };
  };
}

function survivalsAt(
  at: readonly number[],
  { times, survival }: SurvivalCurve,
  errorsAt: LogErrors,
  z: number,
): SurvivalEstimate[] {
  return at.map((time) => {
    const place = lastUpTo(times, time);
    const value = place < 0 ? 1 : survival[place]!;
    const { errors, reason } = errorsAt([time]);
    const error = errors[0]!;
    if (!Number.isFinite(error))
      return {
        time,
        value,
        standardError: null,
        logStandardError: null,
        interval: null,
        reason: reason ?? "not-estimable",
      };
    const high = Math.min(1, value * Math.exp(z * error));
    return {
      time,
      value,
      standardError: value * error,
      logStandardError: error,
      interval: { low: value * Math.exp(-z * error), high },
    };
  });
}

function timesOf(
  levels: readonly number[],
  curve: SurvivalCurve,
  errorsAt: LogErrors,
  z: number,
  rows: number,
): SurvivalTime[] {
  const bands = firstBandsBelow(levels, curve, errorsAt, z, rows);
  return levels.map((level, i) => {
    const place = curve.survival.findIndex((survival) => survival <= level);
    const interval = bands[i]!;
    const { low, high } = interval;
    const standardError = low === null || high === null ? null : (high - low) / (2 * z);
    return place < 0
      ? { level, value: null, interval, standardError, reason: "not-reached" as const }
      : { level, value: curve.times[place]!, interval, standardError };
  });
}
