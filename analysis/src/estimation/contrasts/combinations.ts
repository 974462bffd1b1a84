/**
 * Covariance of linear combinations, from that of what they combine. What enters with the factor 0 may be missing.
 *
 * @param combinations  by combination: the factor of each statistic
 * @param covariance    row i, column j of the statistics
 */
export function covarianceOfCombinations(
  combinations: readonly Float64Array[],
  covariance: readonly Float64Array[],
): Float64Array[] {
  const half = combinations.map((factors) =>
    Float64Array.from(covariance, (row) => sumOfProducts(factors, row)),
  );
  return combinations.map((left) => Float64Array.from(half, (right) => sumOfProducts(left, right)));
}

/** Σ factor · number; numbers whose factor is 0 do not enter, even where they are NaN. */
export function sumOfProducts(factors: Float64Array, numbers: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < factors.length; i++) if (factors[i] !== 0) sum += factors[i]! * numbers[i]!;
  return sum;
}
