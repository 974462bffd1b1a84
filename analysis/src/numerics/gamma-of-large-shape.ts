import log1pMinusX from "@stdlib/math-base-special-log1pmx";

/**
 * Both tails of the gamma distribution with a large shape (from about 100 on) at x ≥ 0.
 * Ours because `@stdlib/math-base-special-gammainc` 0.3.1 is wrong there by up to 1.4 % (shape 1000, x 1050), also in
 * the centre of the distribution.
 *
 * @returns each tail to about 1e-12 relative, down to 1e-300
 * @source DLMF §8.11 (series and continued fraction), §5.11 (Stirling's series for the common factor)
 */
export function gammaTails(x: number, shape: number): { readonly lower: number; readonly upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  if (x < shape + 1) {
    const lower = relativeDensity(x, shape) * lowerSeries(x, shape);
    return { lower, upper: 1 - lower };
  }
  const upper = relativeDensity(x, shape) * shape * upperFraction(x, shape);
  return { lower: 1 - upper, upper };
}

/** x^a e^(−x) / Γ(a + 1), without the cancellation of its logarithms. */
export function relativeDensity(x: number, shape: number): number {
  const stirling = (1 / 12 - (1 / 360 - 1 / (1260 * shape * shape)) / (shape * shape)) / shape;
  const exponent = shape * log1pMinusX((x - shape) / shape) - stirling;
  return Math.exp(exponent) / Math.sqrt(2 * Math.PI * shape);
}

function lowerSeries(x: number, shape: number): number {
  let [term, sum] = [1, 1];
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

/** Lentz's evaluation of the continued fraction 1/(x+1−a − 1(1−a)/(x+3−a − …)). */
function upperFraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let i = 1, change = 0; Math.abs(change - 1) > 1e-16 && i < 1e6; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    change = c * d;
    value *= change;
  }
  return value;
}
