import { CholeskyDecomposition, Matrix } from "ml-matrix";

/** A positive definite matrix turned round, with the logarithm of its determinant. */
export interface Inverted {
  readonly inverse: Float64Array;
  readonly logDeterminant: number;
}

/** Inverse and log-determinant of a matrix given row by row, of which the lower half counts; undefined where it is not positive definite. */
export function invertPositive(values: Float64Array, size: number): Inverted | undefined {
  if (!values.every(Number.isFinite)) return undefined;
  const cholesky = new CholeskyDecomposition(symmetricMatrix(values, size));
  if (!cholesky.isPositiveDefinite()) return undefined;
  const lower = cholesky.lowerTriangularMatrix;
  let logDeterminant = 0;
  for (let i = 0; i < size; i++) logDeterminant += 2 * Math.log(lower.get(i, i));
  const inverse = Float64Array.from(cholesky.solve(Matrix.eye(size)).to1DArray());
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) inverse[j * size + i] = inverse[i * size + j]!;
  return { inverse, logDeterminant };
}

/** The lower half and its mirror image: rounding leaves products of matrices uneven in the last digit. */
export function symmetricMatrix(values: Float64Array, size: number): Matrix {
  const matrix = new Matrix(size, size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      matrix.set(i, j, values[i * size + j]!);
      matrix.set(j, i, values[i * size + j]!);
    }
  return matrix;
}

/** Rows and columns of a square matrix at the given places. */
export function submatrix(values: Float64Array, size: number, at: Int32Array): Float64Array {
  if (at.length === size) return values;
  const part = new Float64Array(at.length ** 2);
  for (let i = 0; i < at.length; i++)
    for (let j = 0; j < at.length; j++) part[i * at.length + j] = values[at[i]! * size + at[j]!]!;
  return part;
}
