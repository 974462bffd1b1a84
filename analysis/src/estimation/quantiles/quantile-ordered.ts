import { orderOf } from "./quantile-order.ts";
import { runningSum } from "./quantile-running-sum.ts";

/** Answers of positive weight in the order of their size, with the weight up to and with each. */
export interface Ordered {
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly cumulative: Float64Array;
  /** Σ w in the order of the rows. */
  readonly total: number;
}

/**
 * @param values  one number per row
 * @param order   rows in the order of their values
 * @param weights one per row; rows of weight zero are left out
 */
export function ordered(values: Float64Array, order: Int32Array, weights: Float64Array): Ordered {
  const inOrder = new Float64Array(order.length);
  const ofThem = new Float64Array(order.length);
  let count = 0;
  for (const row of order) {
    if (!(weights[row]! > 0)) continue;
    inOrder[count] = values[row]!;
    ofThem[count++] = weights[row]!;
  }
  const kept = ofThem.slice(0, count);
  return {
    values: inOrder.slice(0, count),
    weights: kept,
    cumulative: runningSum(kept),
    total: totalInRowOrder(order, weights, count),
  };
}

function totalInRowOrder(order: Int32Array, weights: Float64Array, count: number): number {
  if (count === 0) return 0;
  const inRows = Float64Array.from(order.toSorted(), (row) => weights[row]!);
  return runningSum(inRows)[inRows.length - 1]!;
}

/** The same with one entry for each different value. */
export function distinct({ values, weights }: Ordered): Ordered {
  const kept: number[] = [];
  const sums: number[] = [];
  for (let start = 0, end = 0; start < values.length; start = end) {
    while (end < values.length && values[end] === values[start]) end++;
    kept.push(values[start]!);
    sums.push(runningSum(weights.subarray(start, end))[end - start - 1]!);
  }
  const ofThem = Float64Array.from(sums);
  const cumulative = runningSum(ofThem);
  return { values: Float64Array.from(kept), weights: ofThem, cumulative, total: cumulative.at(-1) ?? 0 };
}

/** Answers of positive weight in the order of their size; missing ones (NaN) are left out. */
export function weightedDistribution(values: Float64Array, weights: Float64Array): Ordered {
  return ordered(values, orderOf(values), weights);
}
