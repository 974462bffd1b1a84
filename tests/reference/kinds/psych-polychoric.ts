import { polychoricCorrelation } from "@tiltas/analysis/psychometrics";
import type { AnswerCase } from "./kind.ts";
import { refusal } from "./psych-factors.ts";

/** Correlation of two ordered items with its thresholds; R names the correlation "1" when it comes from the joint search. */
export const answer: AnswerCase = ({ one, data }) => {
  const [first = "", second = ""] = one.call.variables;
  const method = String(one.call.options.method).toLowerCase() === "ml" ? "ml" : "two-step";
  const found = polychoricCorrelation(data.numbers(first), data.numbers(second), method);
  if (!found.estimable) return refusal(found);
  return {
    rho: method === "ml" ? { 1: found.rho } : found.rho,
    se: found.standardError,
    row_thresholds: [...found.rowThresholds],
    col_thresholds: [...found.columnThresholds],
    n: found.respondents,
  };
};
