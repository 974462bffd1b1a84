import type { MomentBlock } from "./factor-items.ts";
import { type GroupMatrices, matricesOf } from "./factor-matrices.ts";
import type { Cell, FactorModel } from "./factor-model.ts";
import { type Inverted, invertPositive, submatrix } from "./factor-positive.ts";

/** Log-likelihood at given parameters, with its gradient and expected information. */
export interface LikelihoodAt {
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  /** Expected information, row by row. */
  readonly information: Float64Array;
}

const LOG_TWO_PI = Math.log(2 * Math.PI);

/** Normal log-likelihood of the blocks; undefined where an implied covariance matrix is not positive definite. */
export function logLikelihoodAt(
  model: FactorModel,
  theta: Float64Array,
  blocks: readonly MomentBlock[],
): number | undefined {
  let sum = 0;
  const groups = Array.from({ length: model.groups }, (_, group) => matricesOf(model, theta, group));
  for (const block of blocks) {
    const group = groups[block.group]!;
    const inverted = invertPositive(
      submatrix(group.covariance, model.items.length, block.observed),
      block.observed.length,
    );
    if (!inverted) return undefined;
    sum += blockLogLikelihood(block, inverted, deviations(block, group, model.meanStructure));
  }
  return sum;
}

/**
 * Every derivative of an implied covariance matrix is c (u v' + v u') and every derivative of an implied mean a multiple
 * of u, with u and v columns of V = [I, ΛΨ, Λ]. So V' Σ⁻¹ V holds all that gradient and information need.
 *
 * @source Lee & Jennrich (1979), A study of algorithms for covariance structure analysis, Psychometrika 44
 */
export function likelihoodAt(
  model: FactorModel,
  theta: Float64Array,
  blocks: readonly MomentBlock[],
): LikelihoodAt | undefined {
  const gradient = new Float64Array(model.parameters);
  const information = new Float64Array(model.parameters ** 2);
  let logLikelihood = 0;
  for (let group = 0; group < model.groups; group++) {
    const matrices = matricesOf(model, theta, group);
    const slopes = slopesOf(model, matrices, group);
    for (const block of blocks) {
      if (block.group !== group) continue;
      const size = block.observed.length;
      const inverted = invertPositive(
        submatrix(matrices.covariance, model.items.length, block.observed),
        size,
      );
      if (!inverted) return undefined;
      const deviation = deviations(block, matrices, model.meanStructure);
      logLikelihood += blockLogLikelihood(block, inverted, deviation);
      const products = basisProducts(model, matrices, block, inverted, deviation);
      addGradient(slopes, products, block.respondents, gradient);
      addInformation(slopes, products, block.respondents, model.parameters, information);
    }
  }
  return { logLikelihood, gradient, information };
}

/** How one free cell moves the implied moments: covariance by c (u v' + v u'), mean by `shift` times column u. */
interface Slope {
  readonly parameter: number;
  readonly left: number;
  readonly right: number;
  readonly factor: number;
  readonly shift: number;
}

function slopesOf(model: FactorModel, matrices: GroupMatrices, group: number): Slope[] {
  return model.cells
    .filter((cell) => cell.group === group && cell.parameter >= 0)
    .map((cell) => slopeOf(cell, model, matrices));
}

function slopeOf(cell: Cell, model: FactorModel, matrices: GroupMatrices): Slope {
  const [p, m] = [model.items.length, model.factors.length];
  const { parameter, row, column } = cell;
  if (cell.kind === "loading")
    return { parameter, left: row, right: p + column, factor: 1, shift: matrices.factorMeans[column]! };
  if (cell.kind === "residual") return { parameter, left: row, right: row, factor: 0.5, shift: 0 };
  if (cell.kind === "intercept") return { parameter, left: row, right: row, factor: 0, shift: 1 };
  if (cell.kind === "factor-mean")
    return { parameter, left: p + m + row, right: p + m + row, factor: 0, shift: 1 };
  return { parameter, left: p + m + row, right: p + m + column, factor: row === column ? 0.5 : 1, shift: 0 };
}

interface BasisProducts {
  readonly width: number;
  /** V' Σ⁻¹ V */
  readonly gram: Float64Array;
  /** V' (Σ⁻¹ D Σ⁻¹ − Σ⁻¹) V, D the observed covariances around the implied means */
  readonly lack: Float64Array;
  /** V' Σ⁻¹ (mean − implied mean) */
  readonly pull: Float64Array;
}

function basisProducts(
  model: FactorModel,
  matrices: GroupMatrices,
  block: MomentBlock,
  { inverse }: Inverted,
  deviation: Float64Array,
): BasisProducts {
  const [p, m, size] = [model.items.length, model.factors.length, block.observed.length];
  const width = p + 2 * m;
  const basis = new Float64Array(size * width);
  block.observed.forEach((item, i) => {
    basis[i * width + item] = 1;
    for (let k = 0; k < m; k++) {
      basis[i * width + p + k] = matrices.spread[item * m + k]!;
      basis[i * width + p + m + k] = matrices.loadings[item * m + k]!;
    }
  });
  const solved = multiply(inverse, basis, size, size, width);
  const gram = multiplyLeftTransposed(basis, solved, size, width);
  const observed = block.covariance.map(
    (value, at) => value + deviation[Math.floor(at / size)]! * deviation[at % size]!,
  );
  const lack = multiplyLeftTransposed(solved, multiply(observed, solved, size, size, width), size, width);
  for (let at = 0; at < lack.length; at++) lack[at] = lack[at]! - gram[at]!;
  const pull = new Float64Array(width);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < width; k++) pull[k] = pull[k]! + solved[i * width + k]! * deviation[i]!;
  return { width, gram, lack, pull };
}

function addGradient(
  slopes: readonly Slope[],
  { width, lack, pull }: BasisProducts,
  n: number,
  gradient: Float64Array,
): void {
  for (const { parameter, left, right, factor, shift } of slopes)
    gradient[parameter] =
      gradient[parameter]! + n * (factor * lack[left * width + right]! + shift * pull[left]!);
}

function addInformation(
  slopes: readonly Slope[],
  { width, gram }: BasisProducts,
  n: number,
  parameters: number,
  information: Float64Array,
): void {
  for (const a of slopes)
    for (const b of slopes) {
      const crossed =
        gram[a.left * width + b.left]! * gram[a.right * width + b.right]! +
        gram[a.left * width + b.right]! * gram[a.right * width + b.left]!;
      const at = a.parameter * parameters + b.parameter;
      information[at] =
        information[at]! +
        n * (a.factor * b.factor * crossed + a.shift * b.shift * gram[a.left * width + b.left]!);
    }
}

function deviations(block: MomentBlock, group: GroupMatrices, meanStructure: boolean): Float64Array {
  return block.mean.map((mean, i) => (meanStructure ? mean - group.mean[block.observed[i]!]! : 0));
}

/** Log-likelihood of n respondents with these means and covariances around N(mean − deviation, Σ). */
export function blockLogLikelihood(
  block: MomentBlock,
  { inverse, logDeterminant }: Inverted,
  deviation: Float64Array,
): number {
  const size = deviation.length;
  let distance = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      distance += inverse[i * size + j]! * (block.covariance[i * size + j]! + deviation[i]! * deviation[j]!);
  return (-block.respondents / 2) * (size * LOG_TWO_PI + logDeterminant + distance);
}

function multiply(
  left: Float64Array,
  right: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): Float64Array {
  const product = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < inner; k++) {
      const factor = left[i * inner + k]!;
      if (factor === 0) continue;
      for (let j = 0; j < columns; j++)
        product[i * columns + j] = product[i * columns + j]! + factor * right[k * columns + j]!;
    }
  return product;
}

function multiplyLeftTransposed(
  left: Float64Array,
  right: Float64Array,
  rows: number,
  columns: number,
): Float64Array {
  const product = new Float64Array(columns * columns);
  for (let k = 0; k < rows; k++)
    for (let i = 0; i < columns; i++) {
      const factor = left[k * columns + i]!;
      if (factor === 0) continue;
      for (let j = 0; j < columns; j++)
        product[i * columns + j] = product[i * columns + j]! + factor * right[k * columns + j]!;
    }
  return product;
}
