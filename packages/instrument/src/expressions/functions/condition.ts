import type { Call, Expression } from "../expression.ts";
import { parseExpression } from "../parsing/parse.ts";
import { ExpressionError } from "../refusal.ts";
import { isKeptByRestating, restated } from "../writing/restate.ts";

/** Functions that go through the entries of a list: rows of a matrix, panels of a dynamic panel. */
export const entryFunctions: ReadonlySet<string> = new Set([
  "sumInArray",
  "avgInArray",
  "minInArray",
  "maxInArray",
  "countInArray",
]);

/** Which entries sumInArray() and its like take. */
export interface EntryCondition {
  /** The argument that tells it. */
  readonly argument: Expression;
  /** Undefined when survey-core itself cannot read the condition: then no entry is taken. */
  readonly expression: Expression | undefined;
  /** Why Tiltas does not take what survey-core would read. */
  readonly error: ExpressionError | undefined;
}

/**
 * The condition in the third argument, or in the fourth behind the name of the part to return; text is read as a
 * condition itself.
 */
export function conditionOfEntries(call: Call): EntryCondition | undefined {
  if (!entryFunctions.has(call.name) || call.arguments.length < 3 || call.arguments.length > 4)
    return undefined;
  const argument = call.arguments[returnedPart(call) === undefined ? 2 : 3];
  if (argument === undefined) return undefined;
  if (argument.type === "constant" && typeof argument.value === "string" && argument.value !== "")
    return { argument, ...readCondition(argument.value) };
  return isKeptByRestating(argument)
    ? { argument, expression: argument, error: undefined }
    : { argument, ...readCondition(restated(argument)) };
}

/** Name of the part that minInArray() and maxInArray() return from the entry they find, when it is told. */
export function returnedPart(call: Call): string | undefined {
  const third = call.arguments[2];
  if (third?.type !== "constant" || typeof third.value !== "string") return undefined;
  return /[{}><=!]/.test(third.value) ? undefined : third.value;
}

function readCondition(text: string): Omit<EntryCondition, "argument"> {
  try {
    return { expression: parseExpression(text), error: undefined };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { expression: undefined, error: error.construct === "syntax" ? undefined : error };
  }
}

/** Whether an argument may turn out to be text, which survey-core would read as a condition. */
export function mayBeText(expression: Expression): boolean {
  if (expression.type === "reference" || expression.type === "call") return true;
  if (expression.type === "constant") return typeof expression.value === "string";
  if (expression.type !== "operation") return false;
  if (!["and", "or", "+"].includes(expression.operator)) return false;
  return mayBeText(expression.left) || mayBeText(expression.right);
}
