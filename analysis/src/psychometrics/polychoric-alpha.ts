import { standardisedAlpha } from "./alpha.ts";
import type { ItemAnswers } from "./factor-items.ts";
import { grandTotal } from "./item-moments.ts";
import { type NotEstimable, NotEstimableError, orNotEstimable } from "./not-estimable.ts";
import { polychoricCorrelation } from "./polychoric.ts";

/** Polychoric correlations of every pair of items. */
export interface PolychoricMatrix {
  readonly estimable: true;
  readonly names: readonly string[];
  /** By item, then item; 1 on the diagonal. */
  readonly correlations: readonly Float64Array[];
  /** Fewest respondents behind any pair. */
  readonly fewestRespondents: number;
}

/** Alpha of the normal variables assumed behind ordered items. */
export interface OrdinalAlpha {
  readonly estimable: true;
  readonly alpha: number;
  readonly averageCorrelation: number;
  readonly fewestRespondents: number;
}

/**
 * Two-step polychoric correlations of all pairs, each from the respondents who answered both.
 *
 * @returns the matrix, which need not be positive definite; or why one pair has none, with the names of the pair
 * @agrees R psych::polychoric(correct = 0), pair by pair polycor::polychor
 */
export function polychoricMatrix(answers: ItemAnswers): PolychoricMatrix | NotEstimable {
  return orNotEstimable(() => {
    const correlations = answers.names.map(() => new Float64Array(answers.names.length).fill(1));
    let fewestRespondents = Number.POSITIVE_INFINITY;
    for (let i = 0; i < answers.names.length; i++)
      for (let j = 0; j < i; j++) {
        const pair = polychoricCorrelation(answers.values[i]!, answers.values[j]!);
        if (!pair.estimable)
          throw new NotEstimableError(
            pair.reason,
            `"${answers.names[j]}" with "${answers.names[i]}": ${pair.sentence}`,
          );
        correlations[i]![j] = pair.rho;
        correlations[j]![i] = pair.rho;
        fewestRespondents = Math.min(fewestRespondents, pair.respondents);
      }
    return { estimable: true, names: answers.names, correlations, fewestRespondents };
  });
}

/**
 * Ordinal alpha: standardised alpha on polychoric correlations, k r̄ / (1 + (k − 1) r̄). It describes the normal variables
 * behind the answers, not the sum of the answers: report it beside alpha, never instead.
 *
 * @source Zumbo, Gadermann & Zeisser (2007), Ordinal versions of coefficients alpha and theta for Likert rating scales, Journal of Modern Applied Statistical Methods 6
 * @agrees R psych::alpha(psych::polychoric(…)$rho), `std.alpha`
 */
export function ordinalAlpha(answers: ItemAnswers): OrdinalAlpha | NotEstimable {
  return orNotEstimable(() => {
    const k = answers.names.length;
    if (k < 2)
      throw new NotEstimableError(
        "too-few-items",
        "One item has no consistency with others. Give at least two items.",
      );
    const matrix = polychoricMatrix(answers);
    if (!matrix.estimable) throw new NotEstimableError(matrix.reason, matrix.sentence);
    const sum = grandTotal(matrix.correlations);
    return {
      estimable: true,
      alpha: standardisedAlpha(k, sum),
      averageCorrelation: (sum - k) / (k * (k - 1)),
      fewestRespondents: matrix.fewestRespondents,
    };
  });
}
