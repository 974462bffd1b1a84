import { added } from "../functions/numbers.ts";
import { isEmptyValue, isLess, isNumber, numberOf, recognisedNumber } from "../values/index.ts";

/** Entries of a list that a function goes through, and what it looks at in each. */
export interface Entries {
  readonly data: unknown;
  /** Name of the part of each entry. */
  readonly part: unknown;
  /** Name of the part that minInArray() and maxInArray() return from the entry they find. */
  readonly returned: string | undefined;
  readonly isTaken: (entry: unknown) => boolean;
}

/**
 * sumInArray and its like. Entries without the part do not count; text that is no number counts for countInArray only.
 *
 * @source survey-core 3.0.0, FunctionFactory: calcInArray, calcMinMaxInArray
 */
export const entryCalculations: Readonly<Record<string, (entries: Entries) => unknown>> = {
  sumInArray: (entries) => sumOf(taken(entries)),
  countInArray: (entries) => taken(entries).length,
  avgInArray: (entries) => {
    const found = taken(entries);
    return found.length === 0 ? 0 : numberOf(sumOf(found)) / found.length;
  },
  minInArray: (entries) => extreme(entries, isLess),
  maxInArray: (entries) => extreme(entries, (a, b) => isLess(b, a)),
};

interface Found {
  readonly entry: unknown;
  readonly value: unknown;
}

function taken({ data, part, isTaken }: Entries): Found[] {
  if (typeof part !== "string" || !data) return [];
  const list: readonly unknown[] = Array.isArray(data) ? data : Object.values(data);
  return list
    .map((entry) => ({ entry, value: partOf(entry, part) }))
    .filter(({ entry, value }) => Boolean(entry) && !isEmptyValue(value) && isTaken(entry));
}

function partOf(entry: unknown, name: string): unknown {
  if (typeof entry === "string" && name === "length") return entry.length;
  if (typeof entry !== "object" || entry === null) return undefined;
  return Object.getOwnPropertyDescriptor(entry, name)?.value;
}

function sumOf(found: readonly Found[]): unknown {
  return found
    .map(({ value }) => asNumber(value))
    .filter((value) => value !== undefined)
    .reduce(added, 0);
}

function asNumber(value: unknown): unknown {
  if (typeof value !== "string") return value;
  return isNumber(value) ? recognisedNumber(value) : undefined;
}

function extreme(entries: Entries, isBetter: (a: unknown, b: unknown) => boolean): unknown {
  let best: Found | undefined;
  for (const { entry, value } of taken(entries)) {
    const number = asNumber(value);
    if (number === undefined) continue;
    if (best === undefined || isBetter(number, best.value)) best = { entry, value: number };
  }
  if (best === undefined) return undefined;
  const { part, returned } = entries;
  return returned === undefined || returned === part ? best.value : partOf(best.entry, returned);
}
