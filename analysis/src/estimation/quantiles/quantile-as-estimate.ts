import type { Estimate } from "../estimate.ts";
import type { QuantileEstimate } from "./quantile.ts";

/**
 * A quantile beside estimates of other kinds. It has no design effect of its own, so the effective number of
 * respondents is not given; an interval of which one limit is unknown is none.
 *
 * @param itemNonresponse share of those asked who gave no answer, 0 to 1
 */
export function quantileAsEstimate(quantile: QuantileEstimate, itemNonresponse: number): Estimate {
  const { value, standardError, interval, degreesOfFreedom, respondents, reason } = quantile;
  const { low = null, high = null } = interval ?? {};
  return {
    value,
    standardError,
    interval: low === null || high === null ? null : { low, high, method: "woodruff" },
    degreesOfFreedom,
    respondents,
    effectiveRespondents: null,
    designEffect: null,
    itemNonresponse,
    ...(reason ? { reason } : {}),
  };
}
