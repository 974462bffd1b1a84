import { isEmptyValue } from "../values/index.ts";
import type { Asking } from "./kinds.ts";

/**
 * What is asked of the questionnaire: words of an answer, a comment.
 *
 * @source survey-core 3.0.0, FunctionFactory
 */
export const questionnaireFunctions: Readonly<Record<string, Asking>> = {
  displayValue: ([name, value], host, run) =>
    host.displayValue(run, name, isEmptyValue(value) ? undefined : value),
  getComment: ([name, choice], host, run) => {
    if (!name) return undefined;
    if (choice !== undefined && choice !== null) return host.comment(run, name, choice);
    return host.comment(run, name, undefined) ?? "";
  },
};
