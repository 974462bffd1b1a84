import { dot } from "./vectors.ts";

/** Columns rebuilt as orthonormal ones: column j of the original = Σ over i ≤ j of `factors[j][i]` × `basis[i]`. */
export interface Orthogonal {
  /** Which of the given columns were kept, in their order. */
  readonly kept: readonly number[];
  /** Those that the kept ones before them already explain (aliased). */
  readonly dropped: readonly number[];
  /** Orthonormal columns, one per kept column. */
  readonly basis: readonly Float64Array[];
  /** By kept column j: its coordinates along basis 0 … j. */
  readonly factors: readonly Float64Array[];
}

/**
 * QR decomposition that keeps the order of the columns and leaves out those that depend on earlier ones.
 * Ours because `ml-matrix` has no QR that finds the rank in the order given, and keeps one object per row.
 *
 * @param columns of equal length; not changed
 * @param tolerance a column is dropped when less than this share of its length is new; default as R `glm`
 * @source Björck (1996), Numerical Methods for Least Squares Problems, §2.4 (modified Gram–Schmidt, done twice)
 */
export function orthogonalise(columns: readonly Float64Array[], tolerance = 1e-11): Orthogonal {
  const [kept, dropped]: [number[], number[]] = [[], []];
  const [basis, factors]: [Float64Array[], Float64Array[]] = [[], []];
  columns.forEach((column, j) => {
    const rest = column.slice();
    const factor = new Float64Array(basis.length + 1);
    for (let round = 0; round < 2; round++)
      basis.forEach((direction, i) => {
        const share = dot(direction, rest);
        factor[i]! += share;
        for (let row = 0; row < rest.length; row++) rest[row]! -= share * direction[row]!;
      });
    const left = Math.sqrt(dot(rest, rest));
    if (!(left > tolerance * Math.sqrt(dot(column, column)))) {
      dropped.push(j);
      return;
    }
    factor[basis.length] = left;
    for (let row = 0; row < rest.length; row++) rest[row]! /= left;
    kept.push(j);
    basis.push(rest);
    factors.push(factor);
  });
  return { kept, dropped, basis, factors };
}

/** Coefficients of the kept columns that come nearest to a column (least squares). */
export function coefficientsOf({ basis, factors }: Orthogonal, column: Float64Array): Float64Array {
  const rest = column.slice();
  const shares = new Float64Array(basis.length);
  basis.forEach((direction, i) => {
    shares[i] = dot(direction, rest);
    for (let row = 0; row < rest.length; row++) rest[row]! -= shares[i]! * direction[row]!;
  });
  return backSubstituted(factors, shares);
}

/** Inverse of the triangular factor by rows: row j times the basis gives the columns' coefficients. */
export function inverseFactor({ factors }: Orthogonal): Float64Array[] {
  return factors.map((_, i) => {
    const unit = new Float64Array(factors.length);
    unit[i] = 1;
    return backSubstituted(factors, unit);
  });
}

function backSubstituted(factors: readonly Float64Array[], shares: Float64Array): Float64Array {
  const solution = shares.slice();
  for (let j = solution.length - 1; j >= 0; j--) {
    solution[j]! /= factors[j]![j]!;
    for (let i = 0; i < j; i++) solution[i]! -= factors[j]![i]! * solution[j]!;
  }
  return solution;
}
