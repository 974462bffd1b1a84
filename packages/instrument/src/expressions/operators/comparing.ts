import type { Comparing } from "../expression.ts";
import { areEqualValues, isLess } from "../values/index.ts";

/** Two values beside a comparing operator; Dates and texts were made comparable before. */
type Comparison = (left: unknown, right: unknown) => boolean;

/**
 * What = != < <= > >= say of two values; `strict` lets the order of lists count in = and !=.
 * Nothing is greater or less than no answer; yet no answer is <= no answer, since both are equal.
 *
 * @source survey-core 3.0.0, OperandMaker.binaryFunctions
 */
export function comparison(operator: Comparing, strict: boolean): Comparison {
  return operator === "=" && strict
    ? inSameOrder
    : operator === "!=" && strict
      ? notInSameOrder
      : loose[operator];
}

const anyOrder = { ignoreOrder: true };

function areEqual(left: unknown, right: unknown): boolean {
  return areEqualValues(orUndefined(left), orUndefined(right), anyOrder);
}

function inSameOrder(left: unknown, right: unknown): boolean {
  return areEqualValues(orUndefined(left), orUndefined(right));
}

function notInSameOrder(left: unknown, right: unknown): boolean {
  return !inSameOrder(left, right);
}

/** The text "undefined" stands for no answer. */
function orUndefined(value: unknown): unknown {
  return value === "undefined" ? undefined : value;
}

function isBefore(left: unknown, right: unknown): boolean {
  return left !== null && left !== undefined && right !== null && right !== undefined && isLess(left, right);
}

const loose: Readonly<Record<Comparing, Comparison>> = {
  "=": areEqual,
  "!=": (left, right) => !areEqual(left, right),
  "<": isBefore,
  ">": (left, right) => isBefore(right, left),
  "<=": (left, right) => areEqual(left, right) || isBefore(left, right),
  ">=": (left, right) => areEqual(left, right) || isBefore(right, left),
};

/** `= constant` said of a value, with the constant prepared; undefined where nothing can be prepared. */
export function equalTo(constant: unknown): ((value: unknown) => boolean) | undefined {
  if (typeof constant === "number")
    return (value) =>
      typeof value === "number" ? value === constant : !isCode(value) && areEqual(value, constant);
  if (typeof constant !== "string" || constant === "undefined") return undefined;
  const wanted = constant.trim().toLowerCase();
  return (value) => {
    if (value === constant) return true;
    if (typeof value !== "string" || value === "undefined") return areEqual(value, constant);
    return value.length >= wanted.length && value.trim().toLowerCase() === wanted;
  };
}

/** Text that begins with a letter is no number, whatever follows. */
function isCode(value: unknown): boolean {
  return typeof value === "string" && /^[A-Za-z]/.test(value);
}
