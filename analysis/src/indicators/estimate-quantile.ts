import {
  type Arrangement,
  type Estimate,
  estimateQuantiles,
  inEachDomain,
  type Measurement,
  quantileAsEstimate,
} from "../estimation/index.ts";

/** A quantile in every domain, with Woodruff's interval. */
export function estimateQuantile(
  arrangement: Arrangement,
  measurement: Measurement,
  share: number,
): Estimate[] {
  return inEachDomain(arrangement.domains, (within): Estimate => {
    const [quantile] = estimateQuantiles(arrangement.design, measurement, [share], { within });
    if (!quantile) throw new RangeError("One quantile was asked for and none came back.");
    return quantileAsEstimate(quantile, 0);
  });
}
