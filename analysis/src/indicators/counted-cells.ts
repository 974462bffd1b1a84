import type { Domains } from "../estimation/index.ts";

/** What each respondent counts as, by row. */
export interface Marks {
  /** 1 for respondents of the universe who were asked, whether or not they answered. */
  readonly eligible: Uint8Array;
  /** 1 for eligible respondents whose answers suffice. */
  readonly usable: Uint8Array;
  /** Counted in the base: 1, or for a list the members that count; 0 for who does not count. */
  readonly base: Uint8Array | Float64Array;
  /** Of these with the trait; null where the figure is no share. */
  readonly numerator: Uint8Array | Float64Array | null;
  /** index: 1 where the score rests on some, not all, items (rule M3); null otherwise. */
  readonly prorated: Uint8Array | null;
}

/** The same in one cell: what disclosure control protects. */
export interface CellCounts {
  readonly eligible: number;
  /** Unweighted respondents whose answers count in the base (for a list: members). */
  readonly base: number;
  /** Distinct respondents (households, for members of a list) behind them. */
  readonly households: number;
  /** Sum of final weights over the base. */
  readonly weightedBase: number;
  /** Unweighted respondents with the trait; null where there is no numerator. */
  readonly numerator: number | null;
  /** Share of the base whose index rests on some, not all, items (0 to 1); null for other types. */
  readonly prorated: number | null;
  /** Unweighted share of eligible respondents without a usable answer, 0 to 1. */
  readonly itemNonresponse: number;
}

/** Counts in the cells of many crossings: who counts is picked out once. */
export function countsInCells(weights: Float64Array, marks: Marks): (cells: Domains) => CellCounts[] {
  const rows = markedRows(weights, marks.eligible);
  return (cells) => {
    const sums = sumsIn(cells, rows, weights, marks);
    return Array.from({ length: cells.count }, (_, cell): CellCounts => {
      const at = cell * width;
      const [
        eligible = 0,
        usable = 0,
        base = 0,
        households = 0,
        weightedBase = 0,
        numerator = 0,
        prorated = 0,
      ] = sums.subarray(at, at + width);
      return {
        eligible,
        base,
        households,
        weightedBase,
        numerator: marks.numerator && numerator,
        prorated: marks.prorated && households > 0 ? prorated / households : null,
        itemNonresponse: eligible === 0 ? 0 : 1 - usable / eligible,
      };
    });
  };
}

function markedRows(weights: Float64Array, marked: Uint8Array): Int32Array {
  const rows = new Int32Array(weights.length);
  let count = 0;
  for (let row = 0; row < weights.length; row++)
    if (marked[row] === 1 && weights[row] !== 0) rows[count++] = row;
  return rows.slice(0, count);
}

/** Numbers kept for each cell, side by side. */
const width = 7;

function sumsIn({ of, count }: Domains, rows: Int32Array, weights: Float64Array, marks: Marks): Float64Array {
  const { usable, base, numerator, prorated } = marks;
  const sums = new Float64Array(width * count);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const cell = of[row]!;
    if (cell < 0) continue;
    const at = width * cell;
    sums[at]!++;
    sums[at + 1]! += usable[row]!;
    const counted = base[row]!;
    if (counted === 0) continue;
    sums[at + 2]! += counted;
    sums[at + 3]!++;
    sums[at + 4]! += counted * weights[row]!;
    if (numerator) sums[at + 5]! += numerator[row]!;
    if (prorated) sums[at + 6]! += prorated[row]!;
  }
  return sums;
}
