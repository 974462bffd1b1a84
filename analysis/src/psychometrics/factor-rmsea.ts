import { chiSquare, findRoot } from "../numerics/index.ts";

/**
 * P(X ≤ x) for a noncentral chi-square: central ones mixed with Poisson probabilities, from the likeliest outwards.
 *
 * @source Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, §29.3
 */
export function noncentralChiSquareCdf(x: number, df: number, noncentrality: number): number {
  if (noncentrality === 0) return chiSquare.cdf(x, df);
  const half = noncentrality / 2;
  const likeliest = Math.floor(half);
  let [mass, sum] = [0, 0];
  const add = (weight: number, j: number) => {
    mass += weight;
    sum += weight * chiSquare.cdf(x, df + 2 * j);
  };
  for (let j = likeliest, weight = 1; weight > 1e-18; j++, weight *= half / j) add(weight, j);
  for (let j = likeliest - 1, weight = likeliest / half; j >= 0 && weight > 1e-18; weight *= j / half, j--)
    add(weight, j);
  return sum / mass;
}

/**
 * Noncentrality below `most` at which P(X ≤ x) equals a probability; 0 where none does. Found as exactly as R's
 * `uniroot` finds it by default, which is far more than an interval of the RMSEA can use.
 */
export function noncentralityFor(x: number, df: number, probability: number, most: number): number {
  const excess = (noncentrality: number) => noncentralChiSquareCdf(x, df, noncentrality) - probability;
  if (excess(0) < 0 || excess(most) > 0) return 0;
  return findRoot(excess, 0, most, { tolerance: Number.EPSILON ** 0.25 });
}

/** Root mean square error of approximation with its 90 % interval. */
export interface Rmsea {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * @source Steiger (1990), Multivariate Behavioral Research 25; groups: Steiger (1998), Structural Equation Modeling 5
 * @agrees R lavaan::fitMeasures (n respondents in the divisor, times the root of the number of groups)
 */
export function rmseaOf(chisq: number, df: number, respondents: number, groups: number): Rmsea {
  if (df === 0) return { value: 0, low: 0, high: 0 };
  const scale = (noncentrality: number) =>
    Math.sqrt((Math.max(noncentrality, 0) / (respondents * df)) * groups);
  return {
    value: scale(chisq - df),
    low: scale(noncentralityFor(chisq, df, 0.95, chisq)),
    high: scale(noncentralityFor(chisq, df, 0.05, Math.max(respondents, 4 * chisq))),
  };
}
