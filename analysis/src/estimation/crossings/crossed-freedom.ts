import type { Design } from "../../design/index.ts";
import { type Domains, rowsByDomain } from "../domains.ts";
import { answeredRows } from "./answered-rows.ts";

/**
 * PSUs minus strata over the rows of positive weight of each cell; agrees with `degreesOfFreedomOf` of the cell.
 */
export function freedomByCell(design: Design, cells: Domains): Int32Array {
  const byCells = known.get(design) ?? new WeakMap<Domains, Int32Array>();
  known.set(design, byCells);
  const freedom = byCells.get(cells) ?? countFreedom(design, cells);
  byCells.set(cells, freedom);
  return freedom;
}

const known = new WeakMap<Design, WeakMap<Domains, Int32Array>>();

function countFreedom({ weights, stages: [first] }: Design, cells: Domains): Int32Array {
  const { rows } = answeredRows(weights, {}, () => true);
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
