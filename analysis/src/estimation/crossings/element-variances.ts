import type { Design } from "../../design/index.ts";
import { type CategoricalFit, categoricalFitOf } from "../../weighting/unexplained.ts";
import type { Domains } from "../domains.ts";
import { type ElementStrata, elementStrata } from "./element-strata.ts";
import type { ScoreVariances, WeightedScores } from "./score-variances.ts";

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
  if (!adjustment) return (scores, cells) => variancesIn(sumsIn(scores, cells, strata, undefined), strata);
  const fit = categoricalFitOf(adjustment);
  if (!fit) return undefined;
  const kept = fits.get(adjustment);
  const known = kept?.strata === strata.of ? kept : preparedFit(adjustment, fit, strata);
  fits.set(adjustment, known);
  return (scores, cells) => variancesIn(sumsIn(scores, cells, strata, known), strata, known);
}

type Adjustment = Design["adjustments"][number];

/** Indicators that rest on draws share the fit of the sample they were drawn from. */
const fits = new WeakMap<Adjustment, Fit>();

/** A fit with what it needs of the whole sample, once for all cells. */
interface Fit extends Pick<CategoricalFit, "columnsOfRow"> {
  readonly strata: Int32Array;
  readonly width: number;
  /** Row by row: coefficients from sums. */
  readonly inverse: readonly Float64Array[];
  /** By row: fit weight / weight after, and factor of the stratum · weight after. */
  readonly toFit: Float64Array;
  readonly toCross: Float64Array;
  /** Σ k g² x x' row by row, and by stratum Σ g x. */
  readonly squares: readonly Float64Array[];
  readonly byStratum: readonly Float64Array[];
}

function preparedFit({ after, fitWeights }: Adjustment, fit: CategoricalFit, strata: ElementStrata): Fit {
  const { columnCount: width, columnsOfRow } = fit;
  const squares = Array.from({ length: width }, () => new Float64Array(width));
  const byStratum = Array.from({ length: strata.count }, () => new Float64Array(width));
  for (let row = 0; row < after.length; row++) {
    const [weight, h] = [after[row]!, strata.of[row]!];
    for (const left of columnsOfRow) {
      if (left[row]! < 0) continue;
      byStratum[h]![left[row]!]! += weight;
      const products = squares[left[row]!]!;
      for (const right of columnsOfRow)
        if (right[row]! >= 0) products[right[row]!]! += strata.factors[h]! * weight * weight;
    }
  }
  const unit = (column: number) => new Float64Array(width).fill(1, column, column + 1);
  return {
    strata: strata.of,
    width,
    columnsOfRow,
    inverse: Array.from({ length: width }, (_, column) => fit.coefficients(unit(column))),
    toFit: after.map((weight, row) => (weight === 0 ? 0 : fitWeights[row]! / weight)),
    toCross: after.map((weight, row) => strata.factors[strata.of[row]!]! * weight),
    squares,
    byStratum,
  };
}

/** Sums over the rows of each cell. */
interface CellSums {
  readonly count: number;
  /** Σ k s². */
  readonly squares: Float64Array;
  /** By cell, then stratum: Σ s. */
  readonly totals: Float64Array;
  /** By cell, then column, then one place nobody reads: Σ s · fit weight / weight after, and Σ k g s, side by side. */
  readonly byColumn: Float64Array;
}

function sumsIn(
  { rows, values }: WeightedScores,
  { of, count }: Domains,
  { of: stratumOf, count: strata, factors }: ElementStrata,
  fit: Fit | undefined,
): CellSums {
  const [squares, totals] = [new Float64Array(count), new Float64Array(count * strata)];
  for (let i = 0; i < rows.length; i++) {
    const [row, value] = [rows[i]!, values[i]!];
    const [cell, h] = [of[row]!, stratumOf[row]!];
    if (cell < 0) continue;
    squares[cell]! += factors[h]! * value * value;
    totals[cell * strata + h]! += value;
  }
  const byColumn = new Float64Array(fit ? 2 * count * (fit.width + 1) : 0);
  if (fit) for (const columnOf of fit.columnsOfRow) addByColumn(byColumn, columnOf, rows, values, of, fit);
  return { count, squares, totals, byColumn };
}

function addByColumn(
  sums: Float64Array,
  columnOf: Int32Array,
  rows: Int32Array,
  values: Float64Array,
  of: Int32Array,
  { width, toFit, toCross }: Fit,
): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const cell = of[row]!;
    const column = columnOf[row]!;
    if (cell < 0 || column < 0) continue;
    const at = 2 * (cell * (width + 1) + column);
    const value = values[i]!;
    sums[at]! += toFit[row]! * value;
    sums[at + 1]! += toCross[row]! * value;
  }
}

function variancesIn(sums: CellSums, strata: ElementStrata, fit?: Fit): number[] {
  return Array.from(sums.squares, (squares, cell) => {
    const totals = sums.totals.slice(cell * strata.count, (cell + 1) * strata.count);
    const left = fit ? squares + unexplained(sums, cell, totals, fit) : squares;
    return Math.max(0, left - centred(totals, strata));
  });
}

/** What the fit changes in the sum of squares; takes its part out of the totals by stratum, too. */
function unexplained(
  { byColumn }: CellSums,
  cell: number,
  totals: Float64Array,
  { width, inverse, squares, byStratum }: Fit,
): number {
  const at = 2 * cell * (width + 1);
  const coefficients = new Float64Array(width);
  for (let column = 0; column < width; column++) {
    const sum = byColumn[at + 2 * column]!;
    if (sum === 0) continue;
    const row = inverse[column]!;
    for (let i = 0; i < width; i++) coefficients[i]! += sum * row[i]!;
  }
  let change = 0;
  for (let column = 0; column < width; column++) {
    const products = squares[column]!;
    let fitted = 0;
    for (let i = 0; i < width; i++) fitted += products[i]! * coefficients[i]!;
    change += coefficients[column]! * (fitted - 2 * byColumn[at + 2 * column + 1]!);
  }
  for (let h = 0; h < totals.length; h++) {
    const amounts = byStratum[h]!;
    for (let column = 0; column < width; column++) totals[h]! -= coefficients[column]! * amounts[column]!;
  }
  return change;
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
