import type { Host } from "../host.ts";
import { isEmptyValue } from "../values/index.ts";
import type { Asking } from "./kinds.ts";

/**
 * What is asked of the questionnaire: words of an answer, a comment.
 *
 * @source survey-core 3.0.0, FunctionFactory
 */
export const questionnaireFunctions: Readonly<Record<string, Asking>> = {
  displayValue: <Run>(values: readonly unknown[], host: Host<Run>, run: Run) =>
    host.displayValue(run, values[0], isEmptyValue(values[1]) ? undefined : values[1]),
  getComment: <Run>(values: readonly unknown[], host: Host<Run>, run: Run) =>
    values[0] ? host.comment(run, values[0], values[1] ?? undefined) : undefined,
};
