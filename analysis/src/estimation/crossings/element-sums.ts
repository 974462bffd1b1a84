import { addUp, type CrossedCells } from "./crossed-cells.ts";
import type { ElementStrata } from "./element-strata.ts";
import type { MarginFit } from "./margin-fit.ts";

/** Sums of amounts a over some rows of a sample in which every row was drawn by itself, by cell. */
export interface ElementSums {
  readonly respondents: Int32Array;
  /** Σ k a², k the factor of the stratum. */
  readonly squares: Float64Array;
  /** By cell, then stratum: Σ a. */
  readonly totals: Float64Array;
  /** By cell, then slot of the margins: Σ a · fit weight / weight after, and Σ k a · weight after, side by side. */
  readonly bySlot: Float64Array;
}

/** What the variances of a design are made from, by row. */
export interface Elements {
  readonly strata: ElementStrata;
  readonly fit: MarginFit | undefined;
}

/** Sums of amounts, in the order of the rows, over the rows of each cell. */
export function sumsOver(
  rows: Int32Array,
  amounts: Float64Array,
  cells: CrossedCells,
  { strata, fit }: Elements,
): ElementSums {
  const { places } = cells;
  const width = fit ? 2 * fit.slotCount : 0;
  const sums = {
    respondents: new Int32Array(places),
    squares: new Float64Array(places),
    totals: new Float64Array(places * strata.count),
    bySlot: new Float64Array(places * width),
  };
  addTotals(sums, rows, amounts, cells, strata);
  if (fit)
    for (let bundle = 0; bundle < fit.slotsOfRow.length; bundle += 2)
      addBySlot(sums.bySlot, rows, amounts, cells, fit, bundle);
  addUp(sums.respondents, cells);
  addUp(sums.squares, cells);
  addUp(sums.totals, cells, strata.count);
  addUp(sums.bySlot, cells, width);
  return sums;
}

/** The sums of those of `all` who are not among `some`; writes over `some`. */
export function less(all: ElementSums, some: ElementSums): ElementSums {
  for (const part of ["respondents", "squares", "totals", "bySlot"] as const) subtract(all[part], some[part]);
  return some;
}

function subtract(all: Int32Array | Float64Array, some: Int32Array | Float64Array): void {
  for (let i = 0; i < some.length; i++) some[i] = all[i]! - some[i]!;
}

/** Σ a of a cell. */
export function totalOf({ totals }: ElementSums, cell: number, strataCount: number): number {
  let sum = 0;
  for (let h = 0; h < strataCount; h++) sum += totals[cell * strataCount + h]!;
  return sum;
}

function addTotals(
  { respondents, squares, totals }: ElementSums,
  rows: Int32Array,
  amounts: Float64Array,
  { of, stride }: CrossedCells,
  { of: strata, count, factors }: ElementStrata,
): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const [amount, h] = [amounts[i]!, strata[row]!];
    const square = factors[h]! * amount * amount;
    const first = row * stride;
    for (let at = first; at < first + stride; at++) {
      const cell = of[at]!;
      respondents[cell]!++;
      squares[cell]! += square;
      totals[cell * count + h]! += amount;
    }
  }
}

/** Two bundles of margins in one read of the rows. */
function addBySlot(
  bySlot: Float64Array,
  rows: Int32Array,
  amounts: Float64Array,
  { of, stride }: CrossedCells,
  { toFit, toCross, slotsOfRow, slotCount }: MarginFit,
  bundle: number,
): void {
  const [one, another] = [slotsOfRow[bundle]!, slotsOfRow[bundle + 1]];
  const width = 2 * slotCount;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const [fitted, crossed] = [toFit[row]! * amounts[i]!, toCross[row]! * amounts[i]!];
    const [place, other] = [2 * one[row]!, another ? 2 * another[row]! : -1];
    const first = row * stride;
    for (let at = first; at < first + stride; at++) {
      const start = of[at]! * width;
      bySlot[start + place]! += fitted;
      bySlot[start + place + 1]! += crossed;
      if (other < 0) continue;
      bySlot[start + other]! += fitted;
      bySlot[start + other + 1]! += crossed;
    }
  }
}
