import { areEqualValues, isEmptyValue } from "../../expressions/index.ts";

export { areEqualValues as areEqual } from "../../expressions/index.ts";
export { isEmptyValue };

/**
 * Whether an answer is the same as before: to the letter, and 5 is not "5". survey-core's lists carry methods of their
 * own, so that no list is the same as an object, not even an empty one.
 *
 * @source survey-core 3.0.0, Base.isTwoValueEquals
 */
export function areSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left === "string" && typeof right === "string") return false;
  if (isPlainObject(left) ? Array.isArray(right) : Array.isArray(left) && isPlainObject(right)) return false;
  return areEqualValues(left, right, exact);
}

/** The same for values that lie in answers: there an empty list is the same as an object with nothing in it. */
export function areSameInside(left: unknown, right: unknown): boolean {
  return left === right || areEqualValues(left, right, exact);
}

/** As areEqual() compares where case and white space matter. */
export const toTheLetter = { caseSensitive: true, trimStrings: false } as const;

const exact = { caseSensitive: true, trimStrings: false, doNotConvertNumbers: true } as const;

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** A list or an object: what may hold parts by name. */
export function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

/** Nothing but white space counts as nothing too. */
export function isBlank(value: unknown): boolean {
  return typeof value === "string" ? value.trim() === "" : isEmptyValue(value);
}

/** The property that an object has of its own. */
export function ownValue(holder: unknown, key: string): unknown {
  return isNamed(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
}

function isNamed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Sets a property whatever its name: `__proto__` too becomes a property like any other. */
export function setOwn(holder: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  else holder[key] = value;
}

/**
 * A copy that shares nothing with the original, as JSON would give it: what is undefined inside an object falls away,
 * and a gap in a list is filled by it.
 *
 * @source survey-core 3.0.0, Helpers.getUnbindValue
 */
export function copyOf(value: unknown): unknown {
  if (!isNamed(value)) return value;
  if (Array.isArray(value)) return Array.from(value, copyOf);
  if (value instanceof Date) return value;
  const copy = {};
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (member !== undefined) setOwn(copy, key, inJson(member));
  }
  return copy;
}

function inJson(value: unknown): unknown {
  if (typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (value instanceof Date) return value.toJSON();
  if (Array.isArray(value))
    return Array.from(value, (member) => (member === undefined ? null : inJson(member)));
  return copyOf(value);
}

/** Dates that functions give become texts. */
export function asAnswer(value: unknown): unknown {
  if (!(value instanceof Date)) return copyOf(value);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`;
}
