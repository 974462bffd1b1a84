import { isEmptyValue } from "./emptiness.ts";
import { deepest } from "./kinds.ts";
import { areLooselyEqual, isPrimitive, numberOf, textOf } from "./primitives.ts";

export interface Equality {
  /** Lists are equal whatever their order; default false. */
  readonly ignoreOrder?: boolean;
  /** Default false: "A" equals "a". */
  readonly caseSensitive?: boolean;
  /** Default true: " a" equals "a". */
  readonly trimStrings?: boolean;
  /** Default false: "5" equals 5. */
  readonly doNotConvertNumbers?: boolean;
}

/**
 * Whether two answers are the same to survey-core.
 *
 * @source survey-core 3.0.0, Helpers.checkIfValuesEqual and isTwoValueEquals with the defaults of settings.comparator
 */
export function areEqualValues(a: unknown, b: unknown, equality: Equality = {}): boolean {
  return areEqual(a, b, equality, 0);
}

function areEqual(a: unknown, b: unknown, equality: Equality, depth: number): boolean {
  if (a === b) return true;
  if (typeof a === "string" && typeof b === "string") return areEqualTexts(a, b, equality);
  if (isAbsent(a, b) || isAbsent(b, a)) return true;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  const converts = equality.doNotConvertNumbers !== true;
  if (converts && areEqualNumbers(a, b)) return true;
  if (isEmptyValue(a) !== isEmptyValue(b)) return false;
  if (typeof a === "boolean" && typeof b === "string") return String(a) === b.toLowerCase();
  if (typeof b === "boolean" && typeof a === "string") return String(b) === a.toLowerCase();
  if (isPrimitive(a) && isPrimitive(b) && (converts || (typeof a !== "number" && typeof b !== "number")))
    return areLooselyEqual(a, b);
  if (isPrimitive(a) || isPrimitive(b) || depth > deepest) return false;
  return Array.isArray(a) && Array.isArray(b)
    ? areEqualLists(a, b, equality, depth)
    : areEqualObjects(a, b, equality, depth);
}

/** An unanswered item equals "" and, when undefined, also []. */
function isAbsent(a: unknown, b: unknown): boolean {
  if (a === undefined && Array.isArray(b)) return b.length === 0;
  return (a === undefined || a === null) && b === "";
}

function areEqualTexts(a: string, b: string, equality: Equality): boolean {
  const trim = equality.trimStrings !== false;
  const left = trim ? a.trim() : a;
  const right = trim ? b.trim() : b;
  return equality.caseSensitive === true ? left === right : left.toLowerCase() === right.toLowerCase();
}

/** "5.0" equals 5. Hexadecimal text is compared as a whole: parsing would stop at its x. */
function areEqualNumbers(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") return false;
  if (!isConvertible(a) || !isConvertible(b)) return false;
  const left = textOf(a);
  const right = textOf(b);
  if (hexadecimal.test(left) || hexadecimal.test(right)) return false;
  return Number.parseFloat(left) === Number.parseFloat(right);
}

const hexadecimal = /^\s*0x/i;

function isConvertible(value: unknown): boolean {
  return value !== undefined && value !== null && !Array.isArray(value) && !Number.isNaN(numberOf(value));
}

function areEqualLists(
  a: readonly unknown[],
  b: readonly unknown[],
  equality: Equality,
  depth: number,
): boolean {
  if (a.length !== b.length) return false;
  const left = equality.ignoreOrder === true ? inTextOrder(a) : a;
  const right = equality.ignoreOrder === true ? inTextOrder(b) : b;
  for (let i = 0; i < left.length; i += 1)
    if (!areEqual(left[i], right[i], equality, depth + 1)) return false;
  return true;
}

function inTextOrder(list: readonly unknown[]): unknown[] {
  return list
    .map((value) => ({ value, text: value === undefined ? undefined : textOf(value) }))
    .sort((a, b) => byText(a.text, b.text))
    .map(({ value }) => value);
}

/** Unanswered last, as JavaScript sorts lists. */
function byText(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a < b ? -1 : Number(a > b);
}

function areEqualObjects(a: object, b: object, equality: Equality, depth: number): boolean {
  for (const [name, part] of Object.entries(a)) {
    if (!Object.hasOwn(b, name)) return false;
    if (!areEqual(part, Object.getOwnPropertyDescriptor(b, name)?.value, equality, depth + 1)) return false;
  }
  for (const name of Object.keys(b)) if (!Object.hasOwn(a, name)) return false;
  return true;
}
