import type { Design } from "../../design/index.ts";
import { findRoot } from "../../numerics/root.ts";
import { estimateFrom } from "../estimate-from.ts";
import type { Ordered } from "./quantile-ordered.ts";
import { type QuantileRule, quantileOf } from "./quantile-rules.ts";
import { sharesBelow } from "./quantile-share-below.ts";

/**
 * Interval of a quantile from the score test: the values at which the share above would differ from the expected one
 * by ± t standard errors, made to quantiles again by their unweighted share, as R does.
 *
 * @param values  one per row
 * @param domain  by row: 1 where the value counts
 * @param t       two-sided quantile of Student's t
 * @returns [low, high]
 * @throws NoRootError where the test does not change sign between the smallest and the largest value
 * @source Francisco & Fuller (1991), Quantile Estimation with a Complex Survey Design, The Annals of Statistics 19(1)
 * @agrees R survey::svyquantile(interval.type = "score"), tests/reference
 */
export function scoreLimits(
  design: Design,
  { values, domain }: { readonly values: Float64Array; readonly domain: Uint8Array },
  sample: Ordered,
  { share, rule, t }: { readonly share: number; readonly rule: QuantileRule; readonly t: number },
): [number, number] {
  const given = values.filter((_, row) => domain[row] === 1).sort();
  const rows = design.adjustments.length > 0 || design.selection ? design.rows : given.length;
  const reach = (typeSeven(given, 0.75) - typeSeven(given, 0.25)) / 100;
  const [low, high] = [given[0]! + reach, given.at(-1)! - reach];
  const excess = (limit: number) => {
    const { values: below, covariance } = estimateFrom(design, sharesBelow(values, domain, [limit]));
    const ratio = (share - below[0]!) / Math.sqrt(covariance[0]![0]!);
    return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, ratio));
  };
  const limits = [t, -t].map((quantile) =>
    findRoot((limit) => excess(limit) - quantile, low, high, { tolerance: 1 / (100 * Math.sqrt(rows)) }),
  );
  const unweightedShare = (limit: number) => given.filter((value) => value <= limit).length / given.length;
  return [
    quantileOf(sample, unweightedShare(limits[0]!), rule),
    quantileOf(sample, unweightedShare(limits[1]!), rule),
  ];
}

/** Hyndman and Fan's type 7 without weights. */
function typeSeven(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}
