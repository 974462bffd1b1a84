import type { Cell, FactorModel } from "./factor-model.ts";
import { invertPositive, submatrix, timesVector } from "./factor-positive.ts";
import type { PairwiseMoments } from "./factor-start.ts";

/** Share of the first item's variance that its factor has at least, in bounds of loadings. */
const LEAST_SHARE = 0.1;

/**
 * Starting values as lavaan takes them: loadings by FABIN 3, half of every variance left over, factor variances of
 * 0.05; a parameter that groups share starts at the mean of theirs.
 *
 * @source Hägglund (1982), Factor analysis by instrumental variables methods, Psychometrika 47
 */
export function startingValuesAsLavaan(
  model: FactorModel,
  moments: readonly PairwiseMoments[],
): Float64Array {
  const theta = new Float64Array(model.parameters);
  const unit = model.identification === "unit-variance";
  const p = model.items.length;
  const loadings = moments.map(({ covariance }) =>
    model.factors.map(({ items }) => {
      const at = Int32Array.from(items, (item) => model.items.indexOf(item));
      return { at, values: fabin(submatrix(covariance, p, at), at.length, unit) };
    }),
  );
  const shares = new Float64Array(model.parameters);
  for (const cell of model.cells) {
    if (cell.parameter < 0) continue;
    const { mean, covariance } = moments[cell.group]!;
    const own = cell.kind === "loading" ? loadings[cell.group]![cell.column]! : undefined;
    const start = own ? own.values[own.at.indexOf(cell.row)]! : startOf(cell, mean, covariance);
    theta[cell.parameter] = theta[cell.parameter]! + start;
    shares[cell.parameter] = shares[cell.parameter]! + 1;
  }
  return theta.map((sum, i) => sum / shares[i]!);
}

function startOf({ kind, row, column }: Cell, mean: Float64Array, covariance: Float64Array): number {
  if (kind === "residual") return 0.5 * covariance[row * (mean.length + 1)]!;
  if (kind === "intercept") return mean[row]!;
  return kind === "factor-covariance" && row === column ? 0.05 : 0;
}

/** Loadings of one factor in units of the first item, or of a factor of variance 1. */
function fabin(covariance: Float64Array, size: number, unit: boolean): Float64Array {
  if (size < 3) return new Float64Array(size).fill(unit ? 0.7 : 1);
  if (size === 3) return triad(covariance, unit);
  const loadings = Float64Array.from({ length: size }, (_, i) =>
    i === 0 ? 1 : instrumental(covariance, size, i),
  );
  for (let i = 1; i < size; i++)
    loadings[i] = bounded(loadings[i]!, covariance[i * (size + 1)]!, covariance[0]!);
  if (!unit) return loadings;
  const variance = factorVariance(covariance, loadings);
  return loadings.map((loading) => loading * Math.sign(variance) * Math.sqrt(Math.abs(variance)));
}

/** Item i on the first item, with the others as instruments. */
function instrumental(covariance: Float64Array, size: number, i: number): number {
  const others = Int32Array.from(Array.from({ length: size }, (_, k) => k).filter((k) => k !== 0 && k !== i));
  const withFirst = Float64Array.from(others, (k) => covariance[k * size]!);
  const inverse = invertPositive(submatrix(covariance, size, others), others.length)?.inverse;
  const weights = inverse ? timesVector(inverse, withFirst) : withFirst;
  let [above, below] = [0, 0];
  others.forEach((k, a) => {
    above += covariance[i * size + k]! * weights[a]!;
    below += withFirst[a]! * weights[a]!;
  });
  return above / below;
}

function bounded(loading: number, variance: number, first: number): number {
  const bound = Math.sqrt(variance / (LEAST_SHARE * first));
  return Math.min(Math.max(-bound, loading), bound);
}

/** Factor variance that goes with loadings, residual variances by least squares. */
function factorVariance(covariance: Float64Array, loadings: Float64Array): number {
  const size = loadings.length;
  const squares = loadings.reduce((sum, loading) => sum + loading ** 2, 0);
  const projection = (i: number, j: number) => (loadings[i]! * loadings[j]!) / squares;
  let common = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) common += loadings[i]! * covariance[i * size + j]! * loadings[j]!;
  const system = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    right[i] = covariance[i * (size + 1)]! - (loadings[i]! ** 2 * common) / squares ** 2;
    for (let j = 0; j < size; j++) system[i * size + j] = (i === j ? 1 : 0) - projection(i, j) ** 2;
  }
  const inverse = invertPositive(system, size)?.inverse;
  if (!inverse) return common / squares ** 2;
  const residuals = timesVector(inverse, right);
  return (common - residuals.reduce((sum, value, i) => sum + value * loadings[i]! ** 2, 0)) / squares ** 2;
}

/** Three items: the exact solution, kept in bounds. */
function triad(covariance: Float64Array, unit: boolean): Float64Array {
  const [s11, s22, s33] = [covariance[0]!, covariance[4]!, covariance[8]!];
  const [s21, s31, s32] = [covariance[3]!, covariance[6]!, covariance[7]!];
  if (s21 * s31 * s32 < 0) return new Float64Array(3).fill(unit ? 0.7 : 1);
  const variance = Math.min(Math.max((s21 * s31) / s32, LEAST_SHARE * s11), s11);
  const loadings = Float64Array.of(1, bounded(s32 / s31, s22, s11), bounded(s32 / s21, s33, s11));
  return unit ? loadings.map((loading) => loading * Math.sqrt(variance)) : loadings;
}
