import type { Design } from "../../design/index.ts";
import type { CategoricalFit } from "../../weighting/unexplained.ts";
import type { ElementStrata } from "./element-strata.ts";

/** A fit of scores to the categories of margins, with all that it needs of the whole sample. */
export interface MarginFit extends Pick<CategoricalFit, "columnsOfRow"> {
  readonly strata: Int32Array;
  /** Columns of the fit. */
  readonly width: number;
  /** By row: fit weight / weight after, and factor of the stratum · weight after. */
  readonly toFit: Float64Array;
  readonly toCross: Float64Array;
  /**
   * What the fit changes in the sum of squares of a cell, given the sums of its scores by column (two side by side, and
   * one place more than columns); it takes its part out of the totals by stratum, too.
   */
  explain(byColumn: Float64Array, cell: number, totals: Float64Array): number;
}

export function marginFit(
  { after, fitWeights }: Design["adjustments"][number],
  fit: CategoricalFit,
  strata: ElementStrata,
): MarginFit {
  const { columnCount: width, columnsOfRow } = fit;
  const coefficients = Array.from({ length: width }, (_, column) =>
    fit.coefficients(new Float64Array(width).fill(1, column, column + 1)),
  );
  const { squares, byStratum } = crossed(after, fit, strata);
  const fitted = product(product(coefficients, squares), coefficients);
  const taken = byStratum.map((amounts) => product([amounts], coefficients)[0]!);
  return {
    strata: strata.of,
    width,
    columnsOfRow,
    toFit: after.map((weight, row) => (weight === 0 ? 0 : fitWeights[row]! / weight)),
    toCross: after.map((weight, row) => strata.factors[strata.of[row]!]! * weight),
    explain: (byColumn, cell, totals) =>
      explained(byColumn, 2 * cell * (width + 1), totals, { coefficients, fitted, taken }),
  };
}

/** Σ k g² x x' row by row, and by stratum Σ g x. */
function crossed(after: Float64Array, { columnCount, columnsOfRow }: CategoricalFit, strata: ElementStrata) {
  const squares = Array.from({ length: columnCount }, () => new Float64Array(columnCount));
  const byStratum = Array.from({ length: strata.count }, () => new Float64Array(columnCount));
  for (let row = 0; row < after.length; row++) {
    const [weight, h] = [after[row]!, strata.of[row]!];
    const square = strata.factors[h]! * weight * weight;
    for (const left of columnsOfRow) {
      if (left[row]! < 0) continue;
      byStratum[h]![left[row]!]! += weight;
      const products = squares[left[row]!]!;
      for (const right of columnsOfRow) if (right[row]! >= 0) products[right[row]!]! += square;
    }
  }
  return { squares, byStratum };
}

/** Matrices, row by row; all from coefficients by the sums of a column. */
interface Prepared {
  readonly coefficients: readonly Float64Array[];
  /** Coefficients times Σ k g² x x' times coefficients. */
  readonly fitted: readonly Float64Array[];
  /** By stratum: Σ g x times coefficients. */
  readonly taken: readonly Float64Array[];
}

/** With S and X the sums by column: S'(fitted) S − 2 S'(coefficients) X, over the columns that the cell meets. */
function explained(
  byColumn: Float64Array,
  start: number,
  totals: Float64Array,
  { coefficients, fitted, taken }: Prepared,
): number {
  const met: number[] = [];
  for (let column = 0; column < fitted.length; column++)
    if (byColumn[start + 2 * column] !== 0 || byColumn[start + 2 * column + 1] !== 0) met.push(column);
  let change = 0;
  for (const left of met) {
    const [ofFit, ofSums] = [fitted[left]!, coefficients[left]!];
    let sum = 0;
    for (const right of met) {
      const at = start + 2 * right;
      sum += ofFit[right]! * byColumn[at]! - 2 * ofSums[right]! * byColumn[at + 1]!;
    }
    change += byColumn[start + 2 * left]! * sum;
  }
  for (let h = 0; h < totals.length; h++)
    for (const column of met) totals[h]! -= taken[h]![column]! * byColumn[start + 2 * column]!;
  return change;
}

function product(left: readonly Float64Array[], right: readonly Float64Array[]): Float64Array[] {
  return left.map((row) => {
    const sums = new Float64Array(right[0]?.length ?? 0);
    row.forEach((factor, i) => {
      for (let j = 0; j < sums.length; j++) sums[j]! += factor * right[i]![j]!;
    });
    return sums;
  });
}
