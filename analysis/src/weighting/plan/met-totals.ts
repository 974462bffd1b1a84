import { calibrate } from "../calibrate.ts";
import type { CountedMargin } from "../counted-margin.ts";
import { postStratify } from "../post-stratify.ts";
import { rake } from "../rake.ts";
import { trimAndRake } from "../trim-and-rake.ts";
import type { Weighted } from "../weighted.ts";
import { WeightingError } from "../weighting-error.ts";
import type { WeightingPlan } from "./weighting-plan.ts";

/** Weights that meet the margins, and how that was done: the word that sheets translate. */
export interface MetTotals {
  readonly weighted: Weighted;
  readonly method: "raking" | "raking-trimmed" | "calibration" | "post-stratification";
  /** Trimming and margins did not agree: the margins were kept. */
  readonly boundsPassed: boolean;
}

/** Meets the margins by the method of the plan. @throws WeightingError as the methods do */
export function metTotals(
  base: Float64Array,
  margins: readonly CountedMargin[],
  total: number,
  { method, trimming }: Pick<WeightingPlan, "method" | "trimming">,
): MetTotals {
  const options = { total, confirmed: true };
  switch (method.kind) {
    case "calibration": {
      const { distance, bounds } = method;
      const scaled = base.map((weight) => weight * (total / sumOf(base)));
      const weighted = calibrate(
        scaled,
        { margins },
        { ...options, distance, ...(bounds ? { bounds } : {}) },
      );
      return { weighted, method: "calibration", boundsPassed: false };
    }
    case "post-stratification": {
      const [margin, another] = margins;
      if (!margin || another)
        throw new WeightingError(
          `Post-stratification needs one margin, several dimensions crossed; the plan meets ${margins.length}. Name one in the plan, or rake.`,
        );
      return { weighted: postStratify(base, margin), method: "post-stratification", boundsPassed: false };
    }
    case "raking":
      return rakedAndTrimmed(base, margins, total, trimming);
  }
}

/** Raked; where weights are bounded, raking and trimming take turns, and the margins win where both cannot be had. */
function rakedAndTrimmed(
  base: Float64Array,
  margins: readonly CountedMargin[],
  total: number,
  trimming: WeightingPlan["trimming"],
): MetTotals {
  const options = { total, confirmed: true };
  const raked = rake(base, margins, options);
  if (!trimming || !raked.converged) return { weighted: raked, method: "raking", boundsPassed: false };
  const trimmed = trimAndRake(base, margins, {
    ...options,
    bounds: { upper: trimming.upper * (trimming.of === "median" ? medianOverMean(raked.weights) : 1) },
    maximumRounds: trimming.rounds,
    raked,
  });
  const converged = trimmed.margins.every(({ gap }) => gap < 1e-6);
  return {
    weighted: { ...trimmed, converged },
    method: "raking-trimmed",
    boundsPassed: !trimmed.converged,
  };
}

function sumOf(weights: Float64Array): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function medianOverMean(weights: Float64Array): number {
  const sorted = weights.filter((weight) => weight > 0).toSorted();
  return sorted[Math.ceil(sorted.length / 2) - 1]! / (sumOf(sorted) / sorted.length);
}
