export { type Alpha, type Consistency, cronbachAlpha, type ItemOfScale } from "./alpha.ts";
export * from "./dif-mantel-haenszel.ts";
export * from "./dif-regression.ts";
export {
  analyseFactors,
  analyseOneFactor,
  type FactorAnalysis,
  type FactorAnalysisOptions,
} from "./factor-analysis.ts";
export type { FactorFit } from "./factor-fit.ts";
export type { ItemAnswers, MissingRule } from "./factor-items.ts";
export type { Factor, Identification, Invariance } from "./factor-model.ts";
export * from "./factor-number.ts";
export type { ParameterEstimate } from "./factor-parameters.ts";
export * from "./fleiss-kappa.ts";
export * from "./graded-response.ts";
export * from "./intraclass.ts";
export * from "./invariance.ts";
export type { PairRule } from "./item-moments.ts";
export * from "./item-rest.ts";
export * from "./kappa.ts";
export { type NotEstimable, type NotEstimableReason, notEstimable } from "./not-estimable.ts";
export * from "./omega.ts";
export * from "./polychoric.ts";
export * from "./polychoric-alpha.ts";
export type { ProportionalOdds } from "./proportional-odds.ts";
export * from "./sampling-adequacy.ts";
export * from "./split-half.ts";
