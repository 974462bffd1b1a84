import type { ReplicateDesign } from "@tiltas/analysis/design";
import {
  acrossDomains,
  arrangeReplicates,
  type Domains,
  type Estimate,
  type EstimationOptions,
  type Estimator,
  estimateFrom,
  estimateMeanByReplicates,
  estimateRatioByReplicates,
  estimateTotalByReplicates,
  listwise,
  meansEstimator,
  type RatioOf,
  type ReplicateArrangement,
  ratiosEstimator,
  totalsEstimator,
} from "@tiltas/analysis/estimation";
import { askedElsewhere } from "./asked-elsewhere.ts";
import { counts } from "./estimates.ts";
import { answerOf } from "./index.ts";
import type { AnswerCase, CaseContext } from "./kind.ts";
import { type Question, questionOf } from "./question.ts";

/** Any statistic on a replicate design. */
export const answer: AnswerCase = async (context) => {
  const kind = askedElsewhere(context.one);
  if (kind === undefined) return ofMeans(context, replicatesOf(context));
  const other = await answerOf(kind);
  if (!other) throw new Error(`The kind "${kind}" is not computed yet.`);
  return other(context);
};

export function replicatesOf({ sample }: CaseContext): ReplicateDesign {
  if (sample?.kind !== "replicate") throw new Error("This case has no replicates.");
  return sample;
}

type NamedDomains = Domains & { readonly names: readonly string[] };

/** Means, totals and ratios of everyone, of a subset, or by domain. */
export function ofMeans(context: CaseContext, sample: ReplicateDesign): object {
  const { one, data, within } = context;
  const question = questionOf(one, data);
  const domains: NamedDomains =
    question.by.length > 0
      ? data.domains(question.by)
      : {
          of: Int32Array.from({ length: data.rows }, (_, row) => (within?.[row] === 0 ? -1 : 0)),
          count: 1,
          names: [""],
        };
  const options: EstimationOptions = {
    missing: question.missing,
    designEffect: question.designEffect,
    degreesOfFreedom: within ? "domain" : "design",
  };
  const arrangement = arrangeReplicates(sample, domains, options);
  const asked = askedOf(question);
  const estimates = asked.estimates(arrangement, options);
  const { covariance } = estimateFrom(sample, acrossDomains(asked.estimator, domains));
  const rows = domains.names.flatMap((domain, d) =>
    asked.names.map((name, v) => rowOf(rowName(domain, name, asked.names.length), estimates[v]?.[d])),
  );
  return {
    rows,
    vcov: { values: covariance },
    df: within ? arrangement.domainDegreesOfFreedom[0] : sample.degreesOfFreedom,
    ...counts({ ...context, sample }),
  };
}

interface Asked {
  readonly names: readonly string[];
  readonly estimator: Estimator;
  estimates(arrangement: ReplicateArrangement, options: EstimationOptions): Estimate[][];
}

function askedOf({ statistic, variables, denominators, missing }: Question): Asked {
  if (statistic === "ratio") {
    const pairs = denominators.flatMap((under) => variables.map((over) => ({ over, under })));
    const names = pairs.map(({ over, under }) => `${over.name}/${under.name}`);
    const ratios: RatioOf[] = pairs.map(({ over, under }) => ({
      numerator: over.measurement,
      denominator: under.measurement,
    }));
    return {
      names,
      estimator: ratiosEstimator(names, ratios),
      estimates: (arrangement, options) => estimateRatioByReplicates(arrangement, ratios, options),
    };
  }
  const given = variables.map(({ measurement }) => measurement);
  const measurements = missing === "remove" ? listwise(given) : given;
  const names = variables.map(({ name }) => name);
  const [estimator, estimate] =
    statistic === "total"
      ? [totalsEstimator, estimateTotalByReplicates]
      : [meansEstimator, estimateMeanByReplicates];
  return {
    names,
    estimator: estimator(names, measurements),
    estimates: (arrangement, options) => estimate(arrangement, measurements, options),
  };
}

function rowName(domain: string, variable: string, variables: number): string {
  if (domain === "") return variable;
  return variables === 1 ? domain : `${domain}:${variable}`;
}

function rowOf(name: string, estimate: Estimate | undefined) {
  const { value = null, standardError = null, interval, designEffect = null } = estimate ?? {};
  return {
    name,
    estimate: value,
    se: standardError,
    ci_low: interval?.low ?? null,
    ci_high: interval?.high ?? null,
    deff: designEffect,
  };
}
