import { crossedCells, firstCrossings, type SumsBehind } from "../estimation/index.ts";
import type { IndicatorEstimate, IndicatorEstimatesIn } from "../indicators/index.ts";
import type { CrossingDomains } from "./crossings.ts";
import { depthOf, isShownIn } from "./measures.ts";
import type { TableMeasure } from "./working-tables.ts";

/** By crossing, by cell; null where the measure is not shown so far down. */
export type EstimatesByCrossing = (readonly IndicatorEstimate[] | null)[];

/** The sums behind a mean in all crossings, and by crossing the number of its first cell; undefined where it is not shown. */
export interface CrossedSums {
  readonly sums: SumsBehind;
  firstCell(crossing: number): number | undefined;
}
type WatchCrossings = (behind: CrossedSums) => void;

/**
 * Estimates of measures in the crossings in which they are shown, one read of the rows for all of them: crossings are
 * numbered from those of the country alone down to those with municipalities, and a measure reads the first of them.
 */
export function estimatesInShown(
  crossings: readonly CrossingDomains[],
): (measure: TableMeasure, estimatesIn: IndicatorEstimatesIn, watch: WatchCrossings) => EstimatesByCrossing {
  const order = [...crossings.keys()].sort((a, b) => depthAt(a) - depthAt(b));
  const all = crossedCells(order.map((i) => crossings[i]!));
  return (measure, estimatesIn, watch) => {
    const shown = order.filter((i) => isShownIn(measure, crossings[i]!.crossing));
    const cells = firstCrossings(all, shown.length);
    const estimates = estimatesIn(cells, (sums) =>
      watch({ sums, firstCell: (i) => cells.starts[shown.indexOf(i)] }),
    );
    const found: EstimatesByCrossing = crossings.map(() => null);
    shown.forEach((i, place) => {
      const start = cells.starts[place]!;
      found[i] = estimates.slice(start, start + crossings[i]!.count);
    });
    return found;
  };

  function depthAt(i: number): number {
    return depthOf(crossings[i]!.crossing);
  }
}
