export { IndicatorError } from "./answers.ts";
export { type CaseVariables, failuresOf, IndicatorCase } from "./case.ts";
export { checkIndicators, type IndicatorFinding } from "./check.ts";
export { IndicatorDefinition, IndicatorSet, type Level, levels, lowestLevel } from "./definition.ts";
export { drawFactors } from "./drawn.ts";
export type { Estimand, EstimandOf, EstimandType } from "./estimand.ts";
export { variablesOfEstimand, variablesOfIndicator } from "./estimand-variables.ts";
export {
  type EvaluatedIndicator,
  evaluateIndicator,
  evaluateIndicators,
  type IndicatorPart,
  type MeasuredFigure,
  measureIndicators,
} from "./evaluate.ts";
export { failingCases } from "./failing-cases.ts";
export type { IndicatorEstimate, IndicatorEstimatesIn } from "./measured.ts";
export { Quantity, Rule } from "./rule.ts";
export type { RatioStatistic, ScoredStatistic } from "./statistics.ts";
export { leavesOut, universeKey } from "./universe.ts";
