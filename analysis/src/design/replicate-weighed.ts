import { type ReplicateDesign, replicateCount, replicateWeights } from "./replicate-design.ts";
import { replicateDegreesOfFreedom } from "./replicate-rank.ts";

/**
 * Changes the full-sample weights and those of every replicate in the same way, such as to known totals: the spread of
 * the replicates then holds what the change explains.
 *
 * @param weigh  new weights from weights, by row; called once for the sample and once per replicate
 * @source Valliant (1993), Poststratification and conditional variance estimation, JASA 88; Rao, Yung & Hidiroglou (2002), Sankhyā A 64
 * @agrees R survey::postStratify, survey::rake and survey::calibrate on a replicate design
 */
export function weighReplicates(
  sample: ReplicateDesign,
  weigh: (weights: Float64Array) => Float64Array,
): ReplicateDesign {
  const weights = weigh(sample.weights);
  const replicates = {
    by: "row",
    weights: Array.from({ length: replicateCount(sample) }, (_, r) => weigh(replicateWeights(sample, r))),
  } as const;
  return {
    ...sample,
    weights,
    replicates,
    degreesOfFreedom: replicateDegreesOfFreedom({ weights, replicates }),
  };
}
