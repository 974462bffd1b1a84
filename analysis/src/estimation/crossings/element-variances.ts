import type { Design } from "../../design/index.ts";
import { categoricalFitOf } from "../../weighting/unexplained.ts";
import { type CellsOfRows, picked, pickedCodes } from "./answered-rows.ts";
import { type ElementStrata, elementStrata } from "./element-strata.ts";
import { type MarginFit, marginFit } from "./margin-fit.ts";
import type { ScoreVariances } from "./score-variances.ts";

/**
 * Variances of totals where every row was drawn by itself and the weights met margins at most once: then the sum of
 * squared deviations over the whole sample follows from sums over the rows of each cell, taken by category of the
 * margins, and no row outside a cell has to be read for it. With u = s − g·x'λ, s the weighted score (0 outside the
 * cell), g the weight after and λ the fit: Σ k u² = Σ k s² − 2 λ'Σ k g s x + λ'(Σ k g² x x')λ.
 *
 * @returns undefined for any other design
 * @source Deville & Särndal (1992), JASA 87, §3; Särndal, Swensson & Wretman (1992), §3.7
 */
export function elementVariances(design: Design): ScoreVariances | undefined {
  const strata = elementStrata(design);
  const [adjustment, another] = design.adjustments;
  if (!strata || another) return undefined;
  if (!adjustment) return (rows) => variancesOver(elementsOf(rows, strata), strata);
  const fit = categoricalFitOf(adjustment);
  if (!fit) return undefined;
  const kept = fits.get(adjustment);
  const known = kept?.strata === strata.of ? kept : marginFit(adjustment, fit, strata);
  fits.set(adjustment, known);
  return (rows) => variancesOver(elementsOf(rows, strata, known), strata, known);
}

/** Indicators that rest on draws share the fit of the sample they were drawn from. */
const fits = new WeakMap<Design["adjustments"][number], MarginFit>();

/** What the sums need of each row, in the order of the rows. */
interface Elements {
  readonly strata: Int32Array;
  /** Fit weight / weight after, and factor of the stratum · weight after; empty without a fit. */
  readonly toFit: Float64Array;
  readonly toCross: Float64Array;
  /** By bundle of margins: places of the rows' categories in the sums of a cell. */
  readonly places: readonly Int32Array[];
}

function elementsOf(rows: Int32Array, { of }: ElementStrata, fit?: MarginFit): Elements {
  return {
    strata: pickedCodes(of, rows),
    toFit: fit ? picked(fit.toFit, rows) : new Float64Array(),
    toCross: fit ? picked(fit.toCross, rows) : new Float64Array(),
    places: (fit?.slotsOfRow ?? []).map((slots) => pickedCodes(slots, rows).map((slot) => 2 * slot)),
  };
}

/** Sums over the rows of each cell. */
interface CellSums {
  /** Σ k s². */
  readonly squares: Float64Array;
  /** By cell, then stratum: Σ s. */
  readonly totals: Float64Array;
  /** By cell, then slot: Σ s · fit weight / weight after, and Σ k g s, side by side. */
  readonly bySlot: Float64Array;
}

function variancesOver(elements: Elements, strata: ElementStrata, fit?: MarginFit) {
  return (scores: Float64Array, cells: CellsOfRows): number[] => {
    const sums = sumsIn(scores, cells, elements, strata, fit ? 2 * fit.slotCount : 0);
    return Array.from(sums.squares, (squares, cell) => {
      const totals = sums.totals.slice(cell * strata.count, (cell + 1) * strata.count);
      const left = fit ? squares + fit.explain(sums.bySlot, cell, totals) : squares;
      return Math.max(0, left - centred(totals, strata));
    });
  };
}

function sumsIn(
  scores: Float64Array,
  { of, count }: CellsOfRows,
  elements: Elements,
  { count: strataCount, factors }: ElementStrata,
  width: number,
): CellSums {
  const { strata, places } = elements;
  const [squares, totals] = [new Float64Array(count), new Float64Array(count * strataCount)];
  const sums = { squares, totals, bySlot: new Float64Array(count * width) };
  for (let i = 0; i < scores.length; i++) {
    const cell = of[i]!;
    if (cell < 0) continue;
    const [score, h] = [scores[i]!, strata[i]!];
    squares[cell]! += factors[h]! * score * score;
    totals[cell * strataCount + h]! += score;
  }
  for (let bundle = 0; bundle < places.length; bundle += 2)
    addBySlot(sums.bySlot, scores, of, elements, width, places[bundle]!, places[bundle + 1]);
  return sums;
}

/** Two bundles of margins in one read of the rows. */
function addBySlot(
  bySlot: Float64Array,
  scores: Float64Array,
  of: Int32Array,
  { toFit, toCross }: Elements,
  width: number,
  first: Int32Array,
  second: Int32Array | undefined,
): void {
  for (let i = 0; i < scores.length; i++) {
    const cell = of[i]!;
    if (cell < 0) continue;
    const score = scores[i]!;
    const [fitted, crossed] = [toFit[i]! * score, toCross[i]! * score];
    const at = cell * width + first[i]!;
    bySlot[at]! += fitted;
    bySlot[at + 1]! += crossed;
    if (second === undefined) continue;
    const other = cell * width + second[i]!;
    bySlot[other]! += fitted;
    bySlot[other + 1]! += crossed;
  }
}

/** What centring at the means of the strata takes from the sum of squares. */
function centred(totals: Float64Array, { count, sampled, factors, centredAtAll }: ElementStrata): number {
  let [all, units] = [0, 0];
  for (let h = 0; h < count; h++) {
    all += totals[h]!;
    units += sampled[h]!;
  }
  let taken = 0;
  for (let h = 0; h < count; h++) {
    const centre = centredAtAll[h] === 1 ? all / units : totals[h]! / sampled[h]!;
    taken += factors[h]! * centre * (2 * totals[h]! - sampled[h]! * centre);
  }
  return taken;
}
