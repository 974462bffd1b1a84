import type { Design, Stage } from "../design/index.ts";
import { categoricalFitOf } from "../weighting/unexplained.ts";

type Adjustment = Design["adjustments"][number];

/**
 * Two independent samples of the same population as one, the strata of each apart. What the totals of a wave explain,
 * they explain of its own respondents only: the other wave is a category of its own in every margin.
 *
 * @returns undefined where the samples have later stages, unequal probabilities or other adjustments than one fit to
 *   margins each, or none each
 */
export function pooledDesign(first: Design, second: Design): Design | undefined {
  if (![first, second].every(isSimple)) return undefined;
  const [a, b] = [first.adjustments[0], second.adjustments[0]];
  if ((a === undefined) !== (b === undefined)) return undefined;
  return {
    ...first,
    rows: first.rows + second.rows,
    weights: joined(first.weights, second.weights),
    stages: [stageOf(first.stages[0], second.stages[0])],
    adjustments: a && b ? [adjustmentOf(a, b)] : [],
  };
}

function isSimple({ stages, selection, adjustments }: Design): boolean {
  return (
    stages.length === 1 &&
    stages[0].probabilities === undefined &&
    selection === undefined &&
    adjustments.length <= 1 &&
    adjustments.every((one) => categoricalFitOf(one) !== undefined)
  );
}

function stageOf(a: Stage, b: Stage): Stage {
  return {
    units: joinedCodes(a.units, b.units, a.unitCount),
    unitCount: a.unitCount + b.unitCount,
    strata: joinedCodes(a.strata, b.strata, a.stratumCount),
    stratumCount: a.stratumCount + b.stratumCount,
    sampled: joinedCodes(a.sampled, b.sampled, 0),
    fpc: joined(a.fpc, b.fpc),
  };
}

function adjustmentOf(a: Adjustment, b: Adjustment): Adjustment {
  const margins = Array.from({ length: Math.max(a.margins.length, b.margins.length) }, (_, m) => {
    const [left, right] = [marginOf(a, m), marginOf(b, m)];
    return { codes: joinedCodes(left.codes, right.codes, left.count), count: left.count + right.count };
  });
  return {
    margins,
    covariates: [],
    after: joined(a.after, b.after),
    fitWeights: joined(a.fitWeights, b.fitWeights),
    fit: "least-squares",
  };
}

/** A margin that only the other wave has holds everybody of this one in one category. */
function marginOf({ margins, after }: Adjustment, m: number) {
  return margins[m] ?? { codes: new Int32Array(after.length), count: 1 };
}

function joinedCodes(a: Int32Array, b: Int32Array, offset: number): Int32Array {
  const codes = new Int32Array(a.length + b.length);
  codes.set(a);
  codes.set(
    b.map((code) => code + offset),
    a.length,
  );
  return codes;
}

export function joined(a: Float64Array, b: Float64Array): Float64Array {
  const numbers = new Float64Array(a.length + b.length);
  numbers.set(a);
  numbers.set(b, a.length);
  return numbers;
}
