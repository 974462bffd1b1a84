import {
  acrossDomains,
  asIfIndependent,
  type Coefficients,
  changeBetweenWaves,
  type Estimated,
  estimateFrom,
  linearContrasts,
  meansEstimator,
  nonlinearContrasts,
  ratiosEstimator,
  tInterval,
  totalsEstimator,
  tQuantile,
} from "@tiltas/analysis/estimation";
import type { CaseFile } from "../case-file.ts";
import { evaluateR } from "../r-language/evaluate.ts";
import { callOf } from "../r-language/formula.ts";
import type { Expression } from "../r-language/parse.ts";
import { numbersOf, type Value } from "../r-language/values.ts";
import { counts } from "./estimates.ts";
import type { AnswerCase, CaseContext } from "./kind.ts";
import { type Question, questionOf } from "./question.ts";

/** Differences, ratios and other functions of estimates by domain, and changes between waves. */
export const answer: AnswerCase = (context) => {
  const contrasted = contrastOf(context.one, estimatedByDomain(context));
  if (contrasted.reason === "single-psu") return { error: true, reason: contrasted.reason };
  const t = tQuantile(contrasted.degreesOfFreedom);
  return {
    rows: contrasted.names.map((name, i) => {
      const [value, error] = [contrasted.values[i]!, Math.sqrt(contrasted.covariance[i]![i]!)];
      const interval = tInterval(value, error, t);
      return { name, estimate: value, se: error, ci_low: interval?.low, ci_high: interval?.high };
    }),
    df: contrasted.degreesOfFreedom,
    vcov: { values: contrasted.covariance },
    ...counts(context),
  };
};

function estimatedByDomain({ one, data, sample, within }: CaseContext): Estimated {
  const question = questionOf(one, data);
  const estimator = estimatorOf(question);
  const domains = question.by.length > 0 ? data.domains(question.by) : undefined;
  if (!sample) throw new Error(`The case ${one.id} has no design.`);
  return estimateFrom(sample, domains ? acrossDomains(estimator, domains) : estimator, {
    ...(within ? { within } : {}),
  });
}

function estimatorOf({ statistic, variables, denominators }: Question) {
  const names = variables.map(({ name }) => name);
  const measurements = variables.map(({ measurement }) => measurement);
  if (statistic === "total") return totalsEstimator(names, measurements);
  const [under] = denominators;
  if (statistic !== "ratio" || !under) return meansEstimator(names, measurements);
  return ratiosEstimator(
    names,
    measurements.map((numerator) => ({ numerator, denominator: under.measurement })),
  );
}

function contrastOf({ call, r_call, expected }: CaseFile, estimated: Estimated): Estimated {
  const { contrast, covariance, expression } = call.options;
  const known = covariance === false ? asIfIndependent(estimated) : estimated;
  const quoted = quotedIn(r_call);
  if (Object.keys(quoted).length > 0) return nonlinearContrasts(known, quoted);
  if (typeof expression === "string") return nonlinearContrasts(known, { contrast: expression });
  const written = coefficientsIn(r_call, known.names);
  if (Object.keys(written).length > 0) return linearContrasts(known, written);
  const names = (expected.rows ?? []).map(({ name }) => name);
  if (Array.isArray(contrast))
    return linearContrasts(known, {
      [names[0] ?? "diff"]: { [`${contrast[0]}`]: 1, [`${contrast[1]}`]: -1 },
    });
  const [earlier = "", later = ""] = [...new Set(estimated.names.map((name) => name.split(".")[0] ?? ""))];
  return changeBetweenWaves(known, [earlier, later], call.domain.length > 1 ? names : []);
}

/** Expressions inside `quote(…)` by their names, as they were written; R calls a single one "contrast". */
function quotedIn(words: string): Record<string, string> {
  const starts = [...words.matchAll(/(?:[`"]?([\w.]+)[`"]?\s*=\s*)?\bquote\(/g)];
  return Object.fromEntries(
    starts.map((start) => {
      const from = start.index + start[0].length;
      let [end, open] = [from, 1];
      for (; end < words.length && open > 0; end++)
        open += words[end] === "(" ? 1 : words[end] === ")" ? -1 : 0;
      return [start[1] ?? "contrast", words.slice(from, end - 1)];
    }),
  );
}

/** Coefficients of contrasts by their names, in the words of R; those without names are in the order of the estimates. */
function coefficientsIn(words: string, estimates: readonly string[]): Record<string, Coefficients> {
  const asked = callOf(words, ["svycontrast"])?.[1]?.value;
  const value = asked && evaluated(asked);
  if (!value || value.is === "formula") return {};
  if (value.is === "vector") return { contrast: coefficients(value, estimates) };
  return Object.fromEntries(
    value.values.map((one, i) => [value.names?.[i] ?? `${i}`, coefficients(one, estimates)]),
  );
}

/** Undefined for what the cases were not known to write: then the call says what is compared. */
function evaluated(asked: Expression): Value | undefined {
  try {
    return evaluateR(asked, new Map());
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function coefficients(value: Value, estimates: readonly string[]): Coefficients {
  const names = value.is === "vector" ? (value.names ?? estimates) : estimates;
  return Object.fromEntries(numbersOf(value).map((number, i) => [names[i] ?? `${i}`, number]));
}
