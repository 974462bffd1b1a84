import { picked } from "./answered-rows.ts";
import { addUp, type CrossedCells } from "./crossed-cells.ts";
import { type ElementSums, less, sumsOver, totalOf } from "./element-sums.ts";
import type { ElementSample } from "./element-variances.ts";

/** By cell: a mean with its variance, the variance between respondents in the weights of the sample, and whom it rests on. */
export interface CellMeans<Variance = number> {
  readonly respondents: Int32Array;
  /** Σ w. */
  readonly weights: Float64Array;
  readonly means: Float64Array;
  readonly variances: readonly Variance[];
  /** Σ w (y − mean)² / Σ w. */
  readonly spreads: Float64Array;
}

/** The sums that means by cell were made of, for whoever sets cells beside each other; with y = common + unit · z. */
export interface SumsBehind {
  readonly common: number;
  readonly unit: number;
  /** Of the weights of those who answered; and of w z. */
  readonly base: ElementSums;
  readonly sums: ElementSums;
  /** By cell: Σ k w² z. */
  readonly crossed: Float64Array;
}

/**
 * Means of an element sample by cell, from sums alone: with s = w (y − mean) / Σ w every sum of scores follows from
 * those of w and of w y. Of the weights only those of the smaller part are read, who answered or who did not; of the
 * answers only those that are not the common one. A cell in which all say the same has a variance of exactly zero.
 *
 * @param answered rows of positive weight with an answer, ascending
 * @param others all other rows of positive weight
 */
export function elementMeans(
  sample: ElementSample,
  values: Float64Array,
  { answered, others }: { readonly answered: Int32Array; readonly others: Int32Array },
): (cells: CrossedCells, watch?: (behind: SumsBehind) => void) => CellMeans {
  const weightsIn = weightSums(sample, answered, others);
  const deviating = deviations(values, answered);
  const momentsIn = momentSums(sample, deviating);
  return (cells, watch) => {
    const [base, moments] = [weightsIn(cells), momentsIn(cells)];
    watch?.({ ...deviating, base, sums: moments.sums, crossed: moments.crossed });
    return meansFrom(sample, cells.count, base, moments, deviating);
  };
}

/** Sums of the weights of those who answered. */
export function weightSums(
  sample: ElementSample,
  answered: Int32Array,
  others: Int32Array,
): (cells: CrossedCells) => ElementSums {
  const fewer = answered.length <= others.length ? answered : others;
  const weights = picked(sample.weights, fewer);
  return (cells) => {
    const sums = sumsOver(fewer, weights, cells, sample);
    return fewer === answered ? sums : less(sample.everyoneIn(cells), sums);
  };
}

/** Answers as the common one and what the others differ by: y = common + unit · z. */
interface Deviations {
  readonly common: number;
  readonly unit: number;
  /** Those who said something else. */
  readonly rows: Int32Array;
  /** z of these; null: 1 for all of them. */
  readonly values: Float64Array | null;
}

function deviations(values: Float64Array, answered: Int32Array): Deviations {
  const common = commonAmong(values, answered);
  const rows = new Int32Array(answered.length);
  let [count, differs] = [0, false];
  for (let i = 0; i < answered.length; i++) {
    const value = values[answered[i]!]!;
    if (value === common) continue;
    rows[count++] = answered[i]!;
    if (value !== values[rows[0]!]!) differs = true;
  }
  const deviating = { common, rows: rows.slice(0, count) };
  if (!differs) return { ...deviating, unit: (values[rows[0]!] ?? common) - common, values: null };
  const own = picked(values, deviating.rows);
  for (let i = 0; i < own.length; i++) own[i]! -= common;
  return { ...deviating, unit: 1, values: own };
}

const looked = 1000;

/** The most frequent of the first thousand answers. */
function commonAmong(values: Float64Array, answered: Int32Array): number {
  const counts = new Map<number, number>();
  for (let i = 0; i < Math.min(looked, answered.length); i++) {
    const value = values[answered[i]!]!;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  let [common, most] = [0, 0];
  for (const [value, count] of counts) if (count > most) [common, most] = [value, count];
  return common;
}

/** Sums of w z, and by cell Σ w z², Σ k w² z and whether z differs among those who deviate. */
interface Moments {
  readonly sums: ElementSums;
  readonly squares: Float64Array;
  readonly crossed: Float64Array;
  /** z of somebody in the cell. */
  readonly some: Float64Array;
  readonly differs: Uint8Array;
}

function momentSums(sample: ElementSample, { rows, values }: Deviations): (cells: CrossedCells) => Moments {
  const weights = picked(sample.weights, rows);
  if (!values) return (cells) => alikeMoments(sumsOver(rows, weights, cells, sample), sample);
  const amounts = weights.map((weight, i) => weight * values[i]!);
  return (cells) => ({
    sums: sumsOver(rows, amounts, cells, sample),
    ...squaresIn({ rows, values, amounts }, cells, sample),
  });
}

/** Where z is 1 its sums are those of the weights. */
function alikeMoments(sums: ElementSums, sample: ElementSample): Moments {
  const squares = sums.squares.map((_, cell) => totalOf(sums, cell, sample.strata.count));
  const some = new Float64Array(squares.length).fill(1);
  return { sums, squares, crossed: sums.squares, some, differs: new Uint8Array(squares.length) };
}

interface Deviating {
  readonly rows: Int32Array;
  /** z, and w z. */
  readonly values: Float64Array;
  readonly amounts: Float64Array;
}

function squaresIn(
  { rows, values, amounts }: Deviating,
  cells: CrossedCells,
  { weights, strata }: ElementSample,
): Omit<Moments, "sums"> {
  const { of, stride, places } = cells;
  const [squares, crossed] = [new Float64Array(places), new Float64Array(places)];
  const [some, differs] = [new Float64Array(places), new Uint8Array(places)];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const value = values[i]!;
    const square = amounts[i]! * value;
    const product = strata.factors[strata.of[row]!]! * weights[row]! * amounts[i]!;
    const first = row * stride;
    for (let at = first; at < first + stride; at++) {
      const cell = of[at]!;
      squares[cell]! += square;
      crossed[cell]! += product;
      if (value === some[cell]!) continue;
      if (some[cell] !== 0) differs[cell] = 1;
      some[cell] = value;
    }
  }
  compareUp(some, differs, cells);
  return { squares: addUp(squares, cells), crossed: addUp(crossed, cells), some, differs };
}

/** z differs in a coarser cell where it does in a finer one, or between them. */
function compareUp(some: Float64Array, differs: Uint8Array, { belongs }: CrossedCells): void {
  for (let i = 0; i < belongs.length; i += 2) {
    const [from, to] = [belongs[i]!, belongs[i + 1]!];
    if (some[from] === 0) continue;
    if (differs[from] === 1 || (some[to] !== 0 && some[to] !== some[from])) differs[to] = 1;
    some[to] = some[from]!;
  }
}

function meansFrom(
  sample: ElementSample,
  count: number,
  base: ElementSums,
  { sums, squares, crossed, some, differs }: Moments,
  { common, unit }: Deviations,
): CellMeans {
  const strata = sample.strata.count;
  const weights = Float64Array.from({ length: count }, (_, cell) => totalOf(base, cell, strata));
  const means = weights.map((weight, cell) => totalOf(sums, cell, strata) / weight);
  const scale = weights.map((weight) => unit / weight);
  const variances = sample.variancesFrom(
    {
      squares: scale.map((one, cell) => {
        const mean = means[cell]!;
        const sum = sums.squares[cell]! - 2 * mean * crossed[cell]! + mean * mean * base.squares[cell]!;
        return one * one * sum;
      }),
      totals: scored(sums.totals, base.totals, means, scale, strata),
      bySlot: scored(sums.bySlot, base.bySlot, means, scale, sums.bySlot.length / sums.squares.length),
    },
    count,
  );
  const found = {
    respondents: base.respondents,
    weights,
    means: means.map((mean) => common + unit * mean),
    variances,
    spreads: means.map((mean, cell) => unit * unit * (squares[cell]! / weights[cell]! - mean * mean)),
  };
  for (let cell = 0; cell < count; cell++) {
    const deviate = sums.respondents[cell]!;
    if (deviate > 0 && (deviate < base.respondents[cell]! || differs[cell] === 1)) continue;
    found.means[cell] = deviate > 0 ? common + unit * some[cell]! : common;
    found.variances[cell] = found.spreads[cell] = 0;
  }
  return found;
}

/** (Σ w z − mean · Σ w) · scale of the cell, for all places of each cell; the sums stay for whoever watches. */
function scored(
  values: Float64Array,
  base: Float64Array,
  means: Float64Array,
  scale: Float64Array,
  width: number,
): Float64Array {
  const scores = new Float64Array(width * means.length);
  for (let cell = 0, i = 0; cell < means.length; cell++) {
    const [mean, factor] = [means[cell]!, scale[cell]!];
    for (const end = i + width; i < end; i++) scores[i] = (values[i]! - mean * base[i]!) * factor;
  }
  return scores;
}
