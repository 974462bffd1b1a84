import type { MomentBlock } from "./factor-items.ts";
import type { GroupMatrices } from "./factor-matrices.ts";
import type { FactorModel } from "./factor-model.ts";
import type { Inverted } from "./factor-positive.ts";

/** All that a block of respondents says about the columns of V = [I, ΛΨ, Λ], each width × width. */
export interface BasisProducts {
  readonly width: number;
  /** V' Σ⁻¹ V */
  readonly gram: Float64Array;
  /** V' (Σ⁻¹ D Σ⁻¹ − Σ⁻¹) V, D the observed covariances around the implied means */
  readonly lack: Float64Array;
  /** V' Σ⁻¹ (mean − implied mean) */
  readonly pull: Float64Array;
}

export function basisProducts(
  model: FactorModel,
  matrices: GroupMatrices,
  block: MomentBlock,
  { inverse }: Inverted,
  deviation: Float64Array,
): BasisProducts {
  const [p, m, size] = [model.items.length, model.factors.length, block.observed.length];
  const width = p + 2 * m;
  const basis = new Float64Array(size * width);
  for (let i = 0; i < size; i++) {
    const item = block.observed[i]!;
    basis[i * width + item] = 1;
    for (let k = 0; k < m; k++) {
      basis[i * width + p + k] = matrices.spread[item * m + k]!;
      basis[i * width + p + m + k] = matrices.loadings[item * m + k]!;
    }
  }
  const observed = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      observed[i * size + j] = block.covariance[i * size + j]! + deviation[i]! * deviation[j]!;
  // Basis columns are mostly unit vectors: products with V' cost little.
  const solved = product(inverse, basis, size, size, width);
  const gram = crossProduct(basis, solved, size, width);
  const lack = crossProduct(solved, product(observed, solved, size, size, width), size, width);
  for (let at = 0; at < lack.length; at++) lack[at] = lack[at]! - gram[at]!;
  const pull = new Float64Array(width);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < width; k++) pull[k] = pull[k]! + solved[i * width + k]! * deviation[i]!;
  return { width, gram, lack, pull };
}

function product(
  left: Float64Array,
  right: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): Float64Array {
  const result = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < inner; k++) {
      const factor = left[i * inner + k]!;
      if (factor === 0) continue;
      for (let j = 0, to = i * columns, from = k * columns; j < columns; j++, to++, from++)
        result[to] = result[to]! + factor * right[from]!;
    }
  return result;
}

function crossProduct(left: Float64Array, right: Float64Array, rows: number, columns: number): Float64Array {
  const result = new Float64Array(columns * columns);
  for (let k = 0; k < rows; k++)
    for (let i = 0; i < columns; i++) {
      const factor = left[k * columns + i]!;
      if (factor === 0) continue;
      for (let j = 0, to = i * columns, from = k * columns; j < columns; j++, to++, from++)
        result[to] = result[to]! + factor * right[from]!;
    }
  return result;
}
