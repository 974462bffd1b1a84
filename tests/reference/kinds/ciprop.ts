import { estimateProportionInterval, type ProportionIntervalOptions } from "@tiltas/analysis/estimation";
import { countsOf, domainsOf, variablesOf } from "./distributional-case.ts";
import type { AnswerCase, CaseContext } from "./kind.ts";

type Method = NonNullable<ProportionIntervalOptions["method"]>;

/** Intervals of proportions: one row, or a table by domain with R's column names; the Wilson cases are flat. */
export const answer: AnswerCase = (context) => {
  const domains = domainsOf(context);
  const name = variablesOf(context)[0]?.name ?? "";
  if (domains !== undefined)
    return {
      table: domains.map(({ levels, within }) => {
        const { estimate, se, ci_low, ci_high } = numbers(context, within);
        return { ...levels, [name]: estimate, [`se.as.numeric(${name})`]: se, ci_l: ci_low, ci_u: ci_high };
      }),
      ...countsOf(context),
    };
  const { reason, df, n_eff, ...row } = numbers(context, context.within);
  if (reason !== undefined && reason !== "missing-kept") return { error: true, reason };
  return { rows: [{ name, ...row }], ...row, n_eff, df, ...countsOf(context) };
};

function numbers(context: CaseContext, within: Uint8Array | undefined) {
  const { one, sample } = context;
  const [variable] = variablesOf(context);
  if (!sample || !variable) throw new Error("The case has no design or no variable.");
  const { options } = one.call;
  const method = (options.method ?? "logit") as Method;
  // R fits a model for two of them, and a model leaves missing answers out whatever is asked; so does the Wilson text.
  const fitted = method === "logit" || method === "likelihood" || method === "wilson";
  const keep = options.na_rm !== true;
  const found = estimateProportionInterval(sample, variable.measurement, {
    method,
    level: Number(options.level ?? 0.95),
    missing: keep && !fitted ? "keep" : "remove",
    ...(within ? { within } : {}),
  });
  const missing = variable.measurement.values.some(
    (value, row) => Number.isNaN(value) && within?.[row] !== 0,
  );
  // R's profile of a replicate fit gives no limits.
  const interval = method === "likelihood" && sample.kind === "replicate" ? null : found.interval;
  return {
    estimate: found.value,
    se: keep && missing && method !== "wilson" ? null : found.standardError,
    ci_low: interval?.low ?? null,
    ci_high: interval?.high ?? null,
    n_eff: found.effectiveRespondents,
    df: found.degreesOfFreedom,
    reason: found.reason,
  };
}
