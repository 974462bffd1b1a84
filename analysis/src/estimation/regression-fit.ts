import { coefficientsOf, inverseFactor, orthogonalise } from "../numerics/index.ts";
import type { Family } from "./regression-family.ts";

/** The rows of positive weight of a model, next to each other. */
export interface FitRows {
  /** Their places in the dataset. */
  readonly rows: Int32Array;
  readonly outcome: Float64Array;
  readonly weights: Float64Array;
  readonly columns: readonly Float64Array[];
}

/** A model fitted under one set of weights. */
export interface Fit {
  readonly coefficients: Float64Array;
  /** By row of the fit. */
  readonly means: Float64Array;
  /** Inverse of Σ w x xᵀ dμ/dη. */
  readonly inverseInformation: readonly Float64Array[];
}

/**
 * Why there is no fit. "separated": some combination of the columns predicts the outcome perfectly, so that
 * coefficients grow without end.
 */
export type NoFit = "separated" | "not-converged" | "too-few-rows";

const mostSteps = 60;
/** A search ends where no linear predictor moves by more: the next move would be near 1e-18. */
const smallestMove = 1e-9;
/** Predictors beyond this, still moving, say that the outcome is predicted perfectly. */
const far = 12;

/**
 * Weighted maximum (quasi-)likelihood by iterated least squares.
 *
 * @param data columns linearly independent under their weights
 * @param start coefficients from which to start, if any are known
 * @source McCullagh & Nelder (1989), Generalized Linear Models, §2.5
 */
export function fit(data: FitRows, family: Family, start?: Float64Array): Fit | NoFit {
  if (data.rows.length < Math.max(data.columns.length, 1)) return "too-few-rows";
  let at = start ? stateAt(data, family, start) : undefined;
  let predictor = at?.predictor ?? data.outcome.map((y) => family.start(y));
  for (let step = 0; step < mostSteps; step++) {
    const solved = leastSquares(data, predictor, family);
    if (!solved) break;
    const next = stepped(data, family, solved.coefficients, at);
    const moved = largestMove(predictor, next.predictor);
    [at, predictor] = [next, next.predictor];
    if (family.linear || moved < smallestMove) return finished(data, family, next);
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
  let deviance = 0;
  for (let i = 0; i < predictor.length; i++)
    deviance += data.weights[i]! * family.deviance(data.outcome[i]!, family.mean(predictor[i]!));
  return { coefficients, predictor, deviance };
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

function finished(data: FitRows, family: Family, { coefficients, predictor }: State): Fit | NoFit {
  const solved = leastSquares(data, predictor, family);
  if (!solved) return "separated";
  const inverse = inverseFactor(solved.decomposed);
  return {
    coefficients,
    means: predictor.map((eta) => family.mean(eta)),
    inverseInformation: coefficients.reduce<Float64Array[]>((rows, _, i) => {
      rows.push(
        coefficients.map((__, j) => inverse.reduce((sum, column) => sum + column[i]! * column[j]!, 0)),
      );
      return rows;
    }, []),
  };
}
