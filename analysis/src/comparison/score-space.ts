import type { Adjustment, Design } from "../design/index.ts";
import { inverseOf } from "./inverse.ts";

/**
 * What known totals explain, as sums over the categories of the margins, and how the variance counts each stratum:
 * enough for the covariance of any two domains without a list of scores by respondent.
 */
export interface ScoreSpace {
  readonly weights: Float64Array;
  /** Categories of all margins, side by side. */
  readonly width: number;
  /** By margin: place of each row's category. */
  readonly places: readonly Int32Array[];
  /** By row: final weight · fit weight / weight after; and weight after. */
  readonly fit: Float64Array;
  readonly after: Float64Array;
  /** Fitted coefficients by category, from sums of fit · scores by category. */
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
  const { after, fitWeights } = adjustment;
  const fit = weights.map((weight, row) => (weight === 0 ? 0 : (weight * fitWeights[row]!) / after[row]!));
  return { weights, strata, fit, after, ...categoriesOf(adjustment, strata) };
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

function unadjusted(rows: number, { sampled }: Strata) {
  const none = new Float64Array(rows);
  const totals = Array.from(sampled, () => new Float64Array(0));
  return {
    width: 0,
    places: [],
    fit: none,
    after: none,
    solve: () => new Float64Array(0),
    squares: [],
    totals,
  };
}

type Categories = Pick<ScoreSpace, "width" | "places" | "solve" | "squares" | "totals">;

const prepared = new WeakMap<Adjustment, Categories>();

/** Prepared once for all draws, which share the adjustment and the strata. */
function categoriesOf(adjustment: Adjustment, { of, sampled, scale }: Strata): Categories {
  const known = prepared.get(adjustment);
  if (known) return known;
  const { margins, after, fitWeights } = adjustment;
  let width = 0;
  const places = margins.map(({ codes, count }) => {
    const start = width;
    width += count;
    return codes.map((code) => start + code);
  });
  const totals = Array.from(sampled, () => new Float64Array(width));
  for (const place of places)
    for (let row = 0; row < of.length; row++) totals[of[row]!]![place[row]!]! += after[row]!;
  const categories = {
    width,
    places,
    solve: inverseOf(crossed(places, width, (row) => fitWeights[row]!)),
    squares: crossed(places, width, (row) => scale[of[row]!]! * after[row]! * after[row]!),
    totals,
  };
  prepared.set(adjustment, categories);
  return categories;
}

/** Σ amount by pair of categories. */
function crossed(
  places: readonly Int32Array[],
  width: number,
  amountOf: (row: number) => number,
): Float64Array[] {
  const sums = Array.from({ length: width }, () => new Float64Array(width));
  const rows = places[0]?.length ?? 0;
  for (let row = 0; row < rows; row++) {
    const amount = amountOf(row);
    for (const left of places) for (const right of places) sums[left[row]!]![right[row]!]! += amount;
  }
  return sums;
}
