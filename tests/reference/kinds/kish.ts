import { kish } from "@tiltas/analysis/weighting";
import type { AnswerCase } from "./kind.ts";

/** What unequal weights alone cost. */
export const answer: AnswerCase = ({ one, data }) => {
  const weights = data.numbers(one.call.variables[0] ?? "");
  const { respondents, sum, sumOfSquares, designEffect, effectiveRespondents } = kish(weights);
  return {
    n: respondents,
    sum_w: sum,
    sum_w2: sumOfSquares,
    kish_deff: designEffect,
    n_eff: effectiveRespondents,
  };
};
