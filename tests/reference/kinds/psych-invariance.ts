import { type FitDifference, testInvariance } from "@tiltas/analysis/psychometrics";
import type { AnswerCase } from "./kind.ts";
import { factorsOf, fitRows, groupsOf, isUnitVariance, itemAnswers, refusal } from "./psych-factors.ts";

/** Configural, metric and scalar models with their differences. */
export const answer: AnswerCase = ({ one, data }) => {
  const { group, missing } = one.call.options;
  const tested = testInvariance(itemAnswers(one, data), factorsOf(one), {
    groups: groupsOf(data, String(group)),
    identification: isUnitVariance(one) ? "unit-variance" : "marker",
    missing: missing === "fiml" || missing === "ml" ? "fiml" : "listwise",
    heywood: "report",
    search: "as-lavaan",
  });
  if (!tested.estimable) return refusal(tested);
  return {
    fit: {
      configural: fitRows(tested.configural.fit),
      metric: fitRows(tested.metric.fit),
      scalar: fitRows(tested.scalar.fit),
    },
    metric_vs_configural: differenceRow(tested.metricAgainstConfigural),
    scalar_vs_metric: differenceRow(tested.scalarAgainstMetric),
  };
};

function differenceRow({ chisq, df, pValue, cfi, rmsea, srmr }: FitDifference): object {
  return {
    chisq_diff: chisq,
    df_diff: df,
    p_value: pValue,
    delta_cfi: cfi,
    delta_rmsea: rmsea,
    delta_srmr: srmr,
  };
}
