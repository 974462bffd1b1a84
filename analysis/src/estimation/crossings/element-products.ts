import { answeredRows, picked } from "./answered-rows.ts";
import { addUp, type CrossedCells } from "./crossed-cells.ts";
import { weightSums } from "./element-means.ts";
import { type ElementSums, sumsOver, totalOf } from "./element-sums.ts";
import type { ElementSample } from "./element-variances.ts";

/** By cell: a mean times a share, with its variance. */
export interface CellProducts {
  readonly values: Float64Array;
  readonly variances: readonly number[];
}

/**
 * The mean of x among those who answered, times the share of y = 1 among those of them whom y concerns (0 where it
 * concerns nobody), by cell of an element sample: its scores are sums of a constant, x, y and being concerned, each with
 * a factor of the cell, so that only rows are read in which x or y says something.
 *
 * @param x by row; NaN for who did not answer
 * @param y by row, 0 or 1; NaN for whom it does not concern
 */
export function elementProducts(
  sample: ElementSample,
  x: Float64Array,
  y: Float64Array,
): (cells: CrossedCells) => CellProducts {
  const { rows: answered, others } = answeredRows(sample.weights, {}, (row) => !Number.isNaN(x[row]!));
  const weightsIn = weightSums(sample, answered, others);
  const given = answered.filter((row) => x[row] !== 0);
  const concerned = answered.filter((row) => !Number.isNaN(y[row]!));
  const holding = concerned.filter((row) => y[row] === 1);
  const weigh = (rows: Int32Array) => picked(sample.weights, rows);
  const amounts = weigh(given).map((weight, i) => weight * x[given[i]!]!);
  return (cells) => {
    const sums = {
      all: weightsIn(cells),
      x: sumsOver(given, amounts, cells, sample),
      y: sumsOver(holding, weigh(holding), cells, sample),
      concerned: sumsOver(concerned, weigh(concerned), cells, sample),
      ...crossSums({ rows: given, amounts, y }, cells, sample),
    };
    return productsFrom(sums, cells.count, sample);
  };
}

/** By cell: Σ k w² x, over all, over those concerned, and over those with y = 1. */
interface CrossSums {
  readonly xAll: Float64Array;
  readonly xConcerned: Float64Array;
  readonly xHolding: Float64Array;
}

function crossSums(
  {
    rows,
    amounts,
    y,
  }: { readonly rows: Int32Array; readonly amounts: Float64Array; readonly y: Float64Array },
  cells: CrossedCells,
  { weights, strata }: ElementSample,
): CrossSums {
  const { of, stride, places } = cells;
  const [all, concerned, holding] = [
    new Float64Array(places),
    new Float64Array(places),
    new Float64Array(places),
  ];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const product = strata.factors[strata.of[row]!]! * weights[row]! * amounts[i]!;
    const isConcerned = !Number.isNaN(y[row]!);
    const holds = y[row] === 1;
    for (let at = row * stride; at < (row + 1) * stride; at++) {
      const cell = of[at]!;
      all[cell]! += product;
      if (isConcerned) concerned[cell]! += product;
      if (holds) holding[cell]! += product;
    }
  }
  return {
    xAll: addUp(all, cells),
    xConcerned: addUp(concerned, cells),
    xHolding: addUp(holding, cells),
  };
}

interface ProductSums extends CrossSums {
  readonly all: ElementSums;
  readonly x: ElementSums;
  readonly y: ElementSums;
  readonly concerned: ElementSums;
}

/** Below this share of its parts a sum of squares is rounding: all say the same. */
const rounding = 1e-13;

function productsFrom(sums: ProductSums, count: number, sample: ElementSample): CellProducts {
  const { all, x, y, concerned } = sums;
  const strata = sample.strata.count;
  const values = new Float64Array(count);
  const scores = {
    squares: new Float64Array(count),
    totals: new Float64Array(count * strata),
    bySlot: new Float64Array((count * all.bySlot.length) / all.squares.length),
  };
  for (let cell = 0; cell < count; cell++) {
    const total = (of: ElementSums) => totalOf(of, cell, strata);
    const [weight, inNeed] = [total(all), total(concerned)];
    const mean = total(x) / weight;
    const share = concerned.respondents[cell] === 0 ? 0 : total(y) / inNeed;
    values[cell] = mean * share;
    const perPoint = share / weight;
    const perPerson = concerned.respondents[cell] === 0 ? 0 : mean / inNeed;
    const factors = [-mean * perPoint, perPoint, perPerson, -share * perPerson] as const;
    scores.squares[cell] = squareOf(factors, sums, cell);
    for (const part of ["totals", "bySlot"] as const)
      addCombined(scores[part], factors, sums, part, cell, count);
  }
  const variances = sample.variancesFrom(scores, count);
  return {
    values,
    variances: variances.map((variance, cell) => (scores.squares[cell] === 0 ? 0 : variance)),
  };
}

/** Factors of 1, x, y and being concerned. */
type Factors = readonly [number, number, number, number];

function squareOf([one, ofX, ofY, ofConcerned]: Factors, sums: ProductSums, cell: number): number {
  const [y, concerned] = [sums.y.squares[cell]!, sums.concerned.squares[cell]!];
  const parts = [
    one * one * sums.all.squares[cell]!,
    ofX * ofX * sums.x.squares[cell]!,
    ofY * (ofY + 2 * (one + ofConcerned)) * y,
    ofConcerned * (ofConcerned + 2 * one) * concerned,
    2 * one * ofX * sums.xAll[cell]!,
    2 * ofX * ofY * sums.xHolding[cell]!,
    2 * ofX * ofConcerned * sums.xConcerned[cell]!,
  ];
  const [sum, size] = parts.reduce(([a, b], part) => [a + part, b + Math.abs(part)], [0, 0]);
  return Math.abs(sum) <= rounding * size ? 0 : sum;
}

function addCombined(
  scores: Float64Array,
  [one, ofX, ofY, ofConcerned]: Factors,
  { all, x, y, concerned }: ProductSums,
  part: "totals" | "bySlot",
  cell: number,
  count: number,
): void {
  const width = scores.length / count;
  for (let i = cell * width; i < (cell + 1) * width; i++)
    scores[i] =
      one * all[part][i]! + ofX * x[part][i]! + ofY * y[part][i]! + ofConcerned * concerned[part][i]!;
}
