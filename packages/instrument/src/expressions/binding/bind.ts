import { type Call, type Expression, partsOf } from "../expression.ts";
import { conditionOfEntries, entryFunctions, returnedPart } from "../functions/condition.ts";
import type { Host } from "../host.ts";
import { objectionTo } from "../objection.ts";
import { callsIn } from "../structure.ts";
import { copyOf, isEmptyValue } from "../values/index.ts";
import { boundCall } from "./calling.ts";
import { type Entries, entryCalculations } from "./entries.ts";
import { type Inside, insideEntries } from "./inside.ts";
import { boundOperation } from "./operating.ts";
import { type Bound, boundReference, type Evaluate, fixed, truth, varying } from "./surroundings.ts";
import { isTrue } from "./truth.ts";

/**
 * What an expression gives for the answers of one check: a number, text, a list, a Date, true or false, null or
 * undefined. It never throws and never changes an answer.
 *
 * @throws  ExpressionError when it calls what Tiltas does not take: see `objectionTo`
 */
export function bindExpression<Run>(expression: Expression, host: Host<Run>): Evaluate<Run> {
  return boundWhole(expression, host).evaluate;
}

/**
 * Whether a condition is fulfilled.
 *
 * @throws  ExpressionError when it calls what Tiltas does not take: see `objectionTo`
 * @source  survey-core 3.0.0, ConditionRunner
 */
export function bindCondition<Run>(expression: Expression, host: Host<Run>): (run: Run) => boolean {
  const { evaluate, isTruth } = boundWhole(expression, host);
  return isTruth ? (run) => evaluate(run) === true : (run) => isTrue(evaluate(run));
}

function boundWhole<Run>(expression: Expression, host: Host<Run>): Bound<Run> {
  const objection = objectionTo(expression);
  if (objection !== undefined) throw objection;
  return bound(expression, host);
}

function bound<Run>(expression: Expression, host: Host<Run>): Bound<Run> {
  switch (expression.type) {
    case "constant":
      return fixed(expression.value);
    case "nothing":
      return fixed(null);
    case "reference":
      return boundReference(expression.reference, host);
    case "list":
      return boundList(partsOf(expression).map((part) => bound(part, host)));
    case "call":
      return entryFunctions.has(expression.name)
        ? boundEntries(expression, host)
        : boundCall(
            expression,
            expression.arguments.map((part) => bound(part, host)),
            host,
          );
    case "check":
      return boundCheck(expression.check, bound(expression.operand, host).evaluate);
    case "operation":
      return boundOperation(expression, bound(expression.left, host), bound(expression.right, host), host);
  }
}

function boundList<Run>(parts: readonly Bound<Run>[]): Bound<Run> {
  const known = parts.map((part) => part.fixed);
  const evaluate = (run: Run) => parts.map((part) => part.evaluate(run));
  return known.every((part) => part !== undefined)
    ? fixed(
        known.map((part) => copyOf(part.value)),
        evaluate,
      )
    : varying(evaluate);
}

function boundCheck<Run>(check: "empty" | "notempty" | "not", evaluate: Evaluate<Run>): Bound<Run> {
  if (check === "not") return truth((run) => !evaluate(run));
  return check === "empty"
    ? truth((run) => isEmptyValue(evaluate(run)))
    : truth((run) => !isEmptyValue(evaluate(run)));
}

function boundEntries<Run>(call: Call, host: Host<Run>): Bound<Run> {
  const calculate = entryCalculations[call.name];
  const [list, part] = call.arguments;
  if (calculate === undefined || list === undefined || part === undefined || call.arguments.length > 4)
    return fixed(call.name === "minInArray" || call.name === "maxInArray" ? undefined : 0);
  const data = bound(asStored(list), host).evaluate;
  const name = bound(part, host).evaluate;
  const returned = returnedPart(call);
  const isTaken = boundEntryCondition(call, host);
  return varying((run) => {
    const entries: Entries = {
      data: data(run),
      part: name(run),
      returned,
      isTaken: (entry) => isTaken({ run, entry, found: undefined }),
    };
    return calculate(entries);
  });
}

function asStored(list: Expression): Expression {
  return list.type === "reference" ? { ...list, reference: { ...list.reference, isOriginal: true } } : list;
}

/** A condition that asks for the words of an answer is passed over: survey-core cannot wait for them there. */
function boundEntryCondition<Run>(call: Call, host: Host<Run>): (inside: Inside<Run>) => boolean {
  const condition = conditionOfEntries(call);
  if (condition === undefined) return () => true;
  if (condition.expression === undefined) return () => false;
  if (callsIn(condition.expression).some(({ name }) => name === "displayValue")) return () => true;
  return bindCondition(condition.expression, insideEntries(host));
}
