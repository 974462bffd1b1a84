import { isList, isObject } from "../definition/json.ts";
import { set } from "./values.ts";

/**
 * The smallest answers found that still do what `still` asks: whole keys go first, then parts of values, then values
 * become plainer. At most `budget` trials.
 */
export function minimise(
  answers: Readonly<Record<string, unknown>>,
  still: (candidate: Record<string, unknown>) => boolean,
  budget = 250,
): Record<string, unknown> {
  let best: unknown = structuredClone(answers);
  let left = budget;
  const holds = (candidate: unknown) => isObject(candidate) && left-- > 0 && still({ ...candidate });
  for (let isSmaller = true; isSmaller && left > 0; ) {
    isSmaller = false;
    for (const candidate of smaller(best)) {
      if (left <= 0) break;
      if (!holds(candidate)) continue;
      best = candidate;
      isSmaller = true;
      break;
    }
  }
  return isObject(best) ? { ...best } : {};
}

/** Plainer relatives of a value, the boldest first. */
function* smaller(value: unknown): Generator<unknown> {
  if (isList(value)) {
    if (value.length > 3) yield* [value.slice(0, value.length >> 1), value.slice(value.length >> 1)];
    for (const [i] of value.entries()) yield value.filter((_, at) => at !== i);
    for (const [i, member] of value.entries())
      for (const plainer of smaller(member)) yield value.map((other, at) => (at === i ? plainer : other));
  } else if (isObject(value)) yield* smallerObjects(value);
  else if (typeof value === "string" && value.length > 1) {
    if (value.length > 8) yield value.slice(0, value.length >> 1);
    yield value.slice(0, -1);
  } else if (typeof value === "number" && value !== 0 && value !== 1) {
    yield* [0, 1];
    if (!Number.isInteger(value)) yield Math.trunc(value);
  }
}

function* smallerObjects(value: Readonly<Record<string, unknown>>): Generator<unknown> {
  const keys = Object.keys(value);
  if (keys.length > 3) {
    yield part(value, keys.slice(0, keys.length >> 1));
    yield part(value, keys.slice(keys.length >> 1));
  }
  for (const key of keys)
    yield part(
      value,
      keys.filter((other) => other !== key),
    );
  for (const key of keys)
    for (const plainer of smaller(value[key])) {
      const copy = part(value, keys);
      set(copy, key, plainer);
      yield copy;
    }
}

function part(value: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const key of keys) set(copy, key, value[key]);
  return copy;
}
