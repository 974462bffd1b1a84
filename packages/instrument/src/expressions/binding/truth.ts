import { areLooselyEqual, primitiveOf } from "../values/index.ts";

/** What survey-core takes for a fulfilled condition: true, but also 1, "1" and [1]; not 2, nor "true". */
export function isTrue(value: unknown): boolean {
  return value === true || (value !== false && areLooselyEqual(primitiveOf(value), 1));
}
