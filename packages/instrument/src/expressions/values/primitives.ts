import { deepest } from "./kinds.ts";

type Primitive = string | number | boolean | null | undefined;

/**
 * Text of any answer as JavaScript's String() gives it, but never by calling what an answer brings along:
 * lists joined by commas, objects "[object Object]".
 */
export function textOf(value: unknown, depth = 0): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) {
    if (depth > deepest) return "";
    return value
      .map((part) => (part === null || part === undefined ? "" : textOf(part, depth + 1)))
      .join(",");
  }
  if (value instanceof Date) return value.toString();
  return typeof value === "object" && value !== null ? "[object Object]" : String(value);
}

/** What arithmetic and comparison with < and > see: a Date as milliseconds, other objects as text. */
export function primitiveOf(value: unknown): Primitive {
  if (value instanceof Date) return value.getTime();
  if (isPrimitive(value)) return value;
  return textOf(value);
}

/** A number of any value as JavaScript's Number() gives it: "" is 0, [5] is 5, "five" is NaN. */
export function numberOf(value: unknown): number {
  return typeof value === "number" ? value : Number(primitiveOf(value));
}

/** JavaScript's a + b: joined as text as soon as one of both is text, a list, an object or a Date. */
export function joined(a: unknown, b: unknown): string | number {
  const isText = (value: unknown) =>
    typeof value === "string" || (typeof value === "object" && value !== null);
  return isText(a) || isText(b) ? textOf(a) + textOf(b) : numberOf(a) + numberOf(b);
}

/** Which of two values is greater, as JavaScript's < and > decide: two texts by letter, all else as numbers. */
export function isLess(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") return a < b;
  const left = primitiveOf(a);
  const right = primitiveOf(b);
  if (typeof left === "string" && typeof right === "string") return left < right;
  return Number(left) < Number(right);
}

/** JavaScript's == between values that are no objects. */
export function areLooselyEqual(a: Primitive, b: Primitive): boolean {
  if (a === b) return true;
  if (a === null || a === undefined || b === null || b === undefined) return (a ?? null) === (b ?? null);
  return typeof a !== typeof b && Number(a) === Number(b);
}

export function isPrimitive(value: unknown): value is Primitive {
  return typeof value !== "object" || value === null;
}
