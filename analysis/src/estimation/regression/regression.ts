import { type Design, degreesOfFreedomOf, type ReplicateDesign } from "../../design/index.ts";
import { student, sumOf } from "../../numerics/index.ts";
import { weightsWithin } from "../domains.ts";
import type { NoEstimate } from "../estimate.ts";
import { estimateFrom } from "../estimate-from.ts";
import type { Estimated } from "../estimated.ts";
import { tFor, tLimits } from "../interval.ts";
import { known } from "../significance.ts";
import { type RegressionEstimator, regressionEstimator } from "./regression-estimator.ts";
import { families } from "./regression-family.ts";
import type { Fit, FitRows, NoFit } from "./regression-fit.ts";
import { type Model, type ModelMatrix, modelMatrix } from "./regression-model.ts";

/** One coefficient of a model; null where there is none, and the regression's `reason` says why. */
export interface Coefficient {
  readonly name: string;
  readonly value: number | null;
  readonly standardError: number | null;
  readonly t: number | null;
  readonly pValue: number | null;
  /** 95 %, t on the residual degrees of freedom. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** A model fitted to a sample. */
export interface Regression {
  readonly coefficients: readonly Coefficient[];
  /** Row i, column j: covariance of the coefficients; NaN where `reason` says why. */
  readonly covariance: readonly Float64Array[];
  /** By coefficient: the place of its term in `terms`; -1 for the constant. */
  readonly termOf: readonly number[];
  readonly terms: readonly string[];
  /** Of the design, or of the domain. */
  readonly degreesOfFreedom: number;
  /** Degrees of freedom of the rows in the model, plus 1, minus coefficients. */
  readonly residualDegreesOfFreedom: number;
  /** Variance of the Pearson residuals under weights rescaled to mean 1 over the sample or domain. */
  readonly dispersion: number | null;
  /** Σ w × deviance, the weights rescaled to mean 1 over the sample or domain. */
  readonly deviance: number | null;
  /** Respondents of positive weight in the model, and the sum of their weights. */
  readonly respondents: number;
  readonly sumOfWeights: number;
  /** Columns left out because the ones before them explain them; each has a sentence in `notices`. */
  readonly aliased: readonly string[];
  readonly notices: readonly string[];
  readonly reason?: NoEstimate;
  /** One sentence for people: what stood in the way. */
  readonly explanation?: string;
}

export interface RegressionOptions {
  /** By row: 1 in the domain. The full design stays in the variance. */
  readonly within?: Uint8Array;
}

/**
 * Linear, logistic or log-linear regression on a survey sample: weighted (pseudo) maximum likelihood, with the design's
 * variance of the coefficients (sandwich on linearised designs, repeated fits on replicates).
 *
 * @throws ModelError when the model cannot be set up (an outcome outside its family, lists of different lengths)
 * @source Binder (1983), On the variances of asymptotically normal estimators from complex surveys, ISR 51
 * @agrees R survey::svyglm
 */
export function estimateRegression(
  sample: Design | ReplicateDesign,
  model: Model,
  { within }: RegressionOptions = {},
): Regression {
  const matrix = modelMatrix(model, within);
  const inside = within ? matrix.usable.map((one, row) => one & within[row]!) : matrix.usable;
  const weights = weightsWithin(sample.weights, inside);
  const estimator = regressionEstimator(model, matrix, weights, meanWeight(sample, within));
  const { data, result } = estimator.fitAt(weights);
  const estimated = estimateFrom(sample, estimator, within ? { within } : {});
  const residualDegreesOfFreedom =
    // As R: replicate designs keep the degrees of freedom of rows with missing answers.
    (sample.kind === "replicate" ? estimated.degreesOfFreedom : degreesOfFreedomOf(sample, inside)) +
    1 -
    estimator.kept.length;
  const aliased = estimator.dropped.map((column) => matrix.names[column]!);
  return {
    coefficients: estimator.names.map((name, i) =>
      coefficientOf(name, i, estimated, residualDegreesOfFreedom),
    ),
    covariance: estimated.covariance,
    termOf: estimator.kept.map((column) => matrix.termOf[column]!),
    terms: matrix.terms,
    degreesOfFreedom: estimated.degreesOfFreedom,
    residualDegreesOfFreedom,
    ...goodness(model, data, result),
    respondents: data.rows.length,
    sumOfWeights: sumOf(data.weights),
    aliased,
    notices: aliased.map(
      (name) =>
        `The column "${name}" is left out: the columns before it, or no one's answers, already fix it.`,
    ),
    ...whyNot(result, estimated, matrix, estimator),
  };
}

function coefficientOf(name: string, i: number, estimated: Estimated, df: number): Coefficient {
  const value = estimated.values[i]!;
  const standardError = Math.sqrt(estimated.covariance[i]?.[i] ?? Number.NaN);
  const t = value / standardError;
  const interval = tLimits(value, standardError, tFor(0.95, df));
  return {
    name,
    value: known(value),
    standardError: known(standardError),
    t: known(t),
    pValue: known(student.twoSided(t, df)),
    interval,
  };
}

/** Mean weight of the sample or domain, those with missing answers included. */
function meanWeight({ weights }: Design | ReplicateDesign, within?: Uint8Array): number {
  let [sum, count] = [0, 0];
  weights.forEach((weight, row) => {
    if (within?.[row] === 0) return;
    sum += weight;
    count++;
  });
  return sum / count;
}

function goodness(
  { family = "gaussian" }: Model,
  { outcome, weights, unit }: FitRows,
  result: Fit | NoFit,
): Pick<Regression, "dispersion" | "deviance"> {
  if (typeof result === "string") return { dispersion: null, deviance: null };
  const { deviance, variance } = families[family];
  const pearson = outcome.map((y, i) => (y - result.means[i]!) / Math.sqrt(variance(result.means[i]!)));
  const total = sumOf(weights);
  const mean = pearson.reduce((sum, r, i) => sum + weights[i]! * r, 0) / total;
  const squares = pearson.reduce((sum, r, i) => sum + weights[i]! * (r - mean) ** 2, 0);
  return {
    dispersion: known(squares / unit / (weights.length - 1)),
    deviance: outcome.reduce((sum, y, i) => sum + (weights[i]! / unit) * deviance(y, result.means[i]!), 0),
  };
}

const sentences = {
  separated:
    "Some combination of the explaining variables predicts the outcome perfectly, so that coefficients grow without end. Leave a variable out or combine levels.",
  "not-converged": "The search for the coefficients did not settle. Rescale or leave out a variable.",
  "too-few-rows": "There are fewer respondents with complete answers than coefficients. Leave variables out.",
};

function whyNot(
  result: Fit | NoFit,
  estimated: Estimated,
  matrix: ModelMatrix,
  { kept }: RegressionEstimator,
): Pick<Regression, "reason" | "explanation"> {
  if (!matrix.usable.includes(1)) return { reason: "all-missing" };
  if (estimated.respondents === 0) return { reason: "no-respondents" };
  if (kept.length === 0)
    return { reason: "not-estimable", explanation: "No column of the model can be estimated." };
  if (typeof result === "string")
    return {
      reason: result === "not-converged" ? "not-converged" : "not-estimable",
      explanation: sentences[result],
    };
  return estimated.reason ? { reason: estimated.reason } : {};
}
