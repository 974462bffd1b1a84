import type { Comparing, Operation } from "../expression.ts";
import type { Host } from "../host.ts";
import { calculation } from "../operators/arithmetic.ts";
import { comparison, equalTo } from "../operators/comparing.ts";
import { memberships } from "../operators/membership.ts";
import { comparablePair } from "../values/index.ts";
import { boundJoining } from "./joining.ts";
import { type Bound, fixed, truth, varying } from "./surroundings.ts";

type Operate = (left: unknown, right: unknown) => unknown;

/** An operation between two parts that are bound already. */
export function boundOperation<Run>(
  { operator }: Operation,
  left: Bound<Run>,
  right: Bound<Run>,
  host: Host<Run>,
): Bound<Run> {
  switch (operator) {
    case "and":
    case "or":
      return { ...boundJoining(operator, left, right), strict: left.strict || right.strict };
    case "=":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return boundComparison(operator, left, right, host);
    case "contains":
    case "notcontains":
    case "anyof":
    case "allof":
    case "noneof":
      return boundMembership(memberships[operator], left, right);
    default:
      return boundCalculation(calculation(operator), left, right);
  }
}

function boundComparison<Run>(
  operator: Comparing,
  left: Bound<Run>,
  right: Bound<Run>,
  host: Host<Run>,
): Bound<Run> {
  const strict = left.strict || right.strict;
  const compare = comparison(operator, strict);
  if (left.fixed && right.fixed) return { ...fixed(compare(left.fixed.value, right.fixed.value)), strict };
  const prepared = preparedComparison(operator, left, right, host);
  if (prepared && !strict) return prepared;
  const first = left.fixed ? always(left.fixed) : left.evaluate;
  const second = right.fixed ? always(right.fixed) : right.evaluate;
  const evaluate = (run: Run) => {
    const a = first(run);
    const b = second(run);
    if (!(a instanceof Date) && !(b instanceof Date)) return compare(a, b);
    const [earlier, later] = comparablePair(a, b, host.now(run));
    return compare(earlier, later);
  };
  return { evaluate, isTruth: true, strict };
}

/** Equality with a constant; an answer that is a Date is compared in full. */
function preparedComparison<Run>(operator: Comparing, left: Bound<Run>, right: Bound<Run>, host: Host<Run>) {
  if (right.fixed === undefined || (operator !== "=" && operator !== "!=")) return undefined;
  const constant = right.fixed.value;
  const isEqual = equalTo(constant);
  if (isEqual === undefined) return undefined;
  const first = left.evaluate;
  const wanted = operator === "=";
  const compare = comparison("=", false);
  return truth<Run>((run) => {
    const value = first(run);
    if (!(value instanceof Date)) return isEqual(value) === wanted;
    const [date, other] = comparablePair(value, constant, host.now(run));
    return compare(date, other) === wanted;
  });
}

function boundMembership<Run>(
  operate: (a: unknown, b: unknown) => boolean,
  left: Bound<Run>,
  right: Bound<Run>,
) {
  const strict = left.strict || right.strict;
  if (left.fixed && right.fixed)
    return { ...fixed<Run>(operate(left.fixed.value, right.fixed.value)), strict };
  const first = left.fixed ? always(left.fixed) : left.evaluate;
  const second = right.fixed ? always(right.fixed) : right.evaluate;
  return { evaluate: (run: Run) => operate(first(run), second(run)), isTruth: true, strict };
}

function boundCalculation<Run>(operate: Operate, left: Bound<Run>, right: Bound<Run>): Bound<Run> {
  if (left.fixed && right.fixed) {
    const [a, b] = [left.fixed.value, right.fixed.value];
    return fixed(operate(a, b), () => operate(a, b));
  }
  const first = left.evaluate;
  const second = right.evaluate;
  const strict = left.strict || right.strict;
  return { ...varying<Run>((run) => operate(first(run), second(run))), strict };
}

function always({ value }: { readonly value: unknown }): () => unknown {
  return () => value;
}
