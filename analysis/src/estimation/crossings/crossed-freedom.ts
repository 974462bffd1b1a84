import type { Design } from "../../design/index.ts";
import { type Domains, rowsByDomain } from "../domains.ts";

/**
 * PSUs minus strata over the rows of positive weight of each cell; agrees with `degreesOfFreedomOf` of the cell.
 */
export function freedomByCell({ weights, stages: [first] }: Design, cells: Domains): Int32Array {
  const rows = Int32Array.from(weights.keys()).filter((row) => weights[row] !== 0);
  const seen = { units: new Int32Array(first.unitCount), strata: new Int32Array(first.stratumCount) };
  const counts = rowsByDomain(rows, cells).map((own, cell) => {
    let count = 0;
    for (const row of own) {
      const [unit, stratum] = [first.units[row]!, first.strata[row]!];
      if (seen.units[unit] !== cell + 1) count++;
      if (seen.strata[stratum] !== cell + 1) count--;
      seen.units[unit] = seen.strata[stratum] = cell + 1;
    }
    return count;
  });
  return Int32Array.from(counts);
}
