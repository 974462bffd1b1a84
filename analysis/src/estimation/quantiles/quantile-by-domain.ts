import type { Design, ReplicateDesign } from "../../design/index.ts";
import { crossingAlone } from "../crossings/crossed-cells.ts";
import { meansInCells } from "../crossings/crossed-means.ts";
import { type Domains, inEachDomain, rowsByDomain } from "../domains.ts";
import { tFor, tInterval } from "../interval.ts";
import type { Measurement } from "../measurement.ts";
import { arrange } from "../units/arrangement.ts";
import {
  estimateQuantiles,
  noQuantile,
  presentedQuantile,
  type QuantileEstimate,
  type QuantileOptions,
  rowsCounted,
} from "./quantile.ts";
import { woodruffLimits } from "./quantile-interval.ts";
import { orderOf } from "./quantile-order.ts";
import { type Ordered, ordered } from "./quantile-ordered.ts";
import { quantileOf } from "./quantile-rules.ts";

/**
 * Quantiles in every domain: answers are sorted and units arranged once for all of them.
 * Domains are estimated with the full design, never by filtering rows first.
 *
 * @returns estimates by domain, then by share
 * @throws RangeError as `estimateQuantiles`
 * @agrees R survey::svyby(~y, ~domain, design, svyquantile), tests/reference
 */
export function estimateQuantilesByDomain(
  sample: Design | ReplicateDesign,
  measurement: Measurement,
  domains: Domains,
  shares: readonly number[],
  options: Omit<QuantileOptions, "within"> = {},
): QuantileEstimate[][] {
  const { interval = "mean" } = options;
  const { values } = measurement;
  const asksMore = (options.missing === "keep" && values.some(Number.isNaN)) || !shares.every(isShare);
  // What needs a reason or a refusal, and what has no arrangement, goes domain by domain.
  if (asksMore || sample.kind === "replicate" || interval === "score" || interval === "quantile")
    return inEachDomain(domains, (within) =>
      estimateQuantiles(sample, measurement, shares, { ...options, within }),
    );
  const answered = domainsOfAnswered(domains, measurement);
  const distributions = rowsByDomain(orderOf(values), answered).map((rows) =>
    ordered(values, rows, sample.weights),
  );
  const arrangement = arrange(sample, answered);
  const rows = rowsOf(sample, answered);
  const found = distributions.map((one) =>
    shares.map((share) => quantileOf(one, share, options.rule ?? "math")),
  );
  const below = shares.map((_, i) =>
    meansInCells(sample, atOrBelow(values, answered, found, i), tInterval)(crossingAlone(answered)),
  );
  return distributions.map((distribution, domain) =>
    shares.map((share, i) => {
      const degreesOfFreedom = arrangement.domainDegreesOfFreedom[domain]!;
      const context = { degreesOfFreedom, respondents: distribution.values.length };
      const { value, standardError, reason } = below[i]![domain]!;
      if (value === null || standardError === null)
        return noQuantile(share, context, whyNot(distribution, domains, domain) ?? reason);
      const measured = { value, variance: standardError ** 2, degreesOfFreedom, rows: rows[domain]! };
      const level = options.level ?? 0.95;
      const limits = woodruffLimits(distribution, measured, options.rule ?? "math", interval, level);
      return presentedQuantile(share, found[domain]![i]!, limits, tFor(level, degreesOfFreedom), context);
    }),
  );
}

function isShare(share: number): boolean {
  return share >= 0 && share <= 1;
}

/** Domains of those who answered; -1 for everyone else. */
function domainsOfAnswered({ of, count }: Domains, { values }: Measurement): Domains {
  return { of: of.map((domain, row) => (Number.isNaN(values[row]!) ? -1 : domain)), count };
}

function rowsOf(sample: Design, { of, count }: Domains): Int32Array {
  const rows = new Int32Array(count);
  for (const domain of of) if (domain >= 0) rows[domain]!++;
  return rows.map((answered) => rowsCounted(sample, answered));
}

function atOrBelow(
  values: Float64Array,
  { of }: Domains,
  found: readonly (readonly number[])[],
  share: number,
): Measurement {
  return {
    values: values.map((value, row) => {
      const domain = of[row]!;
      return domain < 0 ? Number.NaN : Number(value <= found[domain]![share]!);
    }),
  };
}

function whyNot({ values }: Ordered, { of }: Domains, domain: number): QuantileEstimate["reason"] {
  if (values.length > 0) return undefined;
  return of.includes(domain) ? "all-missing" : "no-respondents";
}
