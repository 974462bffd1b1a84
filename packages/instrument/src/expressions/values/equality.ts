import { isEmptyValue } from "./emptiness.ts";
import { deepest } from "./kinds.ts";
import { numberOf, textOf } from "./primitives.ts";

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
  if (a === undefined || a === null) return isNoAnswerBeside(a, b);
  if (b === undefined || b === null) return isNoAnswerBeside(b, a);
  if (typeof a !== "object" && typeof b !== "object") return areEqualPrimitives(a, b, equality);
  if (typeof a !== "object" || typeof b !== "object" || depth > deepest) return false;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (Array.isArray(a) && Array.isArray(b)) return areEqualLists(a, b, equality, depth);
  return areEqualObjects(a, b, equality, depth) && isEmptyValue(a) === isEmptyValue(b);
}

/** An unanswered item equals "" and, when undefined, also []. */
function isNoAnswerBeside(none: undefined | null, other: unknown): boolean {
  if (other === undefined || other === null || other === "") return true;
  return none === undefined && Array.isArray(other) && other.length === 0;
}

/** Values of different kinds, or two numbers that are not the same. */
function areEqualPrimitives(a: unknown, b: unknown, equality: Equality): boolean {
  if (typeof a === "boolean" && typeof b === "string") return String(a) === b.toLowerCase();
  if (typeof b === "boolean" && typeof a === "string") return String(b) === a.toLowerCase();
  if (equality.doNotConvertNumbers === true) return false;
  if (typeof a === "string") return isNumberWritten(b, a);
  return typeof b === "string" ? isNumberWritten(a, b) : numberOf(a) === numberOf(b);
}

/** "5.0" is 5. Parsing would stop at the x of a hexadecimal number, which is compared as a whole. */
function isNumberWritten(number: unknown, text: string): boolean {
  if (text === "") return false;
  const value = Number(text);
  return (
    value === number ||
    (!Number.isNaN(value) && !hexadecimal.test(text) && Number.parseFloat(text) === number)
  );
}

const hexadecimal = /^\s*0x/i;

function areEqualTexts(a: string, b: string, equality: Equality): boolean {
  const trim = equality.trimStrings !== false;
  const left = trim ? a.trim() : a;
  const right = trim ? b.trim() : b;
  return equality.caseSensitive === true ? left === right : left.toLowerCase() === right.toLowerCase();
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
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  for (const name of names) {
    if (!Object.hasOwn(b, name)) return false;
    if (!areEqual(partOf(a, name), partOf(b, name), equality, depth + 1)) return false;
  }
  return true;
}

/** Reflect.get() would do the same, but much more slowly. */
function partOf(holder: object, name: string): unknown {
  return isNamed(holder) ? holder[name] : undefined;
}

function isNamed(holder: object): holder is Readonly<Record<string, unknown>> {
  return typeof holder === "object";
}
