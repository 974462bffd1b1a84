/**
 * Density of a variable at a point, by a Gaussian kernel with the bandwidth s · n^(−1/5), s the weighted standard
 * deviation and n the effective number of respondents (Σw)²/Σw².
 *
 * @param values one per row
 * @param usable by row: 1 where the value counts
 * @returns per unit of the values; NaN where all values are equal
 * @source Deville (1999), Survey Methodology 25(2); Osier (2009), Survey Research Methods 3(3); bandwidth: Silverman
 *   (1986), Density Estimation for Statistics and Data Analysis, §3.4.2
 */
export function densityAt(
  point: number,
  values: Float64Array,
  usable: Uint8Array,
  weights: Float64Array,
): number {
  const width = bandwidth(values, usable, weights);
  let [sum, total] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    if (usable[row] !== 1 || weights[row] === 0) continue;
    total += weights[row]!;
    sum += weights[row]! * Math.exp(-(((point - values[row]!) / width) ** 2) / 2);
  }
  return sum / (total * width * Math.sqrt(2 * Math.PI));
}

function bandwidth(values: Float64Array, usable: Uint8Array, weights: Float64Array): number {
  let [total, squares, mean] = [0, 0, 0];
  for (let row = 0; row < values.length; row++) {
    if (usable[row] !== 1 || weights[row] === 0) continue;
    total += weights[row]!;
    squares += weights[row]! ** 2;
    mean += weights[row]! * values[row]!;
  }
  mean /= total;
  let spread = 0;
  for (let row = 0; row < values.length; row++)
    if (usable[row] === 1 && weights[row] !== 0) spread += weights[row]! * (values[row]! - mean) ** 2;
  return Math.sqrt(spread / total) * (total ** 2 / squares) ** -0.2;
}
