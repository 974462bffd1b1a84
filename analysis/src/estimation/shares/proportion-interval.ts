import { type Design, degreesOfFreedomOf, type ReplicateDesign } from "../../design/index.ts";
import { expit, logit, sumOf } from "../../numerics/index.ts";
import type { Estimate } from "../estimate.ts";
import { estimateFrom } from "../estimate-from.ts";
import type { Estimator } from "../estimator.ts";
import { meansEstimator } from "../estimators.ts";
import { tFor } from "../interval.ts";
import type { Measurement } from "../measurement.ts";
import { rowsCounted } from "../quantiles/quantile.ts";
import { likelihoodLimits } from "./proportion-interval-likelihood.ts";
import { type ShareInterval, shareLimits } from "./proportion-interval-limits.ts";
import { workingBinomial } from "./proportion-interval-working.ts";

export interface ProportionIntervalOptions {
  /**
   * "logit" (when left out), "likelihood", "xlogit", "beta", "asin", "mean" or "wilson". Logit and xlogit are the same
   * on linearised designs; on replicate designs "logit" repeats the logit, "xlogit" the share.
   */
  readonly method?: ShareInterval | "logit" | "likelihood";
  /** Confidence; 0.95 when left out. */
  readonly level?: number;
  /** By row: 1 in the domain, which is estimated with the full design. */
  readonly within?: Uint8Array;
  /** "remove" (when left out): of those who answered. "keep": any missing answer means no estimate. */
  readonly missing?: "remove" | "keep";
}

/** A share from 0 to 1 with its interval. */
export interface ProportionWithInterval {
  readonly value: number | null;
  readonly standardError: number | null;
  /** null where the method has no interval: a share of exactly 0 or 1 has none but "mean" and "beta". */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** PSUs minus strata, or rank of the replicates minus 1, missing answers included. */
  readonly degreesOfFreedom: number;
  readonly respondents: number;
  /** p(1 − p) / V; null where V is zero. */
  readonly effectiveRespondents: number | null;
  readonly reason?: Estimate["reason"];
}

/**
 * Share of ones among ones and zeros, with the interval asked for.
 *
 * @source Korn & Graubard (1998), Survey Methodology 24(2); Dean & Pagano (2015), Journal of Survey Statistics and Methodology 3
 * @agrees R survey::svyciprop, tests/reference
 */
export function estimateProportionInterval(
  sample: Design | ReplicateDesign,
  indicator: Measurement,
  options: ProportionIntervalOptions = {},
): ProportionWithInterval {
  const { within, level = 0.95 } = options;
  const inside = within ?? new Uint8Array(sample.rows).fill(1);
  const degreesOfFreedom = degreesOfFreedomOf(sample, within?.includes(0) ? within : undefined);
  const share = meansEstimator(["share"], [indicator]);
  const { values, covariance, respondents, reason } = estimateFrom(sample, share, within ? { within } : {});
  const why = reason ?? missingReason(indicator, inside, options);
  const [value, variance] = [values[0]!, covariance[0]![0]!];
  const context = { degreesOfFreedom, respondents };
  if (why)
    return {
      value: null,
      standardError: null,
      interval: null,
      effectiveRespondents: null,
      ...context,
      reason: why,
    };
  const limits = limitsOf(
    sample,
    share,
    { values: indicator.values, inside },
    { value, variance, degreesOfFreedom },
    { ...options, level },
  );
  const effective = (value * (1 - value)) / variance;
  return {
    value,
    standardError: Math.sqrt(variance),
    interval: limits.some(Number.isNaN) ? null : { low: limits[0], high: limits[1] },
    effectiveRespondents: Number.isFinite(effective) ? effective : null,
    ...context,
  };
}

function missingReason(
  { values, eligible }: Measurement,
  inside: Uint8Array,
  { missing }: ProportionIntervalOptions,
): Estimate["reason"] {
  const isMissing = (value: number, row: number) =>
    Number.isNaN(value) && inside[row] === 1 && eligible?.[row] !== 0;
  return missing === "keep" && values.some(isMissing) ? "missing-kept" : undefined;
}

function limitsOf(
  sample: Design | ReplicateDesign,
  share: Estimator,
  { values, inside }: { readonly values: Float64Array; readonly inside: Uint8Array },
  found: { readonly value: number; readonly variance: number; readonly degreesOfFreedom: number },
  { method = "logit", level }: ProportionIntervalOptions & { readonly level: number },
): [number, number] {
  if (method === "likelihood") {
    const working = workingBinomial(sample.weights, values, inside);
    return likelihoodLimits({ ...found, t: tFor(level, found.degreesOfFreedom), ...working });
  }
  if (method === "logit" && sample.kind === "replicate")
    return repeatedLogitLimits(sample, share, inside, tFor(level, found.degreesOfFreedom));
  const rows = rowsCounted(sample, sumOf(inside));
  return shareLimits({ ...found, rows }, method === "logit" ? "xlogit" : method, level);
}

/** Logit ± t · SE with the logit repeated by replicate, mapped back. */
function repeatedLogitLimits(
  sample: ReplicateDesign,
  share: Estimator,
  within: Uint8Array,
  t: number,
): [number, number] {
  const logits: Estimator = {
    ...share,
    valueAt: (weights) => share.valueAt(weights).map(logit),
    scoresAt: (weights) => {
      const value = share.valueAt(weights)[0]!;
      return share.scoresAt(weights).map((scores) => scores.map((score) => score / (value * (1 - value))));
    },
  };
  const { values, covariance } = estimateFrom(sample, logits, { within });
  const reach = t * Math.sqrt(covariance[0]![0]!);
  return [expit(values[0]! - reach), expit(values[0]! + reach)];
}
