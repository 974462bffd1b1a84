import type { Design } from "../design/index.ts";
import {
  type CrossedCells,
  type Domains,
  type Estimate,
  estimateQuantilesByDomain,
  inEachCrossing,
  quantileAsEstimate,
} from "../estimation/index.ts";
import type { CellCounts } from "./counted-cells.ts";
import type { ScoredStatistic } from "./statistics.ts";

/** A quantile by cell, with Woodruff's interval. */
export function estimateQuantile(
  { values, share }: Extract<ScoredStatistic, { kind: "quantile" }>,
  design: Design,
) {
  const quantilesIn = (domains: Domains) => estimateQuantilesByDomain(design, { values }, domains, [share]);
  return (cells: CrossedCells, counts: readonly CellCounts[]): Estimate[] =>
    inEachCrossing(cells, quantilesIn).map(([quantile], cell) => {
      if (!quantile) throw new RangeError("One quantile was asked for and none came back.");
      const { reason, ...estimate } = quantileAsEstimate(quantile, 0);
      if (estimate.respondents > 0) return { ...estimate, ...(reason ? { reason } : {}) };
      return { ...estimate, reason: counts[cell]!.eligible > 0 ? "all-missing" : "no-respondents" };
    });
}
