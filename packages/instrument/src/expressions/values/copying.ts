import { deepest, isPlainObject } from "./kinds.ts";

/** A copy that shares nothing with the answer; what lies deeper than any questionnaire asks is left out. */
export function copyOf(value: unknown, depth = 0): unknown {
  if (depth > deepest) return undefined;
  if (Array.isArray(value)) return value.map((part) => copyOf(part, depth + 1));
  if (value instanceof Date) return new Date(value.getTime());
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copyOf(part, depth + 1)]));
}
