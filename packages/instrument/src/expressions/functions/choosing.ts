import { isNumber, numberOf } from "../values/index.ts";
import type { Plain } from "./kinds.ts";

/**
 * iif, substring, isDisplayMode.
 *
 * @source survey-core 3.0.0, FunctionFactory
 */
export const choosingFunctions: Readonly<Record<string, Plain>> = {
  iif: (values) => (values.length < 2 ? null : values[0] ? values[1] : values[2]),
  substring: ([text, start, end]) => {
    if (typeof text !== "string" || text === "" || !isNumber(start)) return "";
    return isNumber(end) ? text.substring(numberOf(start), numberOf(end)) : text.substring(numberOf(start));
  },
  /** Whoever checks answers is not looking at a finished interview. */
  isDisplayMode: () => false,
};
