export { checkIndicators, type IndicatorFinding } from "./check.ts";
export { IndicatorDefinition, IndicatorSet, Rule } from "./definition.ts";
export {
  type EvaluatedIndicator,
  evaluateIndicator,
  evaluateIndicators,
  type IndicatorEstimate,
} from "./evaluate.ts";
export { IndicatorError } from "./rules.ts";
export { type IndicatorScores, scoreIndicator } from "./scores.ts";
export { leavesOut, universeKey } from "./universe.ts";
