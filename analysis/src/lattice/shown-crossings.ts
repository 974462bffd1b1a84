import { type CrossedCells, crossedCells, type SumsBehind } from "../estimation/index.ts";
import type { IndicatorEstimate, IndicatorEstimatesIn } from "../indicators/index.ts";
import type { CrossingDomains } from "./crossings.ts";
import { isShownIn } from "./measures.ts";
import type { TableMeasure } from "./working-tables.ts";

/** By crossing, by cell; null where the measure is not shown so far down. */
export type EstimatesByCrossing = (readonly IndicatorEstimate[] | null)[];

/** The sums behind a mean in all crossings, and by crossing the number of its first cell; undefined where it is not shown. */
export interface CrossedSums {
  readonly sums: SumsBehind;
  firstCell(crossing: number): number | undefined;
}
type WatchCrossings = (behind: CrossedSums) => void;

/** Estimates of measures in the crossings in which they are shown, one read of the rows for all of them. */
export function estimatesInShown(
  crossings: readonly CrossingDomains[],
): (measure: TableMeasure, estimatesIn: IndicatorEstimatesIn, watch: WatchCrossings) => EstimatesByCrossing {
  const shownTo = new Map<TableMeasure["lowest"], ShownCrossings>();
  return (measure, estimatesIn, watch) => {
    const { shown, cells } = shownTo.get(measure.lowest) ?? shownCrossings(measure, crossings);
    shownTo.set(measure.lowest, { shown, cells });
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
}

interface ShownCrossings {
  readonly shown: readonly number[];
  readonly cells: CrossedCells;
}

function shownCrossings(measure: TableMeasure, crossings: readonly CrossingDomains[]): ShownCrossings {
  const shown = [...crossings.keys()].filter((i) => isShownIn(measure, crossings[i]!.crossing));
  return { shown, cells: crossedCells(shown.map((i) => crossings[i]!)) };
}
