import type { WorkingCell } from "../lattice/index.ts";
import type { Policy } from "./policies.ts";
import type { ReleasedFigure } from "./released-tables.ts";

/** The figure of a cell that is shown, in the coarseness its readers get. */
export function figureOf(cell: WorkingCell, value: number, policy: Policy): ReleasedFigure {
  const { estimate, prorated } = cell;
  const { count, figure, share } = grains(cell, policy);
  const low = estimate.interval && figure(estimate.interval.low);
  const high = estimate.interval && figure(estimate.interval.high);
  return {
    value: figure(value),
    low,
    high,
    standardError: orNull(estimate.standardError, figure),
    degreesOfFreedom: count(estimate.degreesOfFreedom),
    respondents: count(estimate.respondents),
    effectiveRespondents: orNull(estimate.effectiveRespondents, count),
    designEffect: orNull(estimate.designEffect, (one) =>
      policy.rounding ? toStep(one, 0.1) : sixDecimals(one),
    ),
    itemNonresponse: share(estimate.itemNonresponse),
    prorated: orNull(prorated, share),
    ...(isLowPrecision(cell, value, policy) && { lowPrecision: true as const }),
  };
}

/** A proportion whose interval is wide, or another figure whose standard error is large beside it. */
function isLowPrecision({ estimate, numerator }: WorkingCell, value: number, { precision }: Policy): boolean {
  const { interval, standardError } = estimate;
  if (numerator !== null)
    return interval !== null && (interval.high - interval.low) / 2 > precision.lowAboveHalfWidth;
  if (standardError === null || value === 0) return false;
  return standardError / Math.abs(value) > precision.lowAboveRelativeError;
}

/**
 * How counts, figures and shares are rounded. Public counts go to multiples, so that no difference of two counts
 * speaks of few people; a figure with all its decimals would give the count away.
 */
function grains({ estimate, numerator }: WorkingCell, { rounding }: Policy) {
  if (!rounding) return { count: sixDecimals, figure: sixDecimals, share: sixDecimals };
  const step = estimate.respondents < rounding.wholePercentBelow ? 0.01 : 0.001;
  return {
    count: (value: number) => toStep(value, rounding.counts),
    figure: numerator === null ? threeDigits : (value: number) => toStep(value, step),
    share: (value: number) => toStep(value, 0.01),
  };
}

const orNull = (value: number | null, round: (value: number) => number) =>
  value === null ? null : round(value);

/** So that the last bit of a logarithm never shows; and never a negative zero. */
const sixDecimals = (value: number) => Math.round(value * 1e6) / 1e6 + 0;

/** To the nearest multiple of a step; steps below one are decimal, and their multiples written as such. */
function toStep(value: number, step: number): number {
  return sixDecimals(Math.round(value / step) * step);
}

function threeDigits(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(3)) + 0;
}
