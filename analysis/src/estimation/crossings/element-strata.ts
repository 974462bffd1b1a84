import type { Design } from "../../design/index.ts";
import { neededStages, needsEveryUnit } from "../units/unit-tree.ts";

/** Strata of a sample in which every row was drawn by itself. */
export interface ElementStrata {
  /** By row. */
  readonly of: Int32Array;
  readonly count: number;
  /** By stratum: units sampled. */
  readonly sampled: Float64Array;
  /** By stratum: what the squared deviations of its units count, (1 - n/N) · n/(n - 1); 0 where it adds nothing. */
  readonly factors: Float64Array;
  /** By stratum: 1 where its units are compared with the mean of all units instead of their own ("adjust"). */
  readonly centredAtAll: Uint8Array;
}

/** Below this share not sampled a stratum was taken whole. */
const sampledCompletely = 1e-7;

/**
 * The strata of a design without clusters, unequal probabilities and later stages, if the way single units are treated
 * is the same for every domain; undefined for any other design.
 */
export function elementStrata(design: Design): ElementStrata | undefined {
  const [stage, later] = neededStages(design);
  if (!stage || later || stage.probabilities || design.selection || stage.unitCount !== design.rows)
    return undefined;
  const single = Uint8Array.from(stage.sampled, (units, h) =>
    units === 1 && stage.fpc[h]! >= sampledCompletely ? 1 : 0,
  );
  const singles = single.reduce((sum, one) => sum + one, 0);
  const { singlePsu } = design;
  const removed = singlePsu === "remove" || singlePsu === "certainty";
  if (!removed && !needsEveryUnit(design) && (singles > 0 || design.adjustDomainLonely)) return undefined;
  if (singles > 0 && (singlePsu === "fail" || singles === stage.stratumCount)) return undefined;
  const share = singlePsu === "average" ? stage.stratumCount / (stage.stratumCount - singles) : 1;
  return {
    of: stage.strata,
    count: stage.stratumCount,
    sampled: Float64Array.from(stage.sampled),
    factors: Float64Array.from(stage.sampled, (n, h) => {
      const fpc = stage.fpc[h]!;
      if (fpc < sampledCompletely) return 0;
      if (single[h] === 1) return singlePsu === "adjust" ? fpc : 0;
      return ((fpc * n) / (n - 1)) * share;
    }),
    centredAtAll: single,
  };
}
