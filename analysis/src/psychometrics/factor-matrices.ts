import type { Cell, FactorModel } from "./factor-model.ts";

/** The matrices of one group at given parameter values, row by row: items p, factors m. */
export interface GroupMatrices {
  /** p × m */
  readonly loadings: Float64Array;
  /** m × m */
  readonly factorCovariance: Float64Array;
  readonly residuals: Float64Array;
  readonly intercepts: Float64Array;
  readonly factorMeans: Float64Array;
  /** Loadings times factor covariances, p × m. */
  readonly spread: Float64Array;
  /** Model-implied covariances of the items, p × p. */
  readonly covariance: Float64Array;
  /** Model-implied means of the items. */
  readonly mean: Float64Array;
}

export function matricesOf(model: FactorModel, theta: Float64Array, group: number): GroupMatrices {
  const [p, m] = [model.items.length, model.factors.length];
  const loadings = new Float64Array(p * m);
  const factorCovariance = new Float64Array(m * m);
  const residuals = new Float64Array(p);
  const intercepts = new Float64Array(p);
  const factorMeans = new Float64Array(m);
  for (const cell of model.cells) {
    if (cell.group !== group) continue;
    const value = cellValue(cell, theta);
    if (cell.kind === "loading") loadings[cell.row * m + cell.column] = value;
    else if (cell.kind === "residual") residuals[cell.row] = value;
    else if (cell.kind === "intercept") intercepts[cell.row] = value;
    else if (cell.kind === "factor-mean") factorMeans[cell.row] = value;
    else {
      factorCovariance[cell.row * m + cell.column] = value;
      factorCovariance[cell.column * m + cell.row] = value;
    }
  }
  const spread = times(loadings, factorCovariance, p, m);
  const covariance = impliedCovariance(loadings, spread, residuals, m);
  const mean = intercepts.map((intercept, i) => {
    let sum = intercept;
    for (let k = 0; k < m; k++) sum += loadings[i * m + k]! * factorMeans[k]!;
    return sum;
  });
  return { loadings, factorCovariance, residuals, intercepts, factorMeans, spread, covariance, mean };
}

export function cellValue(cell: Cell, theta: Float64Array): number {
  return cell.parameter < 0 ? cell.fixed : theta[cell.parameter]!;
}

function times(left: Float64Array, square: Float64Array, p: number, m: number): Float64Array {
  const product = new Float64Array(p * m);
  for (let i = 0; i < p; i++)
    for (let k = 0; k < m; k++)
      for (let l = 0; l < m; l++)
        product[i * m + k] = product[i * m + k]! + left[i * m + l]! * square[l * m + k]!;
  return product;
}

function impliedCovariance(
  loadings: Float64Array,
  spread: Float64Array,
  residuals: Float64Array,
  m: number,
): Float64Array {
  const p = residuals.length;
  const covariance = new Float64Array(p * p);
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) {
      let sum = i === j ? residuals[i]! : 0;
      for (let k = 0; k < m; k++) sum += spread[i * m + k]! * loadings[j * m + k]!;
      covariance[i * p + j] = sum;
    }
  return covariance;
}
