import type { CountedMargin } from "./counted-margin.ts";

/**
 * The table of all margins crossed, only cells that occur. Rows of one cell are alike for every margin,
 * so weighting works on cells and each row takes the factor of its own.
 */
export interface CrossedCells {
  readonly count: number;
  readonly cellOfRow: Int32Array;
  /** By margin, then by crossed cell: the cell of the margin; -1 where its rows have no category in it. */
  readonly marginCells: readonly Int32Array[];
  /** Σ w by crossed cell. */
  readonly weights: Float64Array;
}

/** Places in a lookup table, beyond which cells are numbered afresh before the next margin is crossed in. */
const tableLimit = 1 << 22;

/** Crosses margins over rows: one pass per margin and one to number the cells in the order in which they occur. */
export function crossCells(margins: readonly CountedMargin[], weights: Float64Array): CrossedCells {
  const cellOfRow = new Int32Array(weights.length);
  let size = 1;
  for (const { cells, counts } of margins) {
    const radix = counts.length + 1;
    if (size * radix > tableLimit) size = renumber(cellOfRow, size);
    if (size * radix > 2 ** 31) throw new RangeError("The margins have too many categories to cross.");
    for (let row = 0; row < cellOfRow.length; row++)
      cellOfRow[row] = cellOfRow[row]! * radix + cells[row]! + 1;
    size *= radix;
  }
  const count = renumber(cellOfRow, size);
  const sums = new Float64Array(count);
  const first = new Int32Array(count).fill(-1);
  for (let row = 0; row < weights.length; row++) {
    const cell = cellOfRow[row]!;
    sums[cell]! += weights[row]!;
    if (first[cell]! < 0) first[cell] = row;
  }
  return {
    count,
    cellOfRow,
    marginCells: margins.map(({ cells }) => first.map((row) => cells[row]!)),
    weights: sums,
  };
}

/** Replaces codes 0 … size-1 in place by 0 … count-1 in the order in which they occur; returns the count. */
function renumber(codes: Int32Array, size: number): number {
  let count = 0;
  if (size > 16 * tableLimit) {
    const numbers = new Map<number, number>();
    for (let row = 0; row < codes.length; row++) {
      const number = numbers.get(codes[row]!) ?? numbers.size;
      if (number === numbers.size) numbers.set(codes[row]!, number);
      codes[row] = number;
    }
    return numbers.size;
  }
  const numbers = new Int32Array(size).fill(-1);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (numbers[code]! < 0) numbers[code] = count++;
    codes[row] = numbers[code]!;
  }
  return count;
}

/** Multiplies each row's weight by the factor of its crossed cell. */
export function spreadFactors(
  { cellOfRow }: CrossedCells,
  factors: Float64Array,
  weights: Float64Array,
): Float64Array {
  const spread = new Float64Array(weights.length);
  for (let row = 0; row < weights.length; row++) spread[row] = weights[row]! * factors[cellOfRow[row]!]!;
  return spread;
}
