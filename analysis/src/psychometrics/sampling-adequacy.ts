import { chiSquare, spectrum, sumOf } from "../numerics/index.ts";
import type { ItemAnswers } from "./factor-items.ts";
import { completeAnswers, correlationsFrom, covariancesOf, squaresOffDiagonal } from "./item-moments.ts";
import { inverseCorrelations } from "./multiple-correlation.ts";
import { type NotEstimable, orNotEstimable } from "./not-estimable.ts";

export interface SamplingAdequacy {
  readonly estimable: true;
  /** 0 to 1, for all items together and by item; from 0.6 a factor analysis is worth its while. */
  readonly overall: number;
  readonly byItem: Float64Array;
}

/**
 * Kaiser–Meyer–Olkin measure: correlations against the partial correlations that are left between two items.
 *
 * @source Kaiser & Rice (1974), Little Jiffy, Mark IV, Educational and Psychological Measurement 34(1)
 * @agrees R psych::KMO
 */
export function samplingAdequacy(answers: ItemAnswers): SamplingAdequacy | NotEstimable {
  return orNotEstimable(() => {
    const correlations = correlationsFrom(covariancesOf(answers, "listwise"));
    const partial = correlationsFrom(inverseCorrelations(correlations));
    const [shared, left] = [squaresOffDiagonal(correlations), squaresOffDiagonal(partial)];
    return {
      estimable: true,
      overall: sumOf(shared) / (sumOf(shared) + sumOf(left)),
      byItem: shared.map((square, i) => square / (square + left[i]!)),
    };
  });
}

export interface Sphericity {
  readonly estimable: true;
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly respondents: number;
}

/**
 * Bartlett's test that the items are not correlated at all.
 *
 * @source Bartlett (1951), The Effect of Standardization on a χ² Approximation in Factor Analysis, Biometrika 38
 * @agrees R psych::cortest.bartlett
 */
export function sphericityTest(answers: ItemAnswers): Sphericity | NotEstimable {
  return orNotEstimable(() => {
    const correlations = correlationsFrom(covariancesOf(answers, "listwise"));
    inverseCorrelations(correlations);
    const [items, respondents] = [correlations.length, completeAnswers(answers).values[0]?.length ?? 0];
    const statistic =
      -(respondents - 1 - (2 * items + 5) / 6) * sumOf(spectrum(correlations).values.map(Math.log));
    const degreesOfFreedom = (items * (items - 1)) / 2;
    const pValue = chiSquare.upper(statistic, degreesOfFreedom);
    return { estimable: true, statistic, degreesOfFreedom, pValue, respondents };
  });
}
