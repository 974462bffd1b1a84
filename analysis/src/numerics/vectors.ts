/** Σ aᵢ bᵢ over lists of equal length, from the first entry on. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Sum of numbers in their order. */
export function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Σ amount by code 0 … count-1; entries with a negative code do not enter. */
export function sumsByCode(codes: Int32Array, count: number, amounts: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(count);
  for (let i = 0; i < codes.length; i++) if (codes[i]! >= 0) sums[codes[i]!]! += amounts[i]!;
  return sums;
}

/** Median of the numbers that are there (NaN is not); of an even number the mean of the middle two, NaN of none. */
export function median(values: Iterable<number>): number {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
