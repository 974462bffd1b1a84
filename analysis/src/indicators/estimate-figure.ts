import type { Design } from "../design/index.ts";
import { logitInterval, meansInCells, ratiosInCells, tInterval } from "../estimation/index.ts";
import { estimatePriority } from "./estimate-priority.ts";
import { estimateQuantile } from "./estimate-quantile.ts";
import { estimateTimeToEvent } from "./estimate-time.ts";
import { type IndicatorEstimatesIn, withCounts } from "./measured.ts";
import type { ScoredFigure } from "./scored-figures.ts";
import type { RatioStatistic } from "./statistics.ts";

/** Estimates of a scored figure by cell: its statistic with the full design, and what stands behind it. */
export function estimateFigure({ statistic, marks }: ScoredFigure, design: Design): IndicatorEstimatesIn {
  switch (statistic.kind) {
    case "ratio": {
      const interval = marks.numerator ? logitInterval : tInterval;
      const estimatesIn = estimateRatio(statistic, marks.eligible, design, interval);
      return withCounts(design, marks, (cells, _counts, watch) => estimatesIn(cells, watch));
    }
    case "quantile":
      return withCounts(design, marks, estimateQuantile(statistic, design));
    case "time-to-event":
      return withCounts(design, marks, estimateTimeToEvent(statistic, design));
    case "priority":
      return withCounts(design, marks, estimatePriority(statistic.needs, marks.base, design));
  }
}

/** Shares have an interval that stays within 0 and 1. */
function estimateRatio(
  { numerator, denominator }: RatioStatistic,
  eligible: Uint8Array,
  design: Design,
  interval: Parameters<typeof meansInCells>[2],
) {
  if (!denominator) return meansInCells(design, { values: numerator, eligible }, interval);
  const ratio = {
    numerator: { values: numerator, eligible },
    denominator: { values: denominator, eligible },
  };
  return ratiosInCells(design, ratio, interval);
}
