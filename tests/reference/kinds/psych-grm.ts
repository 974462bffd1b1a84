import { fitGradedResponse } from "@tiltas/analysis/psychometrics";
import type { AnswerCase } from "./kind.ts";
import { itemAnswers, refusal } from "./psych-factors.ts";

/** Graded response model: log-likelihood, slopes, intercepts and thresholds by item. */
export const answer: AnswerCase = ({ one, data }) => {
  const fitted = fitGradedResponse(itemAnswers(one, data));
  if (!fitted.estimable) return refusal(fitted);
  return {
    logLik: fitted.logLikelihood,
    n_parameters: fitted.parameters,
    items: fitted.items.map(({ name, slope, intercepts, thresholds }) => ({
      item: name,
      slope,
      intercepts,
      thresholds,
    })),
  };
};
