import {
  type Arrangement,
  type Estimate,
  estimateQuantiles,
  type Measurement,
  quantileAsEstimate,
} from "../estimation/index.ts";
import { rowsOf } from "./in-domains.ts";

/** A quantile in every domain, with Woodruff's interval. */
export function estimateQuantile(
  arrangement: Arrangement,
  measurement: Measurement,
  share: number,
): Estimate[] {
  return Array.from({ length: arrangement.domains.count }, (_, domain): Estimate => {
    const within = rowsOf(arrangement, domain);
    const [quantile] = estimateQuantiles(arrangement.design, measurement, [share], { within });
    if (!quantile) throw new RangeError("One quantile was asked for and none came back.");
    return quantileAsEstimate(quantile, 0);
  });
}
