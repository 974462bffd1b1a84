import type { Adjustment, Design } from "../design/index.ts";
import { bundled, elementSampleOf } from "../estimation/index.ts";
import { inverseOf } from "./inverse.ts";

/**
 * What known totals explain, as sums over the categories of the margins, and how the variance counts each stratum:
 * enough for the covariance of any two domains without a list of scores by respondent.
 */
export interface ScoreSpace {
  readonly weights: Float64Array;
  /** Categories of all margins, side by side. */
  readonly width: number;
  /** By bundle of margins, by row: the slot in which the row's categories are summed up together. */
  readonly slotsOfRow: readonly Int32Array[];
  /** By slot: the categories that stand in it. */
  readonly columnsOfSlot: readonly (readonly number[])[];
  /** Whether the estimating of means sums up in the same slots: then its sums serve comparisons, too. */
  readonly sharesSlots: boolean;
  /** By row: fit weight / weight after; and factor of the stratum · weight after. */
  readonly toFit: Float64Array;
  readonly toCross: Float64Array;
  /** Fitted coefficients by category, from sums of toFit · scores by category. */
  solve(sums: Float64Array): Float64Array;
  /** By pair of categories: Σ scale · weight after². */
  readonly squares: readonly Float64Array[];
  readonly strata: Strata;
  /** By stratum, by category: Σ weight after. */
  readonly totals: readonly Float64Array[];
}

/** Strata of a sample whose rows are units of their own. */
export interface Strata {
  /** By row. */
  readonly of: Int32Array;
  /** By stratum: units sampled, and what the variance multiplies with: (1 − n/N) · n / (n − 1). */
  readonly sampled: Int32Array;
  readonly scale: Float64Array;
  /** Strata of one unit, which is compared with the mean of all. */
  readonly single: Uint8Array;
}

/** Undefined for designs with clusters, unequal probabilities or other adjustments than to categorical margins. */
export function scoreSpaceOf(design: Design): ScoreSpace | undefined {
  const [adjustment, another] = design.adjustments;
  const isLinear =
    !adjustment || (!another && adjustment.covariates.length === 0 && adjustment.fit === "least-squares");
  const strata = strataOf(design);
  if (!strata || !isLinear) return undefined;
  const { weights, rows } = design;
  if (!adjustment) return { weights, strata, ...unadjusted(rows, strata) };
  return { weights, strata, ...categoriesOf(adjustment, strata, design) };
}

function strataOf({ stages, rows, selection, singlePsu }: Design): Strata | undefined {
  const [stage, ...later] = stages;
  if (later.length > 0 || stage.unitCount !== rows || stage.probabilities || selection) return undefined;
  const { strata: of, sampled, fpc } = stage;
  const isSingle = Uint8Array.from(sampled, (units) => (units === 1 ? 1 : 0));
  if (isSingle.includes(1) && (singlePsu === "fail" || singlePsu === "average")) return undefined;
  const single = singlePsu === "adjust" ? isSingle : new Uint8Array(sampled.length);
  const scale = Float64Array.from(sampled, (units, stratum) =>
    units > 1 ? (fpc[stratum]! * units) / (units - 1) : single[stratum] === 1 ? fpc[stratum]! : 0,
  );
  return { of, sampled, scale, single };
}

type Categories = Omit<ScoreSpace, "weights" | "strata">;

function unadjusted(rows: number, { sampled }: Strata): Categories {
  const none = new Float64Array(rows);
  return {
    width: 0,
    slotsOfRow: [],
    columnsOfSlot: [],
    sharesSlots: true,
    toFit: none,
    toCross: none,
    solve: () => new Float64Array(0),
    squares: [],
    totals: Array.from(sampled, () => new Float64Array(0)),
  };
}

const prepared = new WeakMap<Adjustment, Categories>();

/** Prepared once for all draws, which share the adjustment and the strata. */
function categoriesOf(adjustment: Adjustment, { of, scale, sampled }: Strata, design: Design): Categories {
  const known = prepared.get(adjustment);
  if (known) return known;
  const { margins, after, fitWeights } = adjustment;
  let width = 0;
  const places = margins.map(({ codes, count }) => {
    const start = width;
    width += count;
    return codes.map((code) => start + code);
  });
  const bundles = bundled(places);
  const crossed = (amountOf: (row: number) => number) => crossedBy(bundles, width, amountOf);
  const totals = Array.from(sampled, () => new Float64Array(width));
  for (const place of places)
    for (let row = 0; row < of.length; row++) totals[of[row]!]![place[row]!]! += after[row]!;
  const categories = {
    width,
    ...bundles,
    sharesSlots: sameSlots(bundles.slotsOfRow, elementSampleOf(design)?.fit?.slotsOfRow ?? []),
    toFit: after.map((weight, row) => (weight === 0 ? 0 : fitWeights[row]! / weight)),
    toCross: after.map((weight, row) => scale[of[row]!]! * weight),
    solve: inverseOf(crossed((row) => fitWeights[row]!)),
    squares: crossed((row) => scale[of[row]!]! * after[row]! * after[row]!),
    totals,
  };
  prepared.set(adjustment, categories);
  return categories;
}

function sameSlots(own: readonly Int32Array[], others: readonly Int32Array[]): boolean {
  return (
    own.length === others.length &&
    own.every((slots, i) => slots.every((slot, row) => slot === others[i]![row]))
  );
}

/** Σ amount by pair of categories: first by pair of slots. */
function crossedBy(
  { slotsOfRow, columnsOfSlot }: Pick<ScoreSpace, "slotsOfRow" | "columnsOfSlot">,
  width: number,
  amountOf: (row: number) => number,
): Float64Array[] {
  const slots = columnsOfSlot.length;
  const bySlots = new Float64Array(slots * slots);
  const rows = slotsOfRow[0]?.length ?? 0;
  for (let row = 0; row < rows; row++) {
    const amount = amountOf(row);
    for (const left of slotsOfRow)
      for (const right of slotsOfRow) bySlots[left[row]! * slots + right[row]!]! += amount;
  }
  const sums = Array.from({ length: width }, () => new Float64Array(width));
  for (let left = 0; left < slots; left++)
    for (let right = 0; right < slots; right++) {
      const sum = bySlots[left * slots + right]!;
      if (sum === 0) continue;
      for (const one of columnsOfSlot[left]!)
        for (const other of columnsOfSlot[right]!) sums[one]![other]! += sum;
    }
  return sums;
}
