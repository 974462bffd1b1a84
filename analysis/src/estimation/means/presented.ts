import type { Design } from "../../design/index.ts";
import type { Estimate } from "../estimate.ts";
import { type Interval, tQuantile } from "../interval.ts";
import type { EstimationOptions } from "../options.ts";
import type { Arrangement } from "../units/arrangement.ts";
import type { NoVariance } from "../units/unit-variance.ts";

/** A design effect below this is rounding: the sample has no variance to compare. */
const negligible = 1e-12;

/** The numbers of one domain before they are put together; NaN where one could not be computed. */
export interface Parts {
  readonly value: number;
  readonly variance: number | NoVariance;
  /** Variance under simple random sampling of the same size. */
  readonly simpleVariance: number;
  readonly respondents: number;
  readonly eligible: number;
}

export type MakeInterval = (
  value: number,
  standardError: number,
  t: number,
  respondents: number,
) => Interval | null;

/** The design with its degrees of freedom, over all and by domain. */
export type Freedom = Pick<Arrangement, "design" | "degreesOfFreedom" | "domainDegreesOfFreedom">;

/** Puts the parts of one domain together, or says why there is no estimate. Never a NaN. */
export function present(
  parts: Parts,
  domain: number,
  arrangement: Freedom,
  options: EstimationOptions,
  makeInterval: MakeInterval,
): Estimate {
  const { respondents, eligible } = parts;
  const degreesOfFreedom =
    options.degreesOfFreedom === "domain"
      ? arrangement.domainDegreesOfFreedom[domain]!
      : arrangement.degreesOfFreedom;
  const itemNonresponse = eligible === 0 ? 0 : 1 - respondents / eligible;
  const reason = whyNot(parts, options, arrangement.design);
  const context = { degreesOfFreedom, respondents, itemNonresponse };
  const without = {
    value: null,
    standardError: null,
    interval: null,
    effectiveRespondents: null,
    designEffect: null,
    ...context,
  };
  if (reason) return { ...without, reason };
  if (typeof parts.variance === "string") return { ...without, value: parts.value, reason: parts.variance };
  const { variance } = parts;
  const standardError = Math.sqrt(variance);
  const designEffect = variance / parts.simpleVariance;
  const certain = designEffect <= negligible;
  return {
    value: parts.value,
    standardError,
    interval: makeInterval(parts.value, standardError, tQuantile(degreesOfFreedom), respondents),
    effectiveRespondents: Number.isFinite(designEffect) && !certain ? respondents / designEffect : null,
    designEffect: Number.isFinite(designEffect) ? (certain ? 0 : designEffect) : null,
    ...context,
  };
}

function whyNot(
  { value, variance, respondents, eligible }: Parts,
  options: EstimationOptions,
  { singlePsu }: Design,
): Estimate["reason"] {
  if (eligible === 0) return "no-respondents";
  if (respondents === 0) return "all-missing";
  if (options.missing === "keep" && respondents < eligible) return "missing-kept";
  if (!Number.isFinite(value)) return "zero-denominator";
  if (variance === "single-psu" && singlePsu === "fail") return variance;
  return undefined;
}

/** Variance factor of a mean under simple random sampling: (W − n)/(W n), or 1/n with replacement; NaN if W < n. */
export function simpleSamplingFactor(
  weight: number,
  respondents: number,
  options: EstimationOptions,
): number {
  if (options.designEffect === "with-replacement") return 1 / respondents;
  return weight < respondents ? Number.NaN : (weight - respondents) / (weight * respondents);
}
