import type { Design, ReplicateDesign } from "@tiltas/analysis/design";
import {
  type Arrangement,
  arrange,
  covarianceOfMeans,
  covarianceOfRatios,
  covarianceOfTotals,
  type Domains,
  type Estimate,
  type EstimationOptions,
  estimateMeanByDomain,
  estimateRatioByDomain,
  estimateTotalByDomain,
  listwise,
} from "@tiltas/analysis/estimation";
import { askedElsewhere } from "./asked-elsewhere.ts";
import { answerOf } from "./index.ts";
import type { AnswerCase, CaseContext } from "./kind.ts";
import { type Question, questionOf } from "./question.ts";

/** What is asked of a linearised sample: means, totals and ratios here, anything else by the kind that knows it. */
export const answer: AnswerCase = async (context) => {
  const kind = askedElsewhere(context.one);
  const other = kind === undefined ? undefined : await answerOf(kind);
  return other ? other(context) : ofMeans(context);
};

/** Means, totals and ratios of everyone, of a subset, or by domain, as R names and orders them. */
export function ofMeans(context: CaseContext): object {
  const { one, data, within } = context;
  const question = questionOf(one, data);
  const named = question.by.length > 0 ? data.domains(question.by) : undefined;
  const domains = named ?? subset(within, data.rows);
  const arrangement = arrange(linearised(context.sample), domains);
  const options: EstimationOptions = {
    missing: question.missing,
    designEffect: question.designEffect,
    degreesOfFreedom: within ? "domain" : "design",
  };
  const { names, estimates, covariance } = estimated(arrangement, question, options);
  if (refusedByR(context, estimates)) return { error: true, reason: "single-psu" };
  const rows = names.flatMap((name, v) =>
    (estimates[v] ?? []).map((estimate, d) => rowOf(rowName(named?.names[d], name, names.length), estimate)),
  );
  return {
    rows,
    table: tableOf(question, named, estimates),
    df: within ? arrangement.domainDegreesOfFreedom[0] : arrangement.degreesOfFreedom,
    vcov: { values: covariance },
    ...counts(context),
  };
}

export function linearised(sample: Design | ReplicateDesign | undefined): Design {
  if (sample?.kind !== "linearised") throw new Error("This kind of case has a linearised design.");
  return sample;
}

/** R stops at the first domain with a stratum of one PSU; ours gives the other domains and says why of this one. */
function refusedByR({ sample }: CaseContext, estimates: readonly (readonly Estimate[])[]): boolean {
  return (
    sample?.kind === "linearised" &&
    sample.singlePsu === "fail" &&
    estimates.flat().some(({ reason }) => reason === "single-psu")
  );
}

function subset(within: Uint8Array | undefined, rows: number): Domains {
  return { of: Int32Array.from({ length: rows }, (_, row) => (within?.[row] === 0 ? -1 : 0)), count: 1 };
}

function rowName(domain: string | undefined, variable: string, variables: number): string {
  if (domain === undefined) return variable;
  return variables === 1 ? domain : `${domain}:${variable}`;
}

function estimated(arrangement: Arrangement, question: Question, options: EstimationOptions) {
  const { statistic, variables, denominators, missing } = question;
  if (statistic === "ratio") {
    const ratios = denominators.flatMap((under) =>
      variables.map((over) => ({ numerator: over.measurement, denominator: under.measurement })),
    );
    return {
      names: denominators.flatMap((under) => variables.map((over) => `${over.name}/${under.name}`)),
      estimates: estimateRatioByDomain(arrangement, ratios, options),
      covariance: ofRatiosAsR(covarianceOfRatios(arrangement, ratios)),
    };
  }
  const given = variables.map(({ measurement }) => measurement);
  const measurements = missing === "remove" ? listwise(given) : given;
  const total = statistic === "total";
  return {
    names: variables.map(({ name }) => name),
    estimates: (total ? estimateTotalByDomain : estimateMeanByDomain)(arrangement, measurements, options),
    covariance: (total ? covarianceOfTotals : covarianceOfMeans)(arrangement, measurements),
  };
}

/** R leaves the covariances between ratios of one call out. */
function ofRatiosAsR(covariance: readonly ArrayLike<number>[]): (number | null)[][] {
  return covariance.map((row, i) => Array.from(row, (each, j) => (i === j ? each : null)));
}

function rowOf(name: string, { value, standardError, interval, designEffect }: Estimate) {
  return {
    name,
    estimate: value,
    se: standardError,
    ci_low: interval?.low ?? null,
    ci_high: interval?.high ?? null,
    deff: designEffect,
  };
}

/** The same as R prints it by domain: limits with the normal quantile, and the coefficient of variation. */
function tableOf(
  { by, variables }: Question,
  named: (Domains & { readonly names: readonly string[] }) | undefined,
  estimates: readonly (readonly Estimate[])[],
) {
  const normal = 1.959963984540054;
  return named?.names.map((domain, d) => {
    const { value, standardError } = estimates[0]?.[d] ?? { value: null, standardError: null };
    const levels = by.length === 1 ? [domain] : domain.split(".");
    const [low, high, cv] =
      value === null || standardError === null
        ? [null, null, null]
        : [value - normal * standardError, value + normal * standardError, standardError / value];
    return {
      ...Object.fromEntries(by.map((column, i) => [column, levels[i]])),
      [variables[0]?.name ?? ""]: value,
      se: standardError,
      ci_l: low,
      ci_u: high,
      cv,
    };
  });
}

/** Unweighted rows of positive weight that are complete in the variables of the call, and their weight. */
export function counts({ one, data, sample, within }: CaseContext): { n: number; sum_weights: number } {
  const columns = one.call.variables.filter((name) => data.has(name)).map((name) => data.texts(name));
  let [n, sum] = [0, 0];
  for (let row = 0; row < data.rows; row++) {
    const weight = sample?.weights[row] ?? 1;
    if (within?.[row] === 0 || weight === 0 || columns.some((column) => column[row] === "")) continue;
    n++;
    sum += weight;
  }
  return { n, sum_weights: sum };
}
