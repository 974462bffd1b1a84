/** What weighting did to the weights; read it before the estimates. */
export interface WeightDiagnostics {
  readonly respondents: number;
  readonly sum: number;
  /** 1 + CV²(w): the factor by which unequal weights alone widen variances (Kish 1965, Survey Sampling, §11.7). */
  readonly designEffect: number;
  /** respondents / designEffect */
  readonly effectiveRespondents: number;
  /** Smallest and largest weight relative to the mean weight. */
  readonly smallest: number;
  readonly largest: number;
  /** Respondents whose weight is more than five times the mean, and the share of the total they carry. */
  readonly extreme: { readonly respondents: number; readonly shareOfTotal: number };
}

const extremeFactor = 5;

/** What unequal weights alone cost. */
export interface Kish {
  readonly respondents: number;
  readonly sum: number;
  readonly sumOfSquares: number;
  /** n Σw² / (Σw)² = 1 + CV²(w), the unequal weighting effect. */
  readonly designEffect: number;
  /** (Σw)² / Σw² */
  readonly effectiveRespondents: number;
}

/**
 * The design effect of weights and the effective number of respondents, over all weights given.
 *
 * @source Kish (1965), Survey Sampling, §11.7; Kish (1992), Weighting for Unequal Pᵢ, Journal of Official Statistics 8(2)
 */
export function kish(weights: Float64Array): Kish {
  let [sum, sumOfSquares] = [0, 0];
  for (const weight of weights) {
    sum += weight;
    sumOfSquares += weight * weight;
  }
  const effectiveRespondents = (sum * sum) / sumOfSquares;
  return {
    respondents: weights.length,
    sum,
    sumOfSquares,
    designEffect: weights.length / effectiveRespondents,
    effectiveRespondents,
  };
}

/** Diagnostics over respondents of positive weight. @throws RangeError when there is none */
export function diagnose(weights: Float64Array): WeightDiagnostics {
  const positive = weights.filter((weight) => weight > 0);
  if (positive.length === 0) throw new RangeError("No respondent has a positive weight.");
  const { sum, designEffect, effectiveRespondents } = kish(positive);
  const mean = sum / positive.length;
  const extreme = positive.filter((weight) => weight > extremeFactor * mean);
  return {
    respondents: positive.length,
    sum,
    designEffect,
    effectiveRespondents,
    smallest: positive.reduce((a, b) => Math.min(a, b)) / mean,
    largest: positive.reduce((a, b) => Math.max(a, b)) / mean,
    extreme: {
      respondents: extreme.length,
      shareOfTotal: extreme.reduce((total, weight) => total + weight, 0) / sum,
    },
  };
}
