import type { Design } from "../../design/index.ts";
import type { CategoricalFit } from "../../weighting/unexplained.ts";
import type { ElementStrata } from "./element-strata.ts";

/** A fit of scores to the categories of margins, with all that it needs of the whole sample. */
export interface MarginFit {
  readonly strata: Int32Array;
  /** By bundle of margins, by row: where the row's categories in them are summed up together. */
  readonly slotsOfRow: readonly Int32Array[];
  readonly slotCount: number;
  /** By row: fit weight / weight after, and factor of the stratum · weight after. */
  readonly toFit: Float64Array;
  readonly toCross: Float64Array;
  /**
   * What the fit changes in the sum of squares of a cell, given the sums of its scores by slot (two side by side); it
   * takes its part out of the totals by stratum, too.
   */
  explain(bySlot: Float64Array, cell: number, totals: Float64Array): number;
}

export function marginFit(
  { after, fitWeights }: Design["adjustments"][number],
  fit: CategoricalFit,
  strata: ElementStrata,
): MarginFit {
  const { columnCount: width } = fit;
  const coefficients = Array.from({ length: width }, (_, column) =>
    fit.coefficients(new Float64Array(width).fill(1, column, column + 1)),
  );
  const { squares, byStratum } = crossed(after, fit, strata);
  const prepared = {
    coefficients,
    fitted: product(product(coefficients, squares), coefficients),
    taken: byStratum.map((amounts) => product([amounts], coefficients)[0]!),
  };
  const { slotsOfRow, columnsOfSlot } = bundled(fit.columnsOfRow);
  const slotCount = columnsOfSlot.length;
  return {
    strata: strata.of,
    slotsOfRow,
    slotCount,
    toFit: after.map((weight, row) => (weight === 0 ? 0 : fitWeights[row]! / weight)),
    toCross: after.map((weight, row) => strata.factors[strata.of[row]!]! * weight),
    explain: (bySlot, cell, totals) =>
      explained(sumsByColumn(bySlot, 2 * cell * slotCount, columnsOfSlot, width), totals, prepared),
  };
}

/** Margins whose categories together are so few that a cell keeps a sum for each combination. */
const fewCombinations = 256;

/** Margins of few categories are crossed, so that a row is added once for all of them. */
export function bundled(columnsOfRow: readonly Int32Array[]) {
  const slotsOfRow: Int32Array[] = [];
  const columnsOfSlot: number[][] = [];
  for (let m = 0; m < columnsOfRow.length; ) {
    let bundle = crossedWith(undefined, columnsOfRow[m++]!);
    for (; m < columnsOfRow.length; m++) {
      const larger = crossedWith(bundle, columnsOfRow[m]!);
      if (larger.columnsOfSlot.length > fewCombinations) break;
      bundle = larger;
    }
    const before = columnsOfSlot.length;
    slotsOfRow.push(bundle.slotOfRow.map((slot) => slot + before));
    columnsOfSlot.push(...bundle.columnsOfSlot);
  }
  return { slotsOfRow, columnsOfSlot };
}

interface Bundle {
  readonly slotOfRow: Int32Array;
  readonly columnsOfSlot: number[][];
}

/** Numbers the combinations that occur, in the order of the rows. */
function crossedWith(bundle: Bundle | undefined, columnOf: Int32Array): Bundle {
  const slotOfRow = new Int32Array(columnOf.length);
  const numbers = new Map<number, number>();
  const columnsOfSlot: number[][] = [];
  const radix = columnOf.reduce((most, column) => Math.max(most, column), 0) + 2;
  for (let row = 0; row < columnOf.length; row++) {
    const slot = bundle?.slotOfRow[row] ?? 0;
    const key = slot * radix + columnOf[row]! + 1;
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
      const own = columnOf[row]! < 0 ? [] : [columnOf[row]!];
      columnsOfSlot.push([...(bundle?.columnsOfSlot[slot] ?? []), ...own]);
    }
    slotOfRow[row] = number;
  }
  return { slotOfRow, columnsOfSlot };
}

/** The sums of a cell by column, two side by side. */
function sumsByColumn(
  bySlot: Float64Array,
  start: number,
  columnsOfSlot: readonly (readonly number[])[],
  width: number,
): Float64Array {
  const sums = new Float64Array(2 * width);
  for (let slot = 0; slot < columnsOfSlot.length; slot++) {
    const [fitted, crossedSum] = [bySlot[start + 2 * slot]!, bySlot[start + 2 * slot + 1]!];
    if (fitted === 0 && crossedSum === 0) continue;
    for (const column of columnsOfSlot[slot]!) {
      sums[2 * column]! += fitted;
      sums[2 * column + 1]! += crossedSum;
    }
  }
  return sums;
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
  sums: Float64Array,
  totals: Float64Array,
  { coefficients, fitted, taken }: Prepared,
): number {
  const met: number[] = [];
  for (let column = 0; column < fitted.length; column++)
    if (sums[2 * column] !== 0 || sums[2 * column + 1] !== 0) met.push(column);
  let change = 0;
  for (const left of met) {
    const [ofFit, ofSums] = [fitted[left]!, coefficients[left]!];
    let sum = 0;
    for (const right of met)
      sum += ofFit[right]! * sums[2 * right]! - 2 * ofSums[right]! * sums[2 * right + 1]!;
    change += sums[2 * left]! * sum;
  }
  for (let h = 0; h < totals.length; h++)
    for (const column of met) totals[h]! -= taken[h]![column]! * sums[2 * column]!;
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
