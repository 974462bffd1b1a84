import { expit, logit as logitOf, normal, student } from "../../numerics/index.ts";
import { splineThrough } from "./proportion-interval-spline.ts";
import type { WorkingBinomial } from "./proportion-interval-working.ts";

/** A share with its working binomial. */
export interface ShareLikelihood extends WorkingBinomial {
  /** 0 to 1, ends excluded. */
  readonly value: number;
  /** Design-based variance of the share. */
  readonly variance: number;
  /** Two-sided quantile of Student's t. */
  readonly t: number;
}

/**
 * Interval of a share where the working deviance of a binomial with the weights has risen as far as its design-based
 * (Rao–Scott) distribution allows. The signed root of the deviance is computed at up to nine logits on each side and
 * read off between them as R reads it: by a spline at three times as many places, straight lines between.
 *
 * @returns [low, high]; NaN where the deviance does not rise so far within the grid
 * @source Rao & Scott (1984), The Annals of Statistics 12(1); Lumley & Scott (2014), JSSAM 2
 * @agrees R survey::svyciprop(method = "likelihood"), tests/reference
 */
export function likelihoodLimits(share: ShareLikelihood): [number, number] {
  const { value, variance, t, information } = share;
  const error = Math.sqrt(variance) / (value * (1 - value));
  const cutoff = t * error * Math.sqrt(information);
  const { logits, roots } = profile(share, error, cutoff);
  const spline = splineThrough(logits, roots);
  const [from, to] = [logits[0]!, logits.at(-1)!];
  const count = 3 * logits.length;
  const places = Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
  const heights = places.map(spline);
  return [expit(crossing(heights, places, -cutoff)), expit(crossing(heights, places, cutoff))];
}

/** Signed roots of the deviance over its dispersion, outwards until the chance of such a height is small. */
function profile(
  { value, size, respondents, dispersion }: ShareLikelihood,
  error: number,
  cutoff: number,
): { logits: number[]; roots: number[] } {
  const centre = logitOf(value);
  const tail = normal.cdf(-cutoff) / 2;
  const highest = -student.quantile(tail / 2, respondents - 1);
  const deviance = (logit: number) => 2 * size * halfDeviance(value, logit);
  const points = [{ logit: centre, root: 0 }];
  for (const side of [-1, 1])
    for (let step = 1, root = 0; step < 10 && Math.abs(root) < highest; step++) {
      const logit = centre + (side * step * highest * error) / 5;
      root = side * Math.sqrt(Math.max(0, (deviance(logit) - deviance(centre)) / dispersion));
      points.push({ logit, root });
    }
  points.sort((a, b) => a.logit - b.logit);
  return { logits: points.map(({ logit }) => logit), roots: points.map(({ root }) => root) };
}

/** Half the deviance of a share at a logit, per respondent. */
function halfDeviance(value: number, logit: number): number {
  return value * Math.log1p(Math.exp(-logit)) + (1 - value) * Math.log1p(Math.exp(logit));
}

/** Where increasing heights reach a level, straight lines between the places. */
function crossing(heights: readonly number[], places: readonly number[], level: number): number {
  const next = heights.findIndex((height) => height >= level);
  if (next < 0 || level < heights[0]!) return Number.NaN;
  if (next === 0) return places[0]!;
  const [low, high] = [heights[next - 1]!, heights[next]!];
  return places[next - 1]! + ((places[next]! - places[next - 1]!) * (level - low)) / (high - low);
}
