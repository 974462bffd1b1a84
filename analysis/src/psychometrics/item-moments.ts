import { sumOf } from "../numerics/index.ts";
import type { ItemAnswers } from "./factor-items.ts";
import { NotEstimableError } from "./not-estimable.ts";

/** "listwise": those who answered every item. "pairwise": for each pair of items, those who answered both. */
export type PairRule = "listwise" | "pairwise";

/** Respondents (by row) who answered every item. */
export function completeRows({ values }: ItemAnswers): number[] {
  const rows = values[0]?.length ?? 0;
  return Array.from({ length: rows }, (_, row) => row).filter((row) =>
    values.every((column) => !Number.isNaN(column[row]!)),
  );
}

/** The answers of those who answered every item. */
export function completeAnswers(answers: ItemAnswers): ItemAnswers {
  const rows = completeRows(answers);
  const values = answers.values.map((column) => Float64Array.from(rows, (row) => column[row]!));
  return { names: answers.names, values };
}

/** Sample covariance (divisor n − 1) over the rows in which both have a value; NaN with fewer than two. */
export function covarianceOf(a: Float64Array, b: Float64Array): number {
  let [n, sumA, sumB] = [0, 0, 0];
  for (let row = 0; row < a.length; row++)
    if (!Number.isNaN(a[row]! + b[row]!)) {
      n++;
      sumA += a[row]!;
      sumB += b[row]!;
    }
  const [meanA, meanB] = [sumA / n, sumB / n];
  let products = 0;
  for (let row = 0; row < a.length; row++)
    if (!Number.isNaN(a[row]! + b[row]!)) products += (a[row]! - meanA) * (b[row]! - meanB);
  return n > 1 ? products / (n - 1) : Number.NaN;
}

/** Pearson's correlation over the rows in which both have a value. */
export function correlationOf(a: Float64Array, b: Float64Array): number {
  const both = a.map((value, row) => (Number.isNaN(b[row]!) ? Number.NaN : value));
  const same = b.map((value, row) => (Number.isNaN(a[row]!) ? Number.NaN : value));
  return covarianceOf(both, same) / Math.sqrt(covarianceOf(both, both) * covarianceOf(same, same));
}

/**
 * Covariances of the items, row by row of the matrix.
 *
 * @throws NotEstimableError when an item never varies or two items were never answered together
 */
export function covariancesOf(answers: ItemAnswers, missing: PairRule): Float64Array[] {
  const { names, values } = missing === "listwise" ? completeAnswers(answers) : answers;
  requireItems(names, values);
  return values.map((a, i) =>
    Float64Array.from(values, (b, j) => {
      const covariance = covarianceOf(a, b);
      if (Number.isFinite(covariance)) return covariance;
      throw new NotEstimableError(
        "too-few-respondents",
        `Fewer than two people answered both "${names[i]}" and "${names[j]}". Collect more answers or leave one of the two out.`,
      );
    }),
  );
}

function requireItems(names: readonly string[], values: readonly Float64Array[]): void {
  if (names.length < 2)
    throw new NotEstimableError(
      "too-few-items",
      "A scale needs at least two items. Name the items that are meant to measure the same thing.",
    );
  values.forEach((column, i) => {
    const answered = column.filter((value) => !Number.isNaN(value));
    if (answered.length < 2)
      throw new NotEstimableError(
        answered.length === 0 ? "everyone-missing" : "too-few-respondents",
        `Only ${answered.length} respondents have an answer to "${names[i]}" that can be used. Collect more answers or leave the item out.`,
      );
    if (answered.every((value) => value === answered[0]))
      throw new NotEstimableError(
        "constant-item",
        `Everyone gave the same answer to "${names[i]}", so it is related to nothing. Leave the item out.`,
      );
  });
}

/** Correlations that belong to covariances. */
export function correlationsFrom(covariances: readonly Float64Array[]): Float64Array[] {
  const deviation = covariances.map((row, i) => Math.sqrt(row[i]!));
  return covariances.map((row, i) =>
    row.map((value, j) => (i === j ? 1 : value / (deviation[i]! * deviation[j]!))),
  );
}

/** The matrix without one row and column. */
export function without(matrix: readonly Float64Array[], left: number): Float64Array[] {
  return matrix.filter((_, i) => i !== left).map((row) => row.filter((_, j) => j !== left));
}

/** Sum of all entries of a matrix. */
export function grandTotal(matrix: readonly Float64Array[]): number {
  return sumOf(matrix.map(sumOf));
}

export function traceOf(matrix: readonly Float64Array[]): number {
  return sumOf(matrix.map((row, i) => row[i]!));
}

export function meanOf(values: Float64Array): number {
  return sumOf(values) / values.length;
}

/** By row: Σ of the squares beside the diagonal. */
export function squaresOffDiagonal(matrix: readonly Float64Array[]): Float64Array {
  return Float64Array.from(matrix, (row, i) => sumOf(row.map((r, j) => (i === j ? 0 : r * r))));
}

/** Entries below the diagonal. */
export function belowDiagonal(matrix: readonly Float64Array[]): number[] {
  return matrix.flatMap((row, i) => Array.from(row.subarray(0, i)));
}
