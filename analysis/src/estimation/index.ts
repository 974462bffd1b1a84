export type { Categories } from "./categories.ts";
export { changeBetweenSamples, changeBetweenWaves } from "./contrasts/change.ts";
export {
  asIfIndependent,
  type Coefficients,
  linearContrasts,
  nonlinearContrasts,
} from "./contrasts/contrast.ts";
export { ContrastError } from "./contrasts/contrast-error.ts";
export { answeredRows, type CellsOfRows, cellPicker, picked } from "./crossings/answered-rows.ts";
export {
  addUp,
  type CrossedCells,
  crossedCells,
  inEachCrossing,
} from "./crossings/crossed-cells.ts";
export { freedomByCell } from "./crossings/crossed-freedom.ts";
export { freedomOf, meansInCells, type WatchSums } from "./crossings/crossed-means.ts";
export { ratiosInCells } from "./crossings/crossed-ratios.ts";
export { survivalInCells } from "./crossings/crossed-survival.ts";
export type { SumsBehind } from "./crossings/element-means.ts";
export { elementProducts } from "./crossings/element-products.ts";
export { elementSampleOf } from "./crossings/element-variances.ts";
export { bundled } from "./crossings/margin-fit.ts";
export { scoreVariancesOf } from "./crossings/score-variances.ts";
export { type Domains, inEachDomain, rowsInDomain } from "./domains.ts";
export * from "./estimate.ts";
export * from "./estimate-from.ts";
export type { Estimated } from "./estimated.ts";
export type { Estimator } from "./estimator.ts";
export { acrossDomains, meansEstimator, ratiosEstimator, totalsEstimator } from "./estimators.ts";
export * from "./inequality/inequality.ts";
export { giniEstimator } from "./inequality/inequality-gini.ts";
export { type PovertyOptions, povertyEstimator } from "./inequality/inequality-poverty.ts";
export { valueAbove } from "./inequality/inequality-quantile.ts";
export { quintileRatioEstimator } from "./inequality/inequality-quintile-ratio.ts";
export { logitInterval, tFor, tInterval, tQuantile } from "./interval.ts";
export { covarianceOfMeans, covarianceOfRatios, covarianceOfTotals } from "./means/covariance.ts";
export { estimateMean, estimateMeanByDomain } from "./means/mean.ts";
export * from "./means/proportion.ts";
export { estimateRatio, estimateRatioByDomain, type RatioOf } from "./means/ratio.ts";
export { estimateTotal, estimateTotalByDomain } from "./means/total.ts";
export { estimateVariances } from "./means/variance-of-variable.ts";
export { answeredIn, codedMeasurement, listwise, type Measurement } from "./measurement.ts";
export * from "./options.ts";
export { estimateQuantiles, type QuantileEstimate, type QuantileOptions } from "./quantiles/quantile.ts";
export { quantileAsEstimate } from "./quantiles/quantile-as-estimate.ts";
export { estimateQuantilesByDomain } from "./quantiles/quantile-by-domain.ts";
export { quantileEstimator } from "./quantiles/quantile-estimator.ts";
export { type Ordered, weightedDistribution } from "./quantiles/quantile-ordered.ts";
export { type QuantileRule, quantileOf, quantileRules } from "./quantiles/quantile-rules.ts";
export {
  type Coefficient,
  estimateRegression,
  type Regression,
  type RegressionOptions,
} from "./regression/regression.ts";
export * from "./regression/regression-model.ts";
export * from "./regression/t-test.ts";
export { testTerms } from "./regression/term-test.ts";
export { arrangeReplicates, type ReplicateArrangement } from "./replicates/replicate-arrangement.ts";
export { estimateMeanByReplicates, estimateTotalByReplicates } from "./replicates/replicate-mean.ts";
export { estimateRatioByReplicates } from "./replicates/replicate-ratio.ts";
export * from "./shares/proportion-interval.ts";
export type { Significance } from "./significance.ts";
export * from "./survival/kaplan-meier.ts";
export { logSurvivalEstimator, type SurvivalMethod } from "./survival/kaplan-meier-estimator.ts";
export { type LifeTable, TimelineError, type Timelines } from "./survival/kaplan-meier-table.ts";
export { type IndependenceOptions, type IndependenceTest, testIndependence } from "./tables/chi-square.ts";
export { type Cells, type CrossTableOptions, cellsOf, crossTable, type TableCell } from "./tables/table.ts";
export { type EstimationThreads, openEstimationThreads } from "./threads/in-threads.ts";
export { type Arrangement, arrange } from "./units/arrangement.ts";
