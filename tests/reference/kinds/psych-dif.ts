import {
  type MatchedItem,
  mantelHaenszelDif,
  type ProportionalOdds,
  regressionDif,
} from "@tiltas/analysis/psychometrics";
import type { AnswerCase, CaseContext } from "./kind.ts";
import { refusal } from "./psych-factors.ts";

/** Differential item functioning: Mantel–Haenszel, logistic and proportional-odds regression. */
export const answer: AnswerCase = (context) => {
  const { statistic } = context.one.call;
  if (statistic === "mh_dif") return mantelHaenszel(context);
  return regression(context, statistic.startsWith("ordinal"));
};

function matched({ one, data }: CaseContext): MatchedItem {
  const { options, variables } = one.call;
  const groups = data.texts(String(options.group));
  const reference = String(options.reference ?? (groups.includes("ref") ? "ref" : groups.toSorted()[0]));
  const parts = scoreItems(one.call.options.matching ?? one.r_call).map((name) => data.numbers(name));
  return {
    item: data.numbers(variables[0] ?? ""),
    focal: Float64Array.from(groups, (group) => (group === "" ? Number.NaN : group === reference ? 0 : 1)),
    score: Float64Array.from(groups, (_, row) => parts.reduce((sum, part) => sum + part[row]!, 0)),
  };
}

/** The items of the matching score: `sum of i1..i8`, `sum of a, b`, or `paste0('i', 1:8)` in the call to R. */
function scoreItems(told: unknown): string[] {
  const text = String(told);
  const [, prefix, from, to] =
    /([A-Za-z_.]+)(\d+)\.\.(?:[A-Za-z_.]+)?(\d+)/.exec(text) ??
    /paste0\(['"]([A-Za-z_.]+)['"],\s*(\d+):(\d+)\)/.exec(text) ??
    [];
  if (prefix !== undefined)
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => `${prefix}${Number(from) + i}`);
  return text.replace(/^sum of\s*/, "").split(/\s*[,+]\s*/);
}

function mantelHaenszel(context: CaseContext): object {
  const continuityCorrection = context.one.call.options.continuity_correction !== false;
  const found = mantelHaenszelDif(matched(context), { continuityCorrection });
  if (!found.estimable) return refusal(found);
  return {
    alpha_mh: found.oddsRatio,
    ets_delta: found.delta,
    chisq: found.statistic,
    p_value: found.pValue,
    ci_low: found.low,
    ci_high: found.high,
    strata_used: found.strata,
  };
}

function regression(context: CaseContext, ordinal: boolean): object {
  const found = regressionDif(matched(context));
  if (!found.estimable) return refusal(found);
  const [, uniform, nonUniform] = found.models;
  const shared = {
    logLik: found.models.map(({ logLikelihood }) => logLikelihood),
    chisq_uniform: found.uniform.statistic,
    chisq_nonuniform: found.nonUniform.statistic,
  };
  if (ordinal) return { ...shared, coef_group_m1: uniform.slopes[1] };
  return {
    ...shared,
    chisq_total: found.total.statistic,
    p_uniform: found.uniform.pValue,
    p_nonuniform: found.nonUniform.pValue,
    p_total: found.total.pValue,
    nagelkerke: found.nagelkerke,
    coef_m1: logistic(uniform),
    coef_m2: logistic(nonUniform),
  };
}

/** Intercept and slopes of logistic regression from a model with one threshold. */
function logistic({ thresholds, slopes }: ProportionalOdds): number[] {
  return [...Array.from(thresholds, (threshold) => -threshold), ...slopes];
}
