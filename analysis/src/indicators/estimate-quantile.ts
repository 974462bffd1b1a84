import { type Arrangement, type Estimate, estimateQuantiles, type Measurement } from "../estimation/index.ts";
import { rowsOf } from "./in-domains.ts";

/**
 * A quantile in every domain, with Woodruff's interval. It has no design effect of its own: the effective number of
 * respondents is not given.
 */
export function estimateQuantile(
  arrangement: Arrangement,
  measurement: Measurement,
  share: number,
): Estimate[] {
  return Array.from({ length: arrangement.domains.count }, (_, domain): Estimate => {
    const within = rowsOf(arrangement, domain);
    const [quantile] = estimateQuantiles(arrangement.design, measurement, [share], { within });
    if (!quantile) throw new RangeError("One quantile was asked for and none came back.");
    const { value, standardError, interval, degreesOfFreedom, respondents, reason } = quantile;
    const known = interval && interval.low !== null && interval.high !== null;
    return {
      value,
      standardError,
      interval: known ? { low: interval.low ?? 0, high: interval.high ?? 0, method: "woodruff" } : null,
      degreesOfFreedom,
      respondents,
      effectiveRespondents: null,
      designEffect: null,
      itemNonresponse: 0,
      ...(reason ? { reason } : {}),
    };
  });
}
