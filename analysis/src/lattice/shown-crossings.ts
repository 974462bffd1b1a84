import { crossedCells, firstCrossings } from "../estimation/index.ts";
import type { IndicatorEstimate, IndicatorEstimatesIn } from "../indicators/index.ts";
import type { CrossingDomains } from "./crossings.ts";
import { depthOf, isShownIn } from "./measures.ts";
import type { TableMeasure } from "./working-tables.ts";

/** By crossing, by cell; null where the measure is not shown so far down. */
export type EstimatesByCrossing = (readonly IndicatorEstimate[] | null)[];

/**
 * Estimates of measures in the crossings in which they are shown, one read of the rows for all of them: crossings are
 * numbered from those of the country alone down to those with municipalities, and a measure reads the first of them.
 */
export function estimatesInShown(
  crossings: readonly CrossingDomains[],
): (measure: TableMeasure, estimatesIn: IndicatorEstimatesIn) => EstimatesByCrossing {
  const order = [...crossings.keys()].sort((a, b) => depthAt(a) - depthAt(b));
  const all = crossedCells(order.map((i) => crossings[i]!));
  return (measure, estimatesIn) => {
    const shown = order.filter((i) => isShownIn(measure, crossings[i]!.crossing));
    const cells = firstCrossings(all, shown.length);
    const estimates = estimatesIn(cells);
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
