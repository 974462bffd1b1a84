import { estimateSurvival, type SurvivalOptions } from "@tiltas/analysis/estimation";
import { countsOf } from "./distributional-case.ts";
import type { AnswerCase } from "./kind.ts";

/** Survival at times and times at levels of survival; variables are the time and the event. */
export const answer: AnswerCase = (context) => {
  const { one, data, sample, within } = context;
  const [time, event] = one.call.variables;
  if (!sample || time === undefined || event === undefined)
    throw new Error("A survival curve needs a design, a time and an event.");
  const { at, levels, level, method } = one.call.options;
  const happened = data.numbers(event);
  const unknown = Float64Array.from(data.numbers(time), (each, row) =>
    Number.isNaN(happened[row]) ? Number.NaN : each,
  );
  const found = estimateSurvival(
    sample,
    { times: unknown, events: Uint8Array.from(happened, (each) => (each === 1 ? 1 : 0)) },
    {
      at: [at ?? []].flat().map(Number),
      levels: [levels ?? 0.5].flat().map(Number),
      confidence: Number(level ?? 0.95),
      method: (method ?? "exponential") as NonNullable<SurvivalOptions["method"]>,
      ...(within ? { within } : {}),
    },
  );
  if (found.reason) return { error: true, reason: found.reason };
  return {
    rows: found.at.map(({ time, value, standardError, logStandardError, interval }) => ({
      name: String(time),
      estimate: value,
      se: standardError,
      se_log: logStandardError,
      ci_low: interval?.low,
      ci_high: interval?.high,
    })),
    quantiles: found.quantiles.map(({ level, value, interval }) => ({
      survival: level,
      time: value,
      ci_low: interval.low,
      ci_high: interval.high,
    })),
    ...countsOf(context),
  };
};
