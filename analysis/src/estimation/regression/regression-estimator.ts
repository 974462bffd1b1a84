import { orthogonalise, sumOf } from "../../numerics/index.ts";
import type { Estimator } from "../estimator.ts";
import { families } from "./regression-family.ts";
import { type Fit, type FitRows, fit, type NoFit } from "./regression-fit.ts";
import type { Model, ModelMatrix } from "./regression-model.ts";

/** The coefficients of a model as statistics, with what the fit under given weights was. */
export interface RegressionEstimator extends Estimator {
  /** Places of the columns kept in the model matrix, and of those that the ones before them explain. */
  readonly kept: readonly number[];
  readonly dropped: readonly number[];
  /** The fit under these weights; the last is remembered. */
  fitAt(weights: Float64Array): { readonly data: FitRows; readonly result: Fit | NoFit };
}

/**
 * Which columns can be told apart is decided once, under the full weights; replicates then fit the same columns, from
 * the full sample's coefficients on.
 *
 * @source Binder (1983), International Statistical Review 51 (scores of estimating equations)
 */
export function regressionEstimator(
  { outcome, family = "gaussian", devianceChange }: Model,
  matrix: ModelMatrix,
  fullWeights: Float64Array,
  unit: number,
): RegressionEstimator {
  const full = fitRows(outcome.values, matrix.columns, fullWeights, unit);
  const { kept, dropped } = orthogonalise(
    full.columns.map((column) => column.map((x, i) => x * Math.sqrt(full.weights[i]!))),
  );
  const columns = kept.map((column) => matrix.columns[column]!);
  let start: Float64Array | undefined;
  let last: { weights: Float64Array; data: FitRows; result: Fit | NoFit } | undefined;
  const fitAt = (weights: Float64Array) => {
    if (!last || !areSame(last.weights, weights)) {
      // R scales the weights of a replicate to sum 1, which matters only to where its search stops.
      const data = fitRows(outcome.values, columns, weights, start ? sumOf(weights) : unit);
      const result = fit(data, families[family], { start, devianceChange });
      last = { weights, data, result };
      if (typeof result !== "string") start ??= result.coefficients;
    }
    return last;
  };
  return {
    names: kept.map((column) => matrix.names[column]!),
    usable: matrix.usable,
    kept,
    dropped,
    fitAt,
    valueAt(weights) {
      const { result } = fitAt(weights);
      return typeof result === "string"
        ? new Float64Array(kept.length).fill(Number.NaN)
        : result.coefficients;
    },
    scoresAt(weights) {
      const { data, result } = fitAt(weights);
      const scores = kept.map(() => new Float64Array(weights.length));
      if (typeof result !== "string") addInfluences(scores, data, result);
      return scores;
    },
  };
}

function fitRows(
  outcome: Float64Array,
  columns: readonly Float64Array[],
  weights: Float64Array,
  unit: number,
): FitRows {
  const rows = placesAboveZero(weights);
  const here = (list: Float64Array) => Float64Array.from(rows, (row) => list[row]!);
  return { rows, outcome: here(outcome), weights: here(weights), unit, columns: columns.map(here) };
}

/** ∂β/∂w = (Σ w x xᵀ dμ/dη)⁻¹ x (y − μ), for links whose slope is the variance of the outcome. */
function addInfluences(scores: readonly Float64Array[], data: FitRows, fitted: Fit): void {
  scores.forEach((score, j) => {
    const inverse = fitted.inverseInformation[j]!;
    data.rows.forEach((row, i) => {
      let direction = 0;
      for (let k = 0; k < inverse.length; k++) direction += inverse[k]! * data.columns[k]![i]!;
      score[row] = direction * fitted.residuals[i]!;
    });
  });
}

function placesAboveZero(weights: Float64Array): Int32Array {
  const places: number[] = [];
  for (let row = 0; row < weights.length; row++) if (weights[row]! > 0) places.push(row);
  return Int32Array.from(places);
}

function areSame(a: Float64Array, b: Float64Array): boolean {
  return a === b || (a.length === b.length && a.every((weight, row) => weight === b[row]));
}
