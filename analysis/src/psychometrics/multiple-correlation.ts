import { inverseOf } from "../numerics/index.ts";
import { NotEstimableError } from "./not-estimable.ts";

/** Squared multiple correlation of each item with all others, from their correlations; undefined where one follows from others. */
export function squaredMultipleCorrelations(correlations: readonly Float64Array[]): Float64Array | undefined {
  const inverse = inverseOf(correlations);
  return inverse && Float64Array.from(inverse, (row, i) => 1 - 1 / row[i]!);
}

/** @throws NotEstimableError when the matrix is singular */
export function inverseCorrelations(correlations: readonly Float64Array[]): Float64Array[] {
  const inverse = inverseOf(correlations);
  if (inverse) return inverse;
  throw new NotEstimableError(
    "dependent-items",
    "One item follows exactly from the others (such as a sum of them, or the same answers twice). Leave one of them out.",
  );
}
