import { areEqualValues, isEmptyValue } from "../../expressions/index.ts";
import { areLooselyEqual, isPrimitive, numberOf, textOf } from "../../expressions/values/index.ts";

/** Two codes of a list that are the same: case and space count, 5 and "5" do not differ. */
export function isSameCode(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a === "string" && typeof b === "string") return false;
  if (typeof a === "number" && typeof b === "number") return Number.isNaN(a) && Number.isNaN(b);
  return (isEmptyValue(a) && isEmptyValue(b)) || areEqualValues(a, b, toTheLetter);
}

const toTheLetter = { caseSensitive: true, trimStrings: false } as const;

/** JavaScript's `value == code`: a list with one member counts as that member. */
export function isLooselyCode(value: unknown, code: string): boolean {
  return typeof value === "string" ? value === code : typeof value === "object" && textOf(value) === code;
}

/** survey-core's verdict of a condition: JavaScript's `value == true`. */
export function isHeld(value: unknown): boolean {
  if (typeof value === "boolean" || value === null || value === undefined) return value === true;
  return numberOf(value) === 1;
}

/** JavaScript's `list.join(separator)`, but never by calling what an answer brings along. */
export function joinedWith(list: readonly unknown[], separator: string): string {
  return list.map((one) => (one === null || one === undefined ? "" : textOf(one))).join(separator);
}

/** JavaScript's `a == b` where one of both is a plain value. */
export function isLooselyEqual(a: unknown, b: unknown): boolean {
  if (isPrimitive(a) && isPrimitive(b)) return areLooselyEqual(a, b);
  if (isPrimitive(a))
    return isPrimitive(b) ? false : a !== null && a !== undefined && areLooselyEqual(a, textOf(b));
  return isPrimitive(b) ? isLooselyEqual(b, a) : a === b;
}
