import type { Ordered } from "./quantile-ordered.ts";
import { quantileOf } from "./quantile-rules.ts";

/**
 * Density of a variable at a point, by a Gaussian kernel with the bandwidth 0.9 · min(s, IQR/1.34) · n^(−1/5),
 * s the weighted standard deviation and n the effective number of respondents (Σw)²/Σw².
 *
 * @returns per unit of the values; NaN where all values are equal
 * @source Deville (1999), Survey Methodology 25(2), §7; bandwidth: Silverman (1986), Density Estimation for
 *   Statistics and Data Analysis, equation 3.31
 */
export function densityAt(point: number, sample: Ordered): number {
  const { values, weights, total } = sample;
  const width = bandwidth(sample);
  if (!(width > 0)) return Number.NaN;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const distance = (point - values[i]!) / width;
    if (distance > -9 && distance < 9) sum += weights[i]! * Math.exp((-distance * distance) / 2);
  }
  return sum / (total * width * Math.sqrt(2 * Math.PI));
}

function bandwidth(sample: Ordered): number {
  const { values, weights, total } = sample;
  let [sum, squares] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    sum += weights[i]! * values[i]!;
    squares += weights[i]! ** 2;
  }
  const mean = sum / total;
  let spread = 0;
  for (let i = 0; i < values.length; i++) spread += weights[i]! * (values[i]! - mean) ** 2;
  const middle = quantileOf(sample, 0.75, "math") - quantileOf(sample, 0.25, "math");
  const deviation = Math.sqrt(spread / total);
  // Where half of the answers are one value, the quartiles say nothing of the spread.
  const scale = middle > 0 ? Math.min(deviation, middle / 1.34) : deviation;
  return 0.9 * scale * (total ** 2 / squares) ** -0.2;
}
