import { type Design, degreesOfFreedomOf, type ReplicateDesign } from "../../design/index.ts";
import type { Estimate } from "../estimate.ts";
import { estimateFrom } from "../estimate-from.ts";
import type { Estimated } from "../estimated.ts";
import { tFor } from "../interval.ts";
import type { Measurement } from "../measurement.ts";
import { known } from "../significance.ts";
import { quantileEstimator } from "./quantile-estimator.ts";
import { type WoodruffInterval, woodruffLimits } from "./quantile-interval.ts";
import { orderOf } from "./quantile-order.ts";
import { type Ordered, ordered } from "./quantile-ordered.ts";
import { type QuantileRule, quantileOf } from "./quantile-rules.ts";
import { scoreLimits } from "./quantile-score-interval.ts";
import { sharesBelow } from "./quantile-share-below.ts";

export interface QuantileOptions {
  /** How a quantile is read off the weighted distribution; "math" when left out. */
  readonly rule?: QuantileRule;
  /**
   * Woodruff's interval for the share below ("mean" when left out, "xlogit", "beta", "asin"), the score test
   * ("score", linearised designs only), or quantile ± t · SE of the replicates ("quantile", replicate designs only).
   */
  readonly interval?: WoodruffInterval | "score" | "quantile";
  /** Confidence; 0.95 when left out. */
  readonly level?: number;
  /** By row: 1 in the domain, which is estimated with the full design. */
  readonly within?: Uint8Array;
  /** "remove" (when left out): of those who answered. "keep": any missing answer means no estimate. */
  readonly missing?: "remove" | "keep";
}

/** One quantile. All numbers but the degrees of freedom are in the units of the variable. */
export interface QuantileEstimate {
  /** Share of the weight below it, 0 to 1. */
  readonly share: number;
  readonly value: number | null;
  /** Width of the interval divided by 2 t; null where a limit is. */
  readonly standardError: number | null;
  /** A limit is null where the interval of the share reaches beyond 0 or 1. */
  readonly interval: { readonly low: number | null; readonly high: number | null } | null;
  /** PSUs minus strata (or rank of the replicates minus 1) among those who answered. */
  readonly degreesOfFreedom: number;
  readonly respondents: number;
  readonly reason?: Estimate["reason"];
}

/**
 * Weighted quantiles with intervals and standard errors.
 *
 * @param shares 0 to 1, such as 0.5 for the median
 * @throws RangeError for a share outside 0 to 1, or an interval that the kind of design does not have
 * @source Woodruff (1952), JASA 47; Francisco & Fuller (1991), The Annals of Statistics 19(1)
 * @agrees R survey::svyquantile, tests/reference
 */
export function estimateQuantiles(
  sample: Design | ReplicateDesign,
  { values, eligible }: Measurement,
  shares: readonly number[],
  options: QuantileOptions = {},
): QuantileEstimate[] {
  checkAsked(sample, shares, options);
  const domain = Uint8Array.from(values, (value, row) =>
    Number.isNaN(value) || options.within?.[row] === 0 ? 0 : 1,
  );
  const reach = (row: number) => options.within?.[row] !== 0 && eligible?.[row] !== 0;
  const missing = values.findIndex((value, row) => Number.isNaN(value) && reach(row)) >= 0;
  const distribution = ordered(values, orderOf(values, domain), sample.weights);
  const context = {
    degreesOfFreedom: degreesOfFreedomOf(sample, domain.includes(0) ? domain : undefined),
    respondents: distribution.values.length,
  };
  const without = (reason: QuantileEstimate["reason"]) =>
    shares.map((share) => noQuantile(share, context, reason));
  if (distribution.values.length === 0) return without(missing ? "all-missing" : "no-respondents");
  if (missing && options.missing === "keep") return without("missing-kept");
  const asked = {
    sample,
    values,
    domain,
    distribution,
    shares,
    options,
    degreesOfFreedom: context.degreesOfFreedom,
  };
  const found = shares.map((share) => quantileOf(distribution, share, options.rule ?? "math"));
  const limits = options.interval === "quantile" ? replicateLimits(asked) : mappedLimits(asked, found);
  if (!Array.isArray(limits)) return without(limits.reason);
  const t = tFor(options.level ?? 0.95, context.degreesOfFreedom);
  return shares.map((share, i) => presentedQuantile(share, found[i]!, limits[i]!, t, context));
}

interface Asked {
  readonly sample: Design | ReplicateDesign;
  readonly values: Float64Array;
  readonly domain: Uint8Array;
  readonly distribution: Ordered;
  readonly shares: readonly number[];
  readonly options: QuantileOptions;
  readonly degreesOfFreedom: number;
}

type Limits = [number, number][] | { readonly reason: Estimated["reason"] };

function checkAsked(
  sample: Design | ReplicateDesign,
  shares: readonly number[],
  { interval }: QuantileOptions,
): void {
  const outside = shares.find((share) => !(share >= 0 && share <= 1));
  if (outside !== undefined)
    throw new RangeError(`A quantile needs a share from 0 to 1, not ${outside}. The median is 0.5.`);
  if (interval === "score" && sample.kind === "replicate")
    throw new RangeError(
      'The interval "score" needs strata and PSUs; replicate weights have "mean" and "quantile".',
    );
  if (interval === "quantile" && sample.kind !== "replicate")
    throw new RangeError(
      'The interval "quantile" needs replicate weights; strata and PSUs have "mean" and "score".',
    );
}

/** Rows that R counts as the sample when it compares effective with actual numbers ("beta"), of so many in the domain. */
export function rowsCounted(sample: Design | ReplicateDesign, inDomain: number): number {
  const keepsAll =
    sample.kind === "linearised" && (sample.adjustments.length > 0 || sample.selection !== undefined);
  return keepsAll ? sample.rows : inDomain;
}

function mappedLimits(
  { sample, values, domain, distribution, shares, options, degreesOfFreedom }: Asked,
  found: readonly number[],
): Limits {
  const { rule = "math", interval = "mean", level = 0.95 } = options;
  const below = estimateFrom(sample, sharesBelow(values, domain, found));
  if (below.reason) return { reason: below.reason };
  const rows = rowsCounted(
    sample,
    domain.reduce((count, one) => count + one, 0),
  );
  return shares.map((share, i) => {
    if (interval === "score" && sample.kind === "linearised")
      return scoreLimits(sample, { values, domain }, distribution, {
        share,
        rule,
        t: tFor(level, degreesOfFreedom),
      });
    const [value, variance] = [below.values[i]!, below.covariance[i]![i]!];
    const measured = { value, variance, degreesOfFreedom, rows };
    return woodruffLimits(distribution, measured, rule, interval as WoodruffInterval, level);
  });
}

function replicateLimits({ sample, values, domain, shares, options, degreesOfFreedom }: Asked): Limits {
  const estimator = quantileEstimator(values, shares, options.rule);
  const estimated = estimateFrom(sample, estimator, { within: domain });
  if (estimated.reason) return { reason: estimated.reason };
  const t = tFor(options.level ?? 0.95, degreesOfFreedom);
  return shares.map((_, i) => {
    const [value, error] = [estimated.values[i]!, Math.sqrt(estimated.covariance[i]![i]!)];
    return [value - t * error, value + t * error];
  });
}

/** No quantile, and why. */
export function noQuantile(
  share: number,
  context: { readonly degreesOfFreedom: number; readonly respondents: number },
  reason: QuantileEstimate["reason"],
): QuantileEstimate {
  const none = { share, value: null, standardError: null, interval: null, ...context };
  return reason ? { ...none, reason } : none;
}

/** A quantile with its limits; an error where both are known. */
export function presentedQuantile(
  share: number,
  value: number,
  [low, high]: [number, number],
  t: number,
  context: { readonly degreesOfFreedom: number; readonly respondents: number },
): QuantileEstimate {
  const error = (high - low) / (2 * t);
  return {
    share,
    value,
    standardError: known(error),
    interval: { low: known(low), high: known(high) },
    ...context,
  };
}
