import type { Estimator } from "../estimator.ts";
import { answeredIn, type Measurement } from "../measurement.ts";

/**
 * Population variances and covariances of variables: Σw (x − mean x)(y − mean y) / Σw times n/(n − 1), over the rows
 * that are complete in all of them; every pair in the order of rows of the matrix.
 *
 * @param names one per variable
 * @param n     rows counted by n/(n − 1): those of positive weight in the sample or the domain, missing answers
 *   included; for replicate designs those that are complete
 * @source Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, §5.9
 * @agrees R survey::svyvar, tests/reference
 */
export function variancesEstimator(
  names: readonly string[],
  measurements: readonly Measurement[],
  n: number,
): Estimator {
  const columns = measurements.map(({ values }) => values);
  const usable = answeredIn(columns);
  const pairs = columns.flatMap((left) => columns.map((right) => [left, right] as const));
  const factor = n / (n - 1);
  const parts = (weights: Float64Array) => {
    const total = sumOver(weights, usable, () => 1);
    const means = new Map(columns.map((x) => [x, sumOver(weights, usable, (row) => x[row]!) / total]));
    return { total, means };
  };
  const valueAt = (weights: Float64Array) => {
    const { total, means } = parts(weights);
    return Float64Array.from(pairs, ([x, y]) => {
      const [a, b] = [means.get(x)!, means.get(y)!];
      return (factor * sumOver(weights, usable, (row) => (x[row]! - a) * (y[row]! - b))) / total;
    });
  };
  return {
    names: names.flatMap((name) => names.map(() => name)),
    usable,
    valueAt,
    scoresAt(weights) {
      const { total, means } = parts(weights);
      const variances = valueAt(weights);
      return pairs.map(([x, y], i) =>
        Float64Array.from(x, (value, row) =>
          usable[row] === 1 && weights[row] !== 0
            ? (factor * (value - means.get(x)!) * (y[row]! - means.get(y)!) - variances[i]!) / total
            : 0,
        ),
      );
    },
  };
}

function sumOver(weights: Float64Array, usable: Uint8Array, part: (row: number) => number): number {
  let sum = 0;
  for (let row = 0; row < weights.length; row++)
    if (usable[row] === 1 && weights[row] !== 0) sum += weights[row]! * part(row);
  return sum;
}
