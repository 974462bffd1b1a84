export { type Arrangement, arrange } from "./arrangement.ts";
export * from "./categories.ts";
export { changeBetweenSamples, changeBetweenWaves } from "./change.ts";
export { type IndependenceOptions, type IndependenceTest, testIndependence } from "./chi-square.ts";
export { asIfIndependent, type Coefficients, linearContrasts, nonlinearContrasts } from "./contrast.ts";
export { ContrastError } from "./contrast-error.ts";
export { covarianceOfMeans, covarianceOfRatios, covarianceOfTotals } from "./covariance.ts";
export * from "./estimate.ts";
export * from "./estimate-from.ts";
export type { Estimated } from "./estimated.ts";
export type { Estimator } from "./estimator.ts";
export { acrossDomains, meansEstimator, ratiosEstimator, totalsEstimator } from "./estimators.ts";
export { inEachDomain } from "./in-each-domain.ts";
export { type EstimationThreads, openEstimationThreads } from "./in-threads.ts";
export * from "./inequality.ts";
export { giniEstimator } from "./inequality-gini.ts";
export { type PovertyOptions, povertyEstimator } from "./inequality-poverty.ts";
export { valueAbove } from "./inequality-quantile.ts";
export { quintileRatioEstimator } from "./inequality-quintile-ratio.ts";
export { logitInterval, tInterval, tQuantile } from "./interval.ts";
export * from "./kaplan-meier.ts";
export { logSurvivalEstimator, type SurvivalMethod } from "./kaplan-meier-estimator.ts";
export { type LifeTable, TimelineError, type Timelines } from "./kaplan-meier-table.ts";
export { estimateMean, estimateMeanByDomain } from "./mean.ts";
export * from "./measurement.ts";
export * from "./options.ts";
export * from "./proportion.ts";
export * from "./proportion-interval.ts";
export { tFor } from "./proportion-interval-limits.ts";
export * from "./quantile.ts";
export { quantileAsEstimate } from "./quantile-as-estimate.ts";
export { estimateQuantilesByDomain } from "./quantile-by-domain.ts";
export { quantileEstimator } from "./quantile-estimator.ts";
export { type Ordered, weightedDistribution } from "./quantile-ordered.ts";
export { type QuantileRule, quantileOf, quantileRules } from "./quantile-rules.ts";
export { estimateRatio, estimateRatioByDomain, type RatioOf } from "./ratio.ts";
export {
  type Coefficient,
  estimateRegression,
  type Regression,
  type RegressionOptions,
} from "./regression.ts";
export * from "./regression-model.ts";
export { arrangeReplicates, type ReplicateArrangement } from "./replicate-arrangement.ts";
export { covarianceAround } from "./replicate-covariance.ts";
export { estimateMeanByReplicates, estimateTotalByReplicates } from "./replicate-mean.ts";
export { estimateRatioByReplicates } from "./replicate-ratio.ts";
export * from "./significance.ts";
export * from "./t-test.ts";
export { type Cells, type CrossTableOptions, cellsOf, crossTable, type TableCell } from "./table.ts";
export { tableShares, tableTotals } from "./table-shares.ts";
export { testTerms } from "./term-test.ts";
export { estimateTotal, estimateTotalByDomain } from "./total.ts";
export { estimateVariances } from "./variance-of-variable.ts";
