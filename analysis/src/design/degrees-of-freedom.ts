import type { Design } from "./design.ts";
import type { ReplicateDesign } from "./replicate-design.ts";
import { replicateDegreesOfFreedom } from "./replicate-rank.ts";

/**
 * PSUs minus strata over rows that have a weight, or the rank of replicate weights minus 1: of the whole sample, or of
 * the rows of a domain.
 *
 * @param within  by row: 1 in the domain; left out: everyone
 * @agrees R survey::degf, of the design and of its subset
 */
export function degreesOfFreedomOf(sample: Design | ReplicateDesign, within?: Uint8Array): number {
  if (sample.kind === "replicate")
    return within ? replicateDegreesOfFreedom(sample, within) : sample.degreesOfFreedom;
  return unitsMinusStrata(sample, within);
}

function unitsMinusStrata({ rows, weights, stages: [first] }: Design, within?: Uint8Array): number {
  const [unitSeen, stratumSeen] = [new Uint8Array(first.unitCount), new Uint8Array(first.stratumCount)];
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (weights[row] === 0 || within?.[row] === 0) continue;
    const [unit, stratum] = [first.units[row]!, first.strata[row]!];
    count += unitSeen[unit] ? 0 : 1;
    count -= stratumSeen[stratum] ? 0 : 1;
    unitSeen[unit] = stratumSeen[stratum] = 1;
  }
  return count;
}
