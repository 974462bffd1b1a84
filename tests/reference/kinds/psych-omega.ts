import { omega } from "@tiltas/analysis/psychometrics";
import type { AnswerCase } from "./kind.ts";
import { itemAnswers, refusal } from "./psych-factors.ts";

/** Omega total, from maximum likelihood on covariances or minres on correlations. */
export const answer: AnswerCase = ({ one, data }) => {
  const estimator = String(one.call.options.estimator).startsWith("minres") ? "minres" : "ml";
  const found = omega(itemAnswers(one, data), { estimator, heywood: "report", search: "as-lavaan" });
  if (!found.estimable) return refusal(found);
  return {
    omega_total: found.total,
    omega_observed_variance: found.ofObservedVariance,
    loadings: found.loadings,
    residual_variances: found.residualVariances,
    n: found.respondents,
  };
};
