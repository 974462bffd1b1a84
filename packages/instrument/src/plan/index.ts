export type { Check, FindingKind, PlanFinding, Refusal, Removal } from "./check.ts";
export { type Compilation, compilePlan } from "./compile/compile.ts";
export { compileConditions, type Routing, RoutingError } from "./conditions.ts";
export { conditionOrAlways, type Offered, type Offering, offeringsIn } from "./offered.ts";
export { absent, NamedAnswers, notNumbered, type PlacedAnswers } from "./placed-answers.ts";
export { type PreparedPlan, prepareLife, preparePlan } from "./prepare/prepare.ts";
export type { Answers } from "./run/check.ts";
export { settledCheck } from "./settled/settle.ts";
export type { Plan } from "./specs.ts";
