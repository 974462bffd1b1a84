import type { DomainSums } from "./domain-sums.ts";
import { product } from "./inverse.ts";
import type { ScoreSpace } from "./score-space.ts";

/** A figure of a domain with all that its covariance with another figure needs. */
export interface ScoredDomain {
  readonly value: number;
  readonly variance: number;
  /** By category: what the totals explain of a score, and Σ toCross · score. */
  readonly explained: Float64Array;
  readonly crossed: Float64Array;
  /** By category: squares · explained. */
  readonly squared: Float64Array;
  /** By stratum: the sum of what is left of the scores, of everybody in it; and the mean over all rows. */
  readonly left: Float64Array;
  readonly mean: number;
}

/** Sums of the scores of a domain: by category of the margins Σ toFit · s and Σ toCross · s, by stratum Σ s, and Σ scale · s². */
export interface ScoreSums {
  readonly fitted: Float64Array;
  readonly crossed: Float64Array;
  readonly byStratum: Float64Array;
  readonly squares: number;
}

export function scoredDomain(
  value: number,
  { fitted, crossed, byStratum, squares }: ScoreSums,
  space: ScoreSpace,
): ScoredDomain {
  const { width, strata, totals } = space;
  const explained = space.solve(fitted);
  const squared = Float64Array.from({ length: width }, (_, i) => product(space.squares[i]!, explained));
  const left = byStratum.map((own, stratum) => own - product(explained, totals[stratum]!));
  const mean = left.reduce((sum, one) => sum + one, 0) / strata.of.length;
  const scored = { value, explained, crossed, squared, left, mean, variance: Number.NaN };
  return { ...scored, variance: covarianceOf(scored, scored, squares, space) };
}

/** A ratio of totals with its sums: those of other domains may be added to them. */
export interface RatioDomain extends ScoredDomain {
  readonly sums: DomainSums;
}

/** Σwy / Σwx of a domain; NaN where Σwx is zero. */
export function ratioDomain(sums: DomainSums, space: ScoreSpace): RatioDomain {
  const { width, strata } = space;
  const value = sums.y / sums.x;
  const scores = (all: Float64Array, size: number, first: number) =>
    Float64Array.from(
      { length: size },
      (_, i) => (all[first * size + i]! - value * all[(first + 1) * size + i]!) / sums.x,
    );
  const scored = scoredDomain(
    value,
    {
      fitted: scores(sums.byCategory, width, 0),
      crossed: scores(sums.byCategory, width, 2),
      byStratum: scores(sums.byStratum, strata.sampled.length, 0),
      squares: (sums.yy - 2 * value * sums.xy + value * value * sums.xx) / (sums.x * sums.x),
    },
    space,
  );
  return { ...scored, sums };
}

/** Σ scale · s·s' of two ratios over the respondents that both domains hold. */
export function sharedByRatios(one: RatioDomain, other: RatioDomain, common: DomainSums): number {
  return (
    (common.yy - (one.value + other.value) * common.xy + one.value * other.value * common.xx) /
    (one.sums.x * other.sums.x)
  );
}

/**
 * Covariance of two figures: of the totals of what known totals leave of their scores, every row a unit of its stratum.
 *
 * @param shared Σ scale · s·s' over the respondents that both domains hold; 0 where they share nobody
 * @source Deville & Särndal (1992), JASA 87, §3
 * @agrees R survey::svycontrast(svytotal), tests/reference/comparison
 */
export function covarianceOf(
  one: ScoredDomain,
  other: ScoredDomain,
  shared: number,
  { strata: { sampled, scale, single } }: ScoreSpace,
): number {
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
  shared: number,
  space: ScoreSpace,
): number {
  return one.variance + other.variance - 2 * covarianceOf(one, other, shared, space);
}
