import type { DomainSums } from "./domain-sums.ts";
import { product } from "./inverse.ts";
import type { ScoreSpace } from "./score-space.ts";

/** A figure of a domain with all that its covariance with another figure needs. */
export interface ScoredDomain {
  readonly sums: DomainSums;
  /** Σwy / Σwx; NaN where Σwx is zero. */
  readonly value: number;
  /** By category: what the totals explain of a score, and Σ scale · weight after · score. */
  readonly explained: Float64Array;
  readonly crossed: Float64Array;
  /** By category: squares · explained. */
  readonly squared: Float64Array;
  /** By stratum: the sum of what is left of the scores, of everybody in it; and the mean over all rows. */
  readonly left: Float64Array;
  readonly mean: number;
}

export function scoredDomain(sums: DomainSums, space: ScoreSpace): ScoredDomain {
  const { width, strata, totals } = space;
  const value = sums.y / sums.x;
  const score = (all: Float64Array, size: number, first: number) =>
    Float64Array.from(
      { length: size },
      (_, i) => (all[first * size + i]! - value * all[(first + 1) * size + i]!) / sums.x,
    );
  const explained = space.solve(score(sums.byCategory, width, 0));
  const squared = Float64Array.from({ length: width }, (_, i) => product(space.squares[i]!, explained));
  const left = score(sums.byStratum, strata.sampled.length, 0).map(
    (own, stratum) => own - product(explained, totals[stratum]!),
  );
  const mean = left.reduce((sum, one) => sum + one, 0) / strata.of.length;
  return { sums, value, explained, crossed: score(sums.byCategory, width, 2), squared, left, mean };
}

/**
 * Covariance of two figures: of the totals of what known totals leave of their scores, every row a unit of its stratum.
 *
 * @param common sums over the respondents that both domains hold; undefined where they share nobody
 * @source Deville & Särndal (1992), JASA 87, §3
 * @agrees R survey::svycontrast(svytotal), tests/reference/comparison
 */
export function covarianceOf(
  one: ScoredDomain,
  other: ScoredDomain,
  common: DomainSums | undefined,
  { strata: { sampled, scale, single } }: ScoreSpace,
): number {
  const shared = common
    ? (common.yy - (one.value + other.value) * common.xy + one.value * other.value * common.xx) /
      (one.sums.x * other.sums.x)
    : 0;
  let covariance =
    shared -
    product(other.explained, one.crossed) -
    product(one.explained, other.crossed) +
    product(one.explained, other.squared);
  for (let h = 0; h < sampled.length; h++) {
    const [a, b] = [one.left[h]!, other.left[h]!];
    covariance -=
      single[h] === 1
        ? scale[h]! * (a * other.mean + one.mean * b - one.mean * other.mean)
        : (scale[h]! * a * b) / sampled[h]!;
  }
  return covariance;
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
