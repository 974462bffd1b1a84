import type { Dataset } from "../dataset/dataset.ts";
import type { Design } from "../design/index.ts";
import type { CrossedCells, Domains, Estimate, WatchSums } from "../estimation/index.ts";
import { type CellCounts, countsInCells, type Marks } from "./counted-cells.ts";

/** An indicator in one cell: the estimate, and what its denominator was made of. */
export interface IndicatorEstimate extends Omit<CellCounts, "itemNonresponse"> {
  /** In the unit of the indicator: proportions and ratios 0 to 1, means as answered, indices 0 to their scale, net balances -100 to 100. */
  readonly estimate: Estimate;
}

/** Estimates by cell of several crossings; `watch` is told of the sums behind means, where there are any. */
export type IndicatorEstimatesIn = (cells: CrossedCells, watch?: WatchSums) => IndicatorEstimate[];

/** All that an indicator is estimated from. */
export interface People {
  readonly dataset: Dataset;
  /** With the weights of the draw, for an indicator that rests on one. */
  readonly design: Design;
  /** By row: 0 for who counts in the country, else -1. */
  readonly country: Domains;
}

/** Estimates of a cell with its counts; `estimatesIn` is told how many were eligible in each cell. */
export function withCounts(
  { weights }: Design,
  marks: Marks,
  estimatesIn: (cells: CrossedCells, counts: readonly CellCounts[], watch?: WatchSums) => readonly Estimate[],
): IndicatorEstimatesIn {
  const countsIn = countsInCells(weights, marks);
  return (cells, watch) => {
    const counts = countsIn(cells);
    const estimates = estimatesIn(cells, counts, watch);
    return counts.map(({ itemNonresponse, ...rest }, cell) => ({
      estimate: { ...estimates[cell]!, itemNonresponse },
      ...rest,
    }));
  };
}
