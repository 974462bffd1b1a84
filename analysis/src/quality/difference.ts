import { student } from "../numerics/index.ts";
import { type NotEstimable, notEstimable } from "../psychometrics/not-estimable.ts";

export interface Difference {
  readonly estimable: true;
  /** Second mean minus first. */
  readonly value: number;
  /** 95 %. */
  readonly low: number;
  readonly high: number;
  readonly pValue: number;
  readonly n: readonly [number, number];
}

/**
 * Difference of two means of people drawn into groups at random, such as arms of a split ballot, without assuming equal
 * variances. Unweighted.
 *
 * @param first,second values, no NaN; shares are means of 0 and 1
 * @source Welch (1947), Biometrika 34
 * @agrees R t.test
 */
export function differenceOfMeans(first: Float64Array, second: Float64Array): Difference | NotEstimable {
  if (first.length < 2 || second.length < 2)
    return notEstimable(
      "too-few-respondents",
      `${first.length} and ${second.length} answers are too few to compare. Each arm needs at least two.`,
    );
  const [one, two] = [momentsOf(first), momentsOf(second)];
  const variance = one.ofMean + two.ofMean;
  if (!(variance > 0))
    return notEstimable(
      "constant-item",
      "Each arm gave one and the same answer, so chance cannot be judged.",
    );
  const df = variance ** 2 / (one.ofMean ** 2 / (first.length - 1) + two.ofMean ** 2 / (second.length - 1));
  const [value, error] = [two.mean - one.mean, Math.sqrt(variance)];
  const reach = student.quantile(0.975, df) * error;
  return {
    estimable: true,
    value,
    low: value - reach,
    high: value + reach,
    pValue: 2 * student.upper(Math.abs(value / error), df),
    n: [first.length, second.length],
  };
}

function momentsOf(values: Float64Array): { readonly mean: number; readonly ofMean: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, ofMean: squares / (values.length - 1) / values.length };
}
