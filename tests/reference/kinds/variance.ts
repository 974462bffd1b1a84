import { degreesOfFreedomOf } from "@tiltas/analysis/design";
import { type Estimated, estimateVariances, tFor } from "@tiltas/analysis/estimation";
import { countsOf, domainsOf, variablesOf } from "./distributional-case.ts";
import type { AnswerCase, CaseContext } from "./kind.ts";

/** Variances: a row for one variable, the whole matrix for several, or a row by domain. */
export const answer: AnswerCase = (context) => {
  const { sample } = context;
  if (!sample) throw new Error("The case has no design.");
  const domains = domainsOf(context);
  const df = degreesOfFreedomOf(sample, context.within);
  const found = domains
    ? domains.map(({ levels, within }) => ({
        label: Object.values(levels).join("."),
        estimated: estimated(context, within),
      }))
    : [{ label: undefined, estimated: estimated(context, context.within) }];
  const reason = found.find(({ estimated }) => estimated.reason)?.estimated.reason;
  if (reason) return { error: true, reason };
  const rows = found.flatMap(({ label, estimated }) => rowsOf(estimated, label, sample.kind, df));
  const vcov = rows.length > 1 && !domains ? { vcov: { values: found[0]?.estimated.covariance } } : {};
  return { rows, df, ...vcov, ...countsOf(context) };
};

function estimated(context: CaseContext, within: Uint8Array | undefined): Estimated {
  const { one, sample } = context;
  if (!sample) throw new Error("The case has no design.");
  const variables = variablesOf(context);
  const values = variables.map(({ measurement }) => measurement.values);
  const missing = values.some((column) =>
    column.some((value, row) => Number.isNaN(value) && within?.[row] !== 0),
  );
  const found = estimateVariances(
    sample,
    variables.map(({ name }) => name),
    variables.map(({ measurement }) => measurement),
    within ? { within } : {},
  );
  if (!missing || one.call.options.na_rm === true) return found;
  if (sample.kind === "replicate") return { ...found, reason: "missing-kept" };
  return {
    ...found,
    values: found.values.map(() => Number.NaN),
    covariance: found.covariance.map((row) => row.map(() => Number.NaN)),
  };
}

/** R names a variance by its variable, those of a matrix and of replicates not at all. */
function rowsOf(
  { names, values, covariance }: Estimated,
  label: string | undefined,
  kind: "linearised" | "replicate",
  df: number,
): object[] {
  const t = tFor(0.95, df);
  return names.map((name, i) => {
    const [estimate, se] = [values[i] ?? Number.NaN, Math.sqrt(covariance[i]?.[i] ?? Number.NaN)];
    return {
      name: label ?? (names.length > 1 || kind === "replicate" ? "stat" : name),
      estimate,
      se,
      ci_low: estimate - t * se,
      ci_high: estimate + t * se,
    };
  });
}
