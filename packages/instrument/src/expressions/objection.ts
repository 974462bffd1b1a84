import { simpleFunctions } from "./binding/calling.ts";
import type { Call, Expression } from "./expression.ts";
import { conditionOfEntries, entryFunctions, mayBeText } from "./functions/condition.ts";
import { refusedFunctions } from "./functions/refused.ts";
import { ExpressionError } from "./refusal.ts";
import { callsIn } from "./structure.ts";

const known: ReadonlySet<string> = new Set([...simpleFunctions, ...entryFunctions]);

/** Every function that expressions may call. */
export const knownFunctions: readonly string[] = [...known].sort();

/** Every call of a function that SurveyJS does not have: survey-core gives null for it, with a warning on the console. */
export function unknownCallsIn(expression: Expression): ExpressionError[] {
  return callsIn(expression)
    .filter(({ name }) => isUnknown(name) && !isInherited(name))
    .map(({ name, position }) => errorOf(name, position, `there is no function ${name}() in SurveyJS.`));
}

function isUnknown(name: string): boolean {
  return !known.has(name) && !refusedFunctions.has(name);
}

/** survey-core finds these in every object, and breaks when it calls them. */
function isInherited(name: string): boolean {
  return name in {};
}

function errorOf(name: string, position: number, reason: string): ExpressionError {
  return new ExpressionError(position, `function ${name}`, reason);
}

/** The first thing in an expression that can be read but not taken: a refused function, a condition from an answer. */
export function objectionTo(expression: Expression): ExpressionError | undefined {
  for (const call of callsIn(expression)) {
    const reason = objectionToCall(call);
    if (reason !== undefined) return errorOf(call.name, call.position, reason);
  }
  return undefined;
}

function objectionToCall(call: Call): string | undefined {
  const refused = refusedFunctions.get(call.name);
  if (refused !== undefined) return `${call.name}() ${refused}.`;
  if (isUnknown(call.name) && isInherited(call.name))
    return `there is no function ${call.name}() in SurveyJS.`;
  const condition = conditionOfEntries(call);
  if (condition === undefined) return undefined;
  if (condition.error !== undefined)
    return `the condition inside ${call.name}() cannot be taken. ${condition.error.message}`;
  const isText = condition.argument.type === "constant";
  if (!isText && mayBeText(condition.argument))
    return `the condition of ${call.name}() might be read out of an answer; write a comparison there, such as {part} > 0.`;
  return undefined;
}
