export { bindCondition, bindExpression } from "./binding/bind.ts";
export {
  type Arithmetic,
  type Call,
  type Check,
  type Comparing,
  type Constant,
  type Expression,
  type Joining,
  type List,
  limits,
  type Membership,
  type Named,
  type Nothing,
  type Operation,
  type Operator,
  partsOf,
} from "./expression.ts";
export { refusedFunctions } from "./functions/refused.ts";
export type { Host, Reading, Reference, Step } from "./host.ts";
export { knownFunctions, objectionTo, unknownCallsIn } from "./objection.ts";
export { parseExpression } from "./parsing/parse.ts";
export { referenceOf, spellingOf } from "./reference.ts";
export { ExpressionError } from "./refusal.ts";
export { callsIn, functionsIn, referencesIn, type UsedReference } from "./structure.ts";
export { termsIn } from "./terms.ts";
export {
  areEqualValues,
  asRead,
  copyOf,
  dateOf,
  type Equality,
  isEmptyValue,
  isLess,
  isNumber,
  lookUp,
  missing,
  numberOf,
  recognisedNumber,
  textOf,
} from "./values/index.ts";
export { writeExpression } from "./writing/write.ts";
