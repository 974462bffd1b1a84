import type { CountedMargin } from "./counted-margin.ts";
import { crossCells } from "./crossed-cells.ts";

/** A numeric variable of the respondents whose population total is known. */
export interface NumericTotal {
  readonly name: string;
  /** By row. */
  readonly values: Float64Array;
  /** Sum over the population, in the units of the values. */
  readonly total: number;
}

/** Margins and numeric totals as columns of one regression, over the units that differ in them. */
export interface Auxiliaries {
  /** One per total to be met: what it is called and what it is. */
  readonly columns: readonly { readonly name: string; readonly total: number }[];
  readonly unitCount: number;
  /** Σ w by unit. */
  readonly weights: Float64Array;
  /** By margin, then by unit: the column of the unit's category; -1 for the category left out as redundant. */
  readonly categories: readonly Int32Array[];
  /** By numeric variable, then by unit. The columns come after those of the margins. */
  readonly numbers: readonly Float64Array[];
  /** The unit of each row; undefined where every row is a unit. */
  readonly unitOfRow: Int32Array | undefined;
}

/**
 * Arranges margins and numeric totals. The first category of every margin but the first is left out: all margins have
 * one sum, so its count follows from the others. Rows alike in all margins are one unit where no number differs.
 */
export function auxiliaries(
  weights: Float64Array,
  margins: readonly CountedMargin[],
  numeric: readonly NumericTotal[],
): Auxiliaries {
  const crossed = numeric.length === 0 ? crossCells(margins, weights) : undefined;
  const columns: { name: string; total: number }[] = [];
  const categories = margins.map(({ name, levels, counts, cells }, m) => {
    const columnOf = Int32Array.from(counts, (count, level) => {
      if (m > 0 && level === 0) return -1;
      columns.push({ name: `"${levels[level]}" of "${name}"`, total: count });
      return columns.length - 1;
    });
    return (crossed?.marginCells[m] ?? cells).map((cell) => columnOf[cell] ?? -1);
  });
  return {
    columns: [...columns, ...numeric.map(({ name, total }) => ({ name: `"${name}"`, total }))],
    unitCount: crossed?.count ?? weights.length,
    weights: crossed?.weights ?? weights,
    categories,
    numbers: numeric.map(({ values }) => values),
    unitOfRow: crossed?.cellOfRow,
  };
}

/** Σ factor · x by column over all units. */
export function totalsUnder(
  { columns, unitCount, categories, numbers }: Auxiliaries,
  factor: Float64Array,
): Float64Array {
  const totals = new Float64Array(columns.length);
  for (const columnOf of categories)
    for (let unit = 0; unit < unitCount; unit++)
      if (columnOf[unit]! >= 0) totals[columnOf[unit]!]! += factor[unit]!;
  numbers.forEach((values, i) => {
    let total = 0;
    for (let unit = 0; unit < unitCount; unit++) total += factor[unit]! * values[unit]!;
    totals[columns.length - numbers.length + i] = total;
  });
  return totals;
}

/** x'λ by unit. */
export function combined(
  { columns, unitCount, categories, numbers }: Auxiliaries,
  lambda: ArrayLike<number>,
): Float64Array {
  const sums = new Float64Array(unitCount);
  for (const columnOf of categories)
    for (let unit = 0; unit < unitCount; unit++)
      if (columnOf[unit]! >= 0) sums[unit]! += lambda[columnOf[unit]!]!;
  numbers.forEach((values, i) => {
    const slope = lambda[columns.length - numbers.length + i]!;
    for (let unit = 0; unit < unitCount; unit++) sums[unit]! += slope * values[unit]!;
  });
  return sums;
}

/** Σ factor · x x', row by row of the symmetric matrix. */
export function crossProducts(
  { columns, unitCount, categories, numbers }: Auxiliaries,
  factor: Float64Array,
): Float64Array[] {
  const products = columns.map(() => new Float64Array(columns.length));
  const firstNumber = columns.length - numbers.length;
  for (const [a, left] of categories.entries()) {
    for (const right of categories.slice(a))
      for (let unit = 0; unit < unitCount; unit++)
        if (left[unit]! >= 0 && right[unit]! >= 0) products[left[unit]!]![right[unit]!]! += factor[unit]!;
    for (const [i, values] of numbers.entries())
      for (let unit = 0; unit < unitCount; unit++)
        if (left[unit]! >= 0) products[left[unit]!]![firstNumber + i]! += factor[unit]! * values[unit]!;
  }
  for (const [i, left] of numbers.entries())
    for (const [j, right] of numbers.entries()) {
      if (j < i) continue;
      let sum = 0;
      for (let unit = 0; unit < unitCount; unit++) sum += factor[unit]! * left[unit]! * right[unit]!;
      products[firstNumber + i]![firstNumber + j] = sum;
    }
  return mirrored(products);
}

/** Copies the upper triangle to the lower. */
function mirrored(products: Float64Array[]): Float64Array[] {
  for (let i = 0; i < products.length; i++) for (let j = 0; j < i; j++) products[i]![j] = products[j]![i]!;
  return products;
}
