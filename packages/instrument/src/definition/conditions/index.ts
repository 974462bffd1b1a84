export { objectionTo, referredItem } from "./check.ts";
export { parseCondition } from "./parse.ts";
export {
  type Comparison,
  type Condition,
  ConditionError,
  type Literal,
  type Operand,
  type Reference,
} from "./tree.ts";
