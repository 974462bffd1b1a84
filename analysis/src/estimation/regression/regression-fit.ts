import { coefficientsOf, inverseFactor, orthogonalise } from "../../numerics/index.ts";
import type { Family } from "./regression-family.ts";

/** The rows of positive weight of a model, next to each other. */
export interface FitRows {
  /** Their places in the dataset. */
  readonly rows: Int32Array;
  readonly outcome: Float64Array;
  readonly weights: Float64Array;
  /** What a weight is divided by to have mean 1 over the sample. */
  readonly unit: number;
  readonly columns: readonly Float64Array[];
}

/** A model fitted under one set of weights. */
export interface Fit {
  readonly coefficients: Float64Array;
  /** By row of the fit. */
  readonly means: Float64Array;
  /** By row of the fit: what the row's columns are multiplied with in the score; outcome minus mean. */
  readonly residuals: Float64Array;
  /** Inverse of Σ w x xᵀ dμ/dη. */
  readonly inverseInformation: readonly Float64Array[];
}

export interface FitOptions {
  /** Coefficients from which to start, if any are known. */
  readonly start?: Float64Array | undefined;
  /**
   * Stop where the deviance changes by less than this share, with the covariance of the step before, as R's `glm` does
   * (its `epsilon`); left out: go on until no linear predictor moves.
   */
  readonly devianceChange?: number | undefined;
}

/**
 * Why there is no fit. "separated": some combination of the columns predicts the outcome perfectly, so that
 * coefficients grow without end.
 */
export type NoFit = "separated" | "not-converged" | "too-few-rows";

const mostSteps = 60;
/** A search ends where no linear predictor moves by more: the next move would be near 1e-18. */
const smallestMove = 1e-9;
/** Where R's rule stops although predictors still move by this share, they would move for ever. */
const stillMoving = 0.02;
/** Predictors beyond this, still moving, say that the outcome is predicted perfectly. */
const far = 12;

/**
 * Weighted maximum (quasi-)likelihood by iterated least squares.
 *
 * @param data columns linearly independent under their weights
 * @source McCullagh & Nelder (1989), Generalized Linear Models, §2.5
 */
export function fit(data: FitRows, family: Family, { start, devianceChange }: FitOptions = {}): Fit | NoFit {
  if (data.rows.length < Math.max(data.columns.length, 1)) return "too-few-rows";
  let at = start ? stateAt(data, family, start) : undefined;
  let predictor = at?.predictor ?? data.outcome.map((y, i) => family.start(y, data.weights[i]! / data.unit));
  let deviance = at?.deviance ?? devianceOf(data, family, predictor);
  for (let step = 0; step < mostSteps; step++) {
    const solved = leastSquares(data, predictor, family);
    if (!solved) break;
    const next = stepped(data, family, solved.coefficients, at);
    const moved = largestMove(predictor, next.predictor);
    const changed =
      Math.abs(next.deviance - deviance) / (Math.abs(next.deviance) / data.unit + 0.1) / data.unit;
    if (devianceChange !== undefined && changed < devianceChange)
      return moved > stillMoving ? "separated" : finished(data, family, next, predictor);
    [at, predictor, deviance] = [next, next.predictor, next.deviance];
    if (family.linear || moved < smallestMove) return finished(data, family, next, predictor);
  }
  return predictor.some((eta) => Math.abs(eta) > far) ? "separated" : "not-converged";
}

interface State {
  readonly coefficients: Float64Array;
  readonly predictor: Float64Array;
  readonly deviance: number;
}

function stateAt(data: FitRows, family: Family, coefficients: Float64Array): State {
  const predictor = new Float64Array(data.rows.length);
  data.columns.forEach((column, j) => {
    for (let i = 0; i < predictor.length; i++) predictor[i]! += coefficients[j]! * column[i]!;
  });
  return { coefficients, predictor, deviance: devianceOf(data, family, predictor) };
}

function devianceOf({ weights, outcome }: FitRows, family: Family, predictor: Float64Array): number {
  let deviance = 0;
  for (let i = 0; i < predictor.length; i++)
    deviance += weights[i]! * family.deviance(outcome[i]!, family.mean(predictor[i]!));
  return deviance;
}

/** The full step, or as often half of it as the deviance would rise. */
function stepped(data: FitRows, family: Family, proposed: Float64Array, from: State | undefined): State {
  let next = stateAt(data, family, proposed);
  if (family.linear || !from) return next;
  const highest = from.deviance + 1e-8 * (Math.abs(from.deviance) + 0.1);
  for (let halving = 0; halving < 30 && !(next.deviance <= highest); halving++)
    next = stateAt(
      data,
      family,
      next.coefficients.map((b, j) => (b + from.coefficients[j]!) / 2),
    );
  return next;
}

/** Weighted least squares of the working outcome; undefined when working weights leave the columns dependent. */
function leastSquares(data: FitRows, predictor: Float64Array, family: Family) {
  const root = new Float64Array(predictor.length);
  const working = new Float64Array(predictor.length);
  for (let i = 0; i < predictor.length; i++) {
    const mean = family.mean(predictor[i]!);
    const variance = family.variance(mean);
    root[i] = Math.sqrt(data.weights[i]! * variance);
    working[i] = root[i]! * (predictor[i]! + (data.outcome[i]! - mean) / variance);
  }
  const decomposed = orthogonalise(data.columns.map((column) => column.map((x, i) => x * root[i]!)));
  if (decomposed.dropped.length > 0 || !working.every(Number.isFinite)) return undefined;
  return { coefficients: coefficientsOf(decomposed, working), decomposed };
}

function largestMove(from: Float64Array, to: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < from.length; i++) {
    const move = Math.abs(to[i]! - from[i]!) / Math.max(1, Math.abs(to[i]!));
    if (!(move <= largest)) largest = move;
  }
  return largest;
}

/** @param weighed the predictors whose working weights make the information */
function finished(
  data: FitRows,
  family: Family,
  { coefficients, predictor }: State,
  weighed: Float64Array,
): Fit | NoFit {
  const solved = leastSquares(data, weighed, family);
  if (!solved) return "separated";
  const inverse = inverseFactor(solved.decomposed);
  const means = predictor.map((eta) => family.mean(eta));
  return {
    coefficients,
    means,
    residuals: means.map((mean, i) => {
      const ratio = family.variance(family.mean(weighed[i]!)) / family.variance(mean);
      return (data.outcome[i]! - mean) * ratio;
    }),
    inverseInformation: Array.from(coefficients, (_, i) =>
      coefficients.map((__, j) => inverse.reduce((sum, column) => sum + column[i]! * column[j]!, 0)),
    ),
  };
}
