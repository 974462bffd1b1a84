import type { Arithmetic } from "../expression.ts";
import { asProduct, asSum, isEmptyValue, isNumber, joined, numberOf, textOf } from "../values/index.ts";

type Calculation = (left: unknown, right: unknown) => unknown;

/**
 * What + - * / % ^ make of two values. No answer counts as 0 beside numbers, "" beside text, [] beside a list.
 * Division by 0, by text that is empty or by nothing gives null.
 *
 * @source survey-core 3.0.0, OperandMaker.binaryFunctions.arithmeticOp and the functions it calls
 */
export function calculation(operator: Arithmetic): Calculation {
  const calculate = calculations[operator];
  return (left, right) => {
    if (typeof left === "number" && typeof right === "number" && !Number.isNaN(left) && !Number.isNaN(right))
      return calculate(left, right);
    const a = besides(left, right);
    return calculate(a, besides(right, a));
  };
}

/** What stands for no answer beside another value. */
export function besides(value: unknown, other: unknown): unknown {
  if (!isEmptyValue(value)) return value;
  if (typeof other === "number") return 0;
  if (typeof value === "string") return value;
  if (typeof other === "string") return "";
  return Array.isArray(other) ? [] : 0;
}

const calculations: Readonly<Record<Arithmetic, Calculation>> = {
  "+": plus,
  "-": (a, b) => asSum(a, b, numberOf(a) - numberOf(b)),
  "*": (a, b) => asProduct(a, b, numberOf(a) * numberOf(b)),
  "/": (a, b) => (b ? numberOf(a) / numberOf(b) : null),
  "%": (a, b) => (b ? numberOf(a) % numberOf(b) : null),
  "^": (a, b) => numberOf(a) ** numberOf(b),
};

/** Numbers are added, lists strung together, text and whatever else joined as text. */
function plus(a: unknown, b: unknown): unknown {
  if (typeof a === "number" && typeof b === "number") return asSum(a, b, a + b);
  if (isNumber(a) && isNumber(b)) {
    const sum = joined(a, b);
    return typeof sum === "number" ? asSum(a, b, sum) : sum;
  }
  if (Array.isArray(a)) return Array.isArray(b) ? [...a, ...b] : listPlus(a, b, true);
  return Array.isArray(b) ? listPlus(b, a, false) : joined(a, b);
}

/** A list beside text becomes text, beside a number the sum of its numbers. */
function listPlus(list: readonly unknown[], other: unknown, listFirst: boolean): unknown {
  if (typeof other === "string") {
    const text = list.map((part) => (part === null || part === undefined ? "" : textOf(part))).join(", ");
    return listFirst ? text + other : other + text;
  }
  if (typeof other !== "number") return listFirst ? joined(list, other) : joined(other, list);
  let sum = 0;
  for (const part of list) if (typeof part === "number") sum = asSum(sum, part, sum + part);
  return asSum(sum, other, sum + other);
}
