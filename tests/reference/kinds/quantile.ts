import { degreesOfFreedomOf } from "@tiltas/analysis/design";
import {
  estimateQuantiles,
  estimateQuantilesByDomain,
  type QuantileEstimate,
  type QuantileOptions,
} from "@tiltas/analysis/estimation";
import { countsOf, domainsOf, variablesOf } from "./distributional-case.ts";
import type { AnswerCase, CaseContext } from "./kind.ts";

/** Quantiles: rows by variable and share, or a table by domain with R's column names. */
export const answer: AnswerCase = (context) => {
  const domains = domainsOf(context);
  if (domains === undefined) return { ...overall(context), ...countsOf(context) };
  const found = byDomain(context);
  const table = domains.map(({ levels }, domain) => ({
    ...levels,
    ...columns(found.map(({ name, domains }) => ({ name, quantiles: domains[domain] ?? [] }))),
  }));
  return { table, ...countsOf(context) };
};

function overall(context: CaseContext): object {
  const found = estimates(context, context.within);
  const refused = found.flatMap(({ quantiles }) => quantiles).find(({ reason }) => reason !== undefined);
  if (refused || !context.sample) return { error: true, reason: refused?.reason };
  return {
    rows: found.flatMap(({ name, quantiles }) =>
      quantiles.map(({ share, value, standardError, interval }) => ({
        variable: name,
        p: share,
        estimate: value,
        se: standardError,
        ci_low: interval?.low,
        ci_high: interval?.high,
      })),
    ),
    df: degreesOfFreedomOf(context.sample, context.within),
  };
}

interface VariableQuantiles {
  readonly name: string;
  readonly quantiles: readonly QuantileEstimate[];
}

function estimates(context: CaseContext, within: Uint8Array | undefined): VariableQuantiles[] {
  const { sample, shares, asked } = request(context);
  return variablesOf(context).map(({ name, measurement }) => ({
    name,
    quantiles: estimateQuantiles(sample, measurement, shares, { ...asked, ...(within ? { within } : {}) }),
  }));
}

function byDomain(context: CaseContext) {
  const { sample, shares, asked } = request(context);
  const domains = context.data.domains(context.one.call.domain);
  return variablesOf(context).map(({ name, measurement }) => ({
    name,
    domains: estimateQuantilesByDomain(sample, measurement, domains, shares, asked),
  }));
}

function request(context: CaseContext) {
  const { options } = context.one.call;
  const level = options.level ?? (options.alpha === undefined ? 0.95 : 1 - Number(options.alpha));
  const asked: QuantileOptions = {
    rule: (options.qrule ?? "math") as NonNullable<QuantileOptions["rule"]>,
    interval: intervalOf(context),
    level: Number(level),
    missing: options.na_rm === true ? "remove" : "keep",
  };
  const shares = [options.probs ?? options.quantiles ?? 0.5].flat().map(Number);
  return { sample: asHeldByR(context), shares, asked };
}

/** Of replicates R makes Woodruff's interval on the plain scale, whichever other scale is asked for. */
function intervalOf({ one, sample }: CaseContext): NonNullable<QuantileOptions["interval"]> {
  const asked = (one.call.options.interval_type ?? "mean") as NonNullable<QuantileOptions["interval"]>;
  return sample?.kind === "replicate" && asked !== "quantile" ? "mean" : asked;
}

/** R holds given weights as probabilities and turns them back: a last digit can differ, and decide a tie at a share. */
function asHeldByR({ one, sample }: CaseContext): NonNullable<CaseContext["sample"]> {
  if (!sample) throw new Error("The case has no design.");
  if (sample.kind === "replicate" || one.design?.weights == null) return sample;
  return { ...sample, weights: sample.weights.map((weight) => 1 / (1 / weight)) };
}

/** One line of R's svyby: `variable` or `variable.share`, then se., ci_l and ci_u of each. */
function columns(found: readonly VariableQuantiles[]): object {
  const all = found.flatMap(({ name, quantiles }) =>
    quantiles.map((quantile) => ({
      name: quantiles.length === 1 ? name : `${name}.${quantile.share}`,
      quantile,
    })),
  );
  const limit = (prefix: string, name: string) => (all.length === 1 ? prefix : `${prefix}.${name}`);
  return Object.fromEntries(
    all.flatMap(({ name, quantile: { value, standardError, interval } }) => [
      [name, value],
      [`se.${name}`, standardError],
      [limit("ci_l", name), interval?.low ?? null],
      [limit("ci_u", name), interval?.high ?? null],
    ]),
  );
}
