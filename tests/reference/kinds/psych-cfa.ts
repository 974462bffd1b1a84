import { analyseFactors, type ParameterEstimate } from "@tiltas/analysis/psychometrics";
import type { AnswerCase } from "./kind.ts";
import { factorsOf, fitRows, groupsOf, isUnitVariance, itemAnswers, refusal } from "./psych-factors.ts";

/** Confirmatory factor analysis with fit and parameters, as lavaan lists them. */
export const answer: AnswerCase = ({ one, data, within }) => {
  const { group } = one.call.options;
  const missing = one.call.options.missing === "ml" ? "fiml" : one.call.options.missing;
  const groups = typeof group === "string" ? groupsOf(data, group) : undefined;
  const fitted = analyseFactors(itemAnswers(one, data, within), factorsOf(one), {
    identification: isUnitVariance(one) ? "unit-variance" : "marker",
    missing: missing === "fiml" ? "fiml" : "listwise",
    meanStructure: groups !== undefined || missing === "fiml" || /meanstructure\s*=\s*T/.test(one.r_call),
    heywood: "report",
    search: "as-lavaan",
    ...(groups && { groups }),
  });
  if (!fitted.estimable) return refusal(fitted);
  const place = (name: string) => (groups ? groups.names.indexOf(name) + 1 : 1);
  return {
    fit: fitRows(fitted.fit),
    parameters: fitted.parameters.map((parameter) => ({
      ...namesInR(parameter),
      group: place(parameter.group),
      est: parameter.estimate,
      se: parameter.standardError,
      std_lv: parameter.standardisedFactors,
      std_all: parameter.standardised,
    })),
  };
};

function namesInR({ kind, item = "", factor = "", otherFactor = "" }: ParameterEstimate): object {
  if (kind === "loading") return { lhs: factor, op: "=~", rhs: item };
  if (kind === "residual") return { lhs: item, op: "~~", rhs: item };
  if (kind === "factor-covariance") return { lhs: factor, op: "~~", rhs: otherFactor };
  return { lhs: kind === "intercept" ? item : factor, op: "~1", rhs: "" };
}
