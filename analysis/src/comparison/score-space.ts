import type { Adjustment, Design } from "../design/index.ts";
import { inverseOf } from "./inverse.ts";

/**
 * What known totals explain, as sums over the categories of the margins: enough for the covariance of any two domains
 * without a list of scores by respondent.
 */
export interface ScoreSpace {
  readonly weights: Float64Array;
  /** Rows of the design, all of one stratum, each a unit of its own. */
  readonly rows: number;
  /** Categories of all margins, side by side. */
  readonly width: number;
  /** By margin: place of each row's category. */
  readonly places: readonly Int32Array[];
  /** By row: final weight · fit weight / weight after; and weight after. */
  readonly fit: Float64Array;
  readonly after: Float64Array;
  /** Fitted coefficients by category, from sums of fit · scores by category. */
  solve(sums: Float64Array): Float64Array;
  /** By pair of categories: Σ weight after², and by category: Σ weight after. */
  readonly squares: readonly Float64Array[];
  readonly totals: Float64Array;
}

/** Undefined for designs with strata, clusters, finite populations or other adjustments than to categorical margins. */
export function scoreSpaceOf(design: Design): ScoreSpace | undefined {
  const [stage, ...later] = design.stages;
  const [adjustment, another] = design.adjustments;
  const isSimple =
    later.length === 0 &&
    stage.unitCount === design.rows &&
    stage.stratumCount === 1 &&
    stage.fpc[0] === 1 &&
    !design.selection;
  const isLinear =
    !adjustment || (!another && adjustment.covariates.length === 0 && adjustment.fit === "least-squares");
  if (!isSimple || !isLinear) return undefined;
  const { weights, rows } = design;
  if (!adjustment) return { weights, rows, ...unadjusted(rows) };
  const { after, fitWeights } = adjustment;
  const fit = weights.map((weight, row) => (weight === 0 ? 0 : (weight * fitWeights[row]!) / after[row]!));
  return { weights, rows, fit, after, ...categoriesOf(adjustment) };
}

function unadjusted(rows: number) {
  const none = new Float64Array(rows);
  return { width: 0, places: [], fit: none, after: none, solve: () => none, squares: [], totals: none };
}

type Categories = Pick<ScoreSpace, "width" | "places" | "solve" | "squares" | "totals">;

const prepared = new WeakMap<Adjustment, Categories>();

/** Prepared once for all draws, which share the adjustment. */
function categoriesOf(adjustment: Adjustment): Categories {
  const known = prepared.get(adjustment);
  if (known) return known;
  const { margins, after, fitWeights } = adjustment;
  let width = 0;
  const places = margins.map(({ codes, count }) => {
    const start = width;
    width += count;
    return codes.map((code) => start + code);
  });
  const totals = new Float64Array(width);
  for (const of of places) for (let row = 0; row < of.length; row++) totals[of[row]!]! += after[row]!;
  const categories = {
    width,
    places,
    solve: inverseOf(crossed(places, width, (row) => fitWeights[row]!)),
    squares: crossed(places, width, (row) => after[row]! * after[row]!),
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
