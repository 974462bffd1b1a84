import { polychoricCorrelation } from "@tiltas/analysis/psychometrics";
import type { AnswerCase } from "./kind.ts";
import { refusal } from "./psych-factors.ts";

/** Correlation of two ordered items with its thresholds; R's joint search is the simplex, and names the correlation "1". */
export const answer: AnswerCase = ({ one, data }) => {
  const [first = "", second = ""] = one.call.variables;
  const method = String(one.call.options.method).toLowerCase() === "ml" ? "ml-simplex" : "two-step";
  const found = polychoricCorrelation(data.numbers(first), data.numbers(second), method);
  if (!found.estimable) return refusal(found);
  return {
    rho: method === "ml-simplex" ? { 1: found.rho } : found.rho,
    se: found.standardError,
    row_thresholds: [...found.rowThresholds],
    col_thresholds: [...found.columnThresholds],
    n: found.respondents,
  };
};
