import type { Joining } from "../expression.ts";
import { besides } from "../operators/arithmetic.ts";
import { type Bound, truth, varying } from "./surroundings.ts";

/**
 * and, or: of two conditions a truth; of other values one of both, as JavaScript's && and || give it, with no answer
 * counted as 0, "" or [] beside the other (and [] counts as true).
 *
 * @source survey-core 3.0.0, OperandMaker.binaryFunctions.arithmeticOp
 */
export function boundJoining<Run>(operator: Joining, left: Bound<Run>, right: Bound<Run>): Bound<Run> {
  const first = left.evaluate;
  const second = right.evaluate;
  if (left.isTruth && right.isTruth)
    return operator === "and"
      ? truth((run) => first(run) === true && second(run) === true)
      : truth((run) => first(run) === true || second(run) === true);
  if (left.isTruth)
    return operator === "and"
      ? varying((run) => first(run) === true && besides(second(run), true))
      : varying((run) => first(run) === true || besides(second(run), false));
  return varying((run) => {
    const other = second(run);
    const value = besides(first(run), other);
    return Boolean(value) === (operator === "and") ? besides(other, value) : value;
  });
}
