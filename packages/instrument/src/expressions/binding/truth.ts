import { areLooselyEqual, primitiveOf } from "../values/index.ts";

/** What survey-core takes for a fulfilled condition: true, but also 1, "1" and [1]; not 2, nor "true". */
export function isTrue(value: unknown): boolean {
  if (value === true || value === false) return value;
  return !(value instanceof Date) && areLooselyEqual(primitiveOf(value), 1);
}
