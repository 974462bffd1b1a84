/** A positive definite matrix turned round, with the logarithm of its determinant. */
export interface Inverted {
  readonly inverse: Float64Array;
  readonly logDeterminant: number;
}

/**
 * Inverse and log-determinant of a matrix given row by row, of which the lower half counts; undefined where it is not
 * positive definite. By Cholesky on one flat array: full-information likelihoods invert a matrix per pattern of missing
 * answers and step, and ml-matrix, which solves against a unit matrix row object by row object, takes ten times as long
 * at 30 items.
 */
export function invertPositive(values: Float64Array, size: number): Inverted | undefined {
  const root = values.slice();
  let logDeterminant = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++)
      root[i * size + j] = (root[i * size + j]! - rowProduct(root, size, i, j)) / root[j * size + j]!;
    const pivot = root[i * size + i]! - rowProduct(root, size, i, i);
    // Not `pivot <= …`: a NaN must end here too.
    if (!(pivot > 1e-14 * values[i * size + i]!)) return undefined;
    root[i * size + i] = Math.sqrt(pivot);
    logDeterminant += Math.log(pivot);
  }
  return { inverse: gramOf(invertLower(root, size), size), logDeterminant };
}

/** Product of two rows up to the diagonal of the second. */
function rowProduct(lower: Float64Array, size: number, i: number, j: number): number {
  let sum = 0;
  for (let k = 0, a = i * size, b = j * size; k < j; k++, a++, b++) sum += lower[a]! * lower[b]!;
  return sum;
}

/** Inverse of a lower triangle, row by row. */
function invertLower(lower: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const diagonal = lower[i * size + i]!;
    for (let k = 0; k < i; k++) {
      const factor = -lower[i * size + k]! / diagonal;
      for (let j = 0, to = i * size, from = k * size; j <= k; j++, to++, from++)
        inverse[to] = inverse[to]! + factor * inverse[from]!;
    }
    inverse[i * size + i] = 1 / diagonal;
  }
  return inverse;
}

/** L'L for a lower triangle L. */
function gramOf(lower: Float64Array, size: number): Float64Array {
  const gram = new Float64Array(size * size);
  for (let k = 0; k < size; k++)
    for (let i = 0; i <= k; i++) {
      const factor = lower[k * size + i]!;
      for (let j = 0, to = i * size, from = k * size; j <= i; j++, to++, from++)
        gram[to] = gram[to]! + factor * lower[from]!;
    }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) gram[j * size + i] = gram[i * size + j]!;
  return gram;
}

/** Rows and columns of a square matrix at the given places. */
export function submatrix(values: Float64Array, size: number, at: Int32Array): Float64Array {
  if (at.length === size) return values;
  const part = new Float64Array(at.length ** 2);
  for (let i = 0; i < at.length; i++)
    for (let j = 0; j < at.length; j++) part[i * at.length + j] = values[at[i]! * size + at[j]!]!;
  return part;
}

/** Product of a square matrix, row by row, and a vector. */
export function timesVector(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return vector.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += matrix[i * size + j]! * vector[j]!;
    return sum;
  });
}
