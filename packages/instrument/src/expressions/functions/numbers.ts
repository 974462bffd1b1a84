import { asSum, isLess, isNumber, joined, numberOf, recognisedNumber } from "../values/index.ts";
import type { Plain } from "./kinds.ts";

/**
 * sum, avg, min, max, count, round, trunc: lists among the arguments count by their entries, unanswered items not at all.
 *
 * @source survey-core 3.0.0, FunctionFactory
 */
export const numberFunctions: Readonly<Record<string, Plain>> = {
  sum: (values) => sumOf(answered(values)),
  avg: (values) => {
    const entries = answered(values);
    return entries.length > 0 ? numberOf(sumOf(entries)) / entries.length : 0;
  },
  min: (values) => extreme(values, isLess),
  max: (values) => extreme(values, (a, b) => isLess(b, a)),
  count: (values) => answered(values).length,
  round: (values) => rounded(answered(values)),
  trunc: (values) => truncated(answered(values)),
};

/** All entries in one list, numbers in texts as numbers. */
function answered(values: readonly unknown[], into: unknown[] = [], depth = 0): unknown[] {
  for (const value of values) {
    if (value === undefined || value === null) continue;
    if (Array.isArray(value)) {
      if (depth < 100) answered(value, into, depth + 1);
      continue;
    }
    const number = recognisedNumber(value);
    into.push(Number.isNaN(number) ? value : number);
  }
  return into;
}

/** Text among the numbers turns the sum into text, as JavaScript's + does. */
export function added(sum: unknown, value: unknown): unknown {
  const result = joined(sum, value);
  return typeof result === "number" ? asSum(sum, value, result) : result;
}

function sumOf(entries: readonly unknown[]): unknown {
  return entries.reduce(added, 0);
}

function extreme(values: readonly unknown[], isBetter: (a: unknown, b: unknown) => boolean): unknown {
  let best: unknown;
  for (const value of answered(values)) if (best === undefined || isBetter(value, best)) best = value;
  return best;
}

function rounded([number, decimals]: readonly unknown[]): number {
  const places = decimals || 0;
  if (!isNumber(number) || !isNumber(places)) return Number.NaN;
  const shift = 10 ** numberOf(places);
  return Math.round(numberOf(number) * shift * (1 + Number.EPSILON)) / shift;
}

/** Cuts the number as it is written; without decimals, or with 0, to its whole part. */
function truncated([number, decimals]: readonly unknown[]): number {
  const places = decimals || -1;
  if (typeof number !== "number" || !isNumber(number) || !isNumber(places)) return Number.NaN;
  const written = String(number);
  const whole = /^-?\d+/.exec(written)?.[0] ?? "";
  const rest = written.slice(whole.length);
  if (rest === "" || !/^\d+$/.test(String(places))) return Number(whole);
  const digits = /^\d*/.exec(rest.slice(1))?.[0] ?? "";
  return Number(whole + rest.slice(0, 1) + digits.slice(0, numberOf(places)));
}
