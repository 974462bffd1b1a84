import { EigenvalueDecomposition, Matrix } from "ml-matrix";

/** A symmetric matrix by rows; only its symmetric part is used. */
export type Symmetric = readonly ArrayLike<number>[];

/** A symmetric matrix taken apart. */
export interface Spectrum {
  /** Ascending. */
  readonly values: Float64Array;
  /** By value: its unit vector. */
  readonly vectors: readonly Float64Array[];
}

/** Eigenvalues and eigenvectors of a symmetric matrix. @throws RangeError for a matrix with NaN or Infinity */
export function spectrum(matrix: Symmetric): Spectrum {
  if (matrix.length === 0) return { values: new Float64Array(0), vectors: [] };
  const rows = matrix.map((row) => Array.from(row));
  if (!rows.every((row) => row.every(Number.isFinite)))
    throw new RangeError("The matrix has missing or infinite entries, so it has no eigenvalues.");
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(rows), {
    assumeSymmetric: true,
  });
  return {
    values: Float64Array.from(realEigenvalues),
    vectors: realEigenvalues.map((_, i) => Float64Array.from(eigenvectorMatrix.getColumn(i))),
  };
}

/**
 * Inverse of a symmetric matrix of full rank, whatever the units of its rows: it is scaled to a unit diagonal first.
 *
 * @returns undefined when the scaled matrix has an eigenvalue below `tolerance` times the largest (singular), or a
 *   zero on its diagonal, or missing entries
 */
export function inverseOf(matrix: Symmetric, tolerance = 1e-12): Float64Array[] | undefined {
  const scale = Float64Array.from(matrix, (row, i) => 1 / Math.sqrt(Math.abs(row[i]!)));
  if (!scale.every(Number.isFinite)) return undefined;
  const scaled = matrix.map((row, i) => Float64Array.from(row, (x, j) => x * scale[i]! * scale[j]!));
  if (!scaled.every((row) => row.every(Number.isFinite))) return undefined;
  const { values, vectors } = spectrum(scaled);
  const largest = Math.max(...values.map(Math.abs));
  if (values.some((value) => !(Math.abs(value) > tolerance * largest))) return undefined;
  return scaled.map((row, i) =>
    row.map((_, j) => {
      const sum = values.reduce((total, value, k) => total + (vectors[k]![i]! * vectors[k]![j]!) / value, 0);
      return sum * scale[i]! * scale[j]!;
    }),
  );
}

/** Σ Σ xᵢ Mᵢⱼ xⱼ. */
export function quadraticForm(x: ArrayLike<number>, matrix: Symmetric): number {
  let sum = 0;
  matrix.forEach((row, i) => {
    for (let j = 0; j < row.length; j++) sum += x[i]! * row[j]! * x[j]!;
  });
  return sum;
}
