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
import { counts } from "./estimates.ts";
import type { AnswerCase, CaseContext } from "./kind.ts";
import { type Question, questionOf } from "./question.ts";

/** Differences, ratios and other functions of estimates by domain, and changes between waves. */
export const answer: AnswerCase = (context) => {
  const contrasted = contrastOf(context.one, estimatedByDomain(context));
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
  const quoted = /quote\((.*)\)\)\s*$/.exec(r_call)?.[1];
  if (quoted !== undefined || typeof expression === "string")
    return nonlinearContrasts(known, { contrast: quoted ?? String(expression) });
  const written = coefficientsIn(r_call);
  const names = (expected.rows ?? []).map(({ name }) => name);
  if (written.length > 0)
    return linearContrasts(known, Object.fromEntries(written.map((one, i) => [names[i] ?? `${i}`, one])));
  if (Array.isArray(contrast))
    return linearContrasts(known, {
      [names[0] ?? "diff"]: { [`${contrast[0]}`]: 1, [`${contrast[1]}`]: -1 },
    });
  const [earlier = "", later = ""] = [...new Set(estimated.names.map((name) => name.split(".")[0] ?? ""))];
  return changeBetweenWaves(known, [earlier, later], call.domain.length > 1 ? names : []);
}

/** Every list of numbers by name of an estimate, such as c(`1` = -1, `2` = 1), in the words of R. */
function coefficientsIn(words: string): Coefficients[] {
  const pair = /[`"]?([^`",()=]+?)[`"]?\s*=\s*(-?[\d.]+(?:\/\d+)?)/g;
  return [...words.matchAll(/c\(((?:\s*[`"]?[^`",()=]+[`"]?\s*=\s*-?[\d./]+\s*,?)+)\)/g)].map(
    ([, inside = ""]) =>
      Object.fromEntries(
        [...inside.matchAll(pair)].map(([, name = "", number = ""]) => {
          const [over, under = "1"] = number.split("/");
          return [name.trim(), Number(over) / Number(under)];
        }),
      ),
  );
}
