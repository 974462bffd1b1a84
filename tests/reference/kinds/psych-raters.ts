import {
  cohenKappa,
  fleissKappa,
  intraclassCorrelations,
  type KappaWeights,
} from "@tiltas/analysis/psychometrics";
import { evaluateR } from "../r-language/evaluate.ts";
import { callOf } from "../r-language/formula.ts";
import { textsOf } from "../r-language/values.ts";
import type { AnswerCase, CaseContext } from "./kind.ts";
import { refusal } from "./psych-factors.ts";

/** Agreement of raters: kappa of two or of many, and the intraclass correlations. */
export const answer: AnswerCase = (context) => {
  const { statistic } = context.one.call;
  if (statistic === "kappa") return kappa(context);
  return statistic === "fleiss" ? fleiss(context) : intraclass(context);
};

function columns({ one, data }: CaseContext): (string | undefined)[][] {
  return one.call.variables.map((name) => data.texts(name).map((text) => (text === "" ? undefined : text)));
}

function kappa(context: CaseContext): object {
  const [first = [], second = []] = columns(context);
  const found = cohenKappa(
    first,
    second,
    categories(context, [...first, ...second]),
    (context.one.call.options.weights ?? "none") as KappaWeights,
  );
  if (!found.estimable) return refusal(found);
  return {
    kappa: found.kappa,
    p_o: found.observed,
    p_e: found.expected,
    n: found.subjects,
    se_null: found.standardErrorUnderNull,
    z: found.z,
    se: found.standardError,
    ci_low: found.low,
    ci_high: found.high,
  };
}

/** All codes of the scale in their order: those the call to R names (`1:5`, `c("no", "yes")`), or those that occur, numbers by size. */
function categories({ one }: CaseContext, found: readonly (string | undefined)[]): string[] {
  const named = callOf(one.r_call, ["wkappa"])?.[2]?.value;
  if (named) return textsOf(evaluateR(named, new Map()));
  const codes = [...new Set(found.filter((code) => code !== undefined))];
  return codes.every((code) => Number.isFinite(Number(code)))
    ? codes.sort((a, b) => Number(a) - Number(b))
    : codes.sort();
}

function fleiss(context: CaseContext): object {
  const byRater = columns(context);
  const found = fleissKappa((byRater[0] ?? []).map((_, subject) => byRater.map((codes) => codes[subject])));
  if (!found.estimable) return refusal(found);
  return {
    kappa: found.kappa,
    se0: found.standardErrorUnderNull,
    z: found.z,
    p_value: found.pValue,
    P_bar: found.observed,
    P_e: found.expected,
    subjects: found.subjects,
    raters: found.raters,
  };
}

function intraclass({ one, data }: CaseContext): object {
  const found = intraclassCorrelations(one.call.variables.map((name) => data.numbers(name)));
  if (!found.estimable) return refusal(found);
  const rows = found.forms.map(({ form, value, f, numeratorDf, denominatorDf, pValue, low, high }) => ({
    name: form,
    estimate: value,
    F: f,
    df1: numeratorDf,
    df2: denominatorDf,
    p_value: pValue,
    ci_low: low,
    ci_high: high,
  }));
  return { rows, n_subjects: found.subjects, n_raters: found.raters };
}
