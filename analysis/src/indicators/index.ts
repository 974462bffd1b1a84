export { type CaseVariables, failuresOf, IndicatorCase } from "./case.ts";
export { checkIndicators, type IndicatorFinding } from "./check.ts";
export { IndicatorDefinition, IndicatorSet, type Level, levels, lowestLevel } from "./definition.ts";
export type { Estimand, EstimandOf, EstimandType } from "./estimand.ts";
export {
  type EvaluatedIndicator,
  evaluateIndicator,
  evaluateIndicators,
  type IndicatorEstimate,
  type IndicatorPart,
} from "./evaluate.ts";
export { failingCases } from "./failing-cases.ts";
export { Quantity, Rule } from "./rule.ts";
export { IndicatorError } from "./rules.ts";
export { leavesOut, universeKey } from "./universe.ts";
