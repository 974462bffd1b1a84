import betainc from "@stdlib/math-base-special-betainc";
import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";
import gammainc from "@stdlib/math-base-special-gammainc";
import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import chiSquareQuantile from "@stdlib/stats-base-dists-chisquare-quantile";
import fQuantile from "@stdlib/stats-base-dists-f-quantile";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { gammaTails, relativeDensity } from "./gamma-of-large-shape.ts";

/*
 * Distributions as far as tests and intervals need them. `cdf` is the lower tail P(X ≤ x); `upper` is the upper tail
 * P(X > x), computed as such and not as 1 − cdf, so that p-values stay right down to 1e-300; `quantile` inverts `cdf`.
 * NaN where undefined (a missing argument, degrees of freedom not above 0, a probability outside 0 to 1).
 */

export const normal = {
  cdf: (x: number, mean = 0, sd = 1): number => erfc((mean - x) / sd / Math.SQRT2) / 2,
  upper: (x: number, mean = 0, sd = 1): number => erfc((x - mean) / sd / Math.SQRT2) / 2,
  /** By the nearer tail: small probabilities keep their digits. */
  quantile: (p: number, mean = 0, sd = 1): number =>
    mean + sd * Math.SQRT2 * (p < 0.5 ? -erfcinv(2 * p) : erfcinv(2 * (1 - p))),
  density: (x: number, mean = 0, sd = 1): number =>
    Math.exp(-(((x - mean) / sd) ** 2) / 2) / (sd * Math.sqrt(2 * Math.PI)),
};

export const beta = {
  cdf: (x: number, a: number, b: number): number => betaTail(x, a, b, false),
  upper: (x: number, a: number, b: number): number => betaTail(x, a, b, true),
  quantile: betaQuantile,
};

export const student = {
  cdf: (x: number, df: number): number => student.upper(-x, df),
  upper(x: number, df: number): number {
    if (!(df > 0) || Number.isNaN(x)) return Number.NaN;
    if (df === Infinity) return normal.upper(x);
    if (x < 0) return 1 - student.upper(-x, df);
    if (x === Infinity) return 0;
    const ratio = (x / df) * x;
    if (ratio < 0.5) return betaTail(ratio / (1 + ratio), 0.5, df / 2, true) / 2;
    // 1/(1+ratio) keeps its digits where x² overflows its share.
    return betaTail(1 / (1 + ratio), df / 2, 0.5, false) / 2;
  },
  /** P(|T| > |x|). */
  twoSided: (x: number, df: number): number => 2 * student.upper(Math.abs(x), df),
  quantile: (p: number, df: number): number => (df === Infinity ? normal.quantile(p) : tQuantile(p, df)),
};

export const fisher = {
  cdf: (x: number, df1: number, df2: number): number => fisherTail(x, df1, df2, false),
  upper: (x: number, df1: number, df2: number): number => fisherTail(x, df1, df2, true),
  quantile: (p: number, df1: number, df2: number): number =>
    df2 === Infinity ? chiSquare.quantile(p, df1) / df1 : fQuantile(p, df1, df2),
};

export const chiSquare = {
  cdf: (x: number, df: number): number => chiSquareTail(x, df, false),
  upper: (x: number, df: number): number => chiSquareTail(x, df, true),
  quantile: (p: number, df: number): number =>
    df > 2 * largeShape ? quantileOfManyDegrees(p, df) : chiSquareQuantile(p, df),
};

/** From this shape on the gamma tails are ours. */
const largeShape = 170;

function betaTail(x: number, a: number, b: number, upper: boolean): number {
  if (!(a > 0 && b > 0) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return upper ? 1 : 0;
  if (x >= 1) return upper ? 0 : 1;
  return betainc(x, a, b, true, upper);
}

function fisherTail(x: number, df1: number, df2: number, upper: boolean): number {
  if (!(df1 > 0 && df2 > 0) || Number.isNaN(x)) return Number.NaN;
  if (df2 === Infinity) return chiSquareTail(x * df1, df1, upper);
  if (x <= 0) return upper ? 1 : 0;
  const ratio = (x / df2) * df1;
  return ratio > 1
    ? betaTail(1 / (1 + ratio), df2 / 2, df1 / 2, !upper)
    : betaTail(ratio / (1 + ratio), df1 / 2, df2 / 2, upper);
}

function chiSquareTail(x: number, df: number, upper: boolean): number {
  if (!(df > 0) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return upper ? 1 : 0;
  if (df < 2 * largeShape) return gammainc(x / 2, df / 2, true, upper);
  const tails = gammaTails(x / 2, df / 2);
  return upper ? tails.upper : tails.lower;
}

/** Newton's steps from the cube-root approximation, in which the distribution is almost normal. */
function quantileOfManyDegrees(p: number, df: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const spread = 2 / (9 * df);
  let x = df * (1 - spread + normal.quantile(p) * Math.sqrt(spread)) ** 3;
  for (let step = 0; step < 20; step++) {
    const { lower, upper } = gammaTails(x / 2, df / 2);
    const miss = p < 0.5 ? lower - p : 1 - p - upper;
    const density = (relativeDensity(x / 2, df / 2) * (df / 2)) / x;
    const move = miss / density;
    x -= move;
    if (Math.abs(move) < 1e-14 * x) break;
  }
  return x;
}
