import { deepest, isPlainObject } from "./kinds.ts";

/**
 * Whether a value counts as no answer: undefined, null, "", NaN, [], and objects that hold nothing else.
 * 0 and false are answers; so is [null].
 *
 * @source survey-core 3.0.0, Helpers.isValueEmpty
 */
export function isEmptyValue(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return value === "";
  if (typeof value === "number") return Number.isNaN(value);
  if (Array.isArray(value)) return value.length === 0;
  if (value === undefined || value === null) return true;
  if (!isPlainObject(value) || depth > deepest) return false;
  for (const key in value)
    if (Object.hasOwn(value, key) && !isEmptyValue(value[key], depth + 1)) return false;
  return true;
}
