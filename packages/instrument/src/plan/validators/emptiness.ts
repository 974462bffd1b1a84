import { isEmptyValue } from "../../expressions/index.ts";

/** Nothing, or nothing but white space. */
export function isEmptyAnswer(value: unknown): boolean {
  return typeof value === "string" ? value.trim() === "" : isEmptyValue(value);
}
