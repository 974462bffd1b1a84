import type { DomainSums } from "./domain-sums.ts";
import { product } from "./inverse.ts";
import type { ScoreSpace } from "./score-space.ts";

/** A figure of a domain with all that its covariance with another figure needs. */
export interface ScoredDomain {
  readonly sums: DomainSums;
  /** Σwy / Σwx; NaN where Σwx is zero. */
  readonly value: number;
  /** By category: what the totals explain of a score, and Σ weight after · score. */
  readonly explained: Float64Array;
  readonly crossed: Float64Array;
  /** Σ over categories of squares · explained, and the mean of what is left of the scores. */
  readonly squared: Float64Array;
  readonly mean: number;
}

export function scoredDomain(sums: DomainSums, space: ScoreSpace): ScoredDomain {
  const { width } = space;
  const value = sums.y / sums.x;
  const score = (first: number) =>
    Float64Array.from(
      { length: width },
      (_, i) =>
        (sums.byCategory[first * width + i]! - value * sums.byCategory[(first + 1) * width + i]!) / sums.x,
    );
  const explained = width > 0 ? space.solve(score(0)) : new Float64Array(0);
  const squared = Float64Array.from({ length: width }, (_, i) => product(space.squares[i]!, explained));
  const mean = -product(explained, space.totals) / space.rows;
  return { sums, value, explained, crossed: score(2), squared, mean };
}

/**
 * Covariance of two figures: of the totals of what known totals leave of their scores, every row a unit.
 *
 * @param common sums over the respondents that both domains hold; undefined where they share nobody
 * @source Deville & Särndal (1992), JASA 87, §3
 * @agrees R survey::svyby(covmat = TRUE) and svycontrast, tests/reference
 */
export function covarianceOf(
  one: ScoredDomain,
  other: ScoredDomain,
  common: DomainSums | undefined,
  { rows }: ScoreSpace,
): number {
  const shared = common
    ? (common.yy - (one.value + other.value) * common.xy + one.value * other.value * common.xx) /
      (one.sums.x * other.sums.x)
    : 0;
  const left =
    shared -
    product(other.explained, one.crossed) -
    product(one.explained, other.crossed) +
    product(one.explained, other.squared);
  return (rows / (rows - 1)) * (left - rows * one.mean * other.mean);
}

/** Variance of the difference of two figures. */
export function varianceOfDifference(
  one: ScoredDomain,
  other: ScoredDomain,
  common: DomainSums | undefined,
  space: ScoreSpace,
): number {
  return (
    covarianceOf(one, one, one.sums, space) +
    covarianceOf(other, other, other.sums, space) -
    2 * covarianceOf(one, other, common, space)
  );
}
