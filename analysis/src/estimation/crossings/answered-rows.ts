import type { Domains } from "../domains.ts";
import type { Measurement } from "../measurement.ts";

/** The rows that a figure is made of, so that the others are read once and no more. */
export interface AnsweredRows {
  /** Rows of positive weight with an answer, ascending. */
  readonly rows: Int32Array;
  /** In the order of `rows`. */
  readonly weights: Float64Array;
  /** Rows of positive weight without an answer, and those of them that should have one. */
  readonly others: Int32Array;
  readonly missing: Int32Array;
}

/** Cells in the order of some rows; -1 for who is in none. */
export interface CellsOfRows {
  readonly of: Int32Array;
  readonly count: number;
}

/** @param isAnswered by row */
export function answeredRows(
  weights: Float64Array,
  { eligible }: Pick<Measurement, "eligible">,
  isAnswered: (row: number) => boolean,
): AnsweredRows {
  const [rows, others] = [new Int32Array(weights.length), new Int32Array(weights.length)];
  let [answered, unanswered] = [0, 0];
  for (let row = 0; row < weights.length; row++) {
    if (weights[row] === 0) continue;
    if (isAnswered(row)) rows[answered++] = row;
    else others[unanswered++] = row;
  }
  const [kept, left] = [rows.slice(0, answered), others.slice(0, unanswered)];
  return {
    rows: kept,
    weights: picked(weights, kept),
    others: left,
    missing: eligible ? left.filter((row) => eligible[row] === 1) : left,
  };
}

/** The numbers of some rows. */
export function picked(values: Float64Array, rows: Int32Array): Float64Array {
  const some = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) some[i] = values[rows[i]!]!;
  return some;
}

/** The codes of some rows; into room that was used before, where it is given. */
export function pickedCodes(
  codes: Int32Array,
  rows: Int32Array,
  room: Int32Array = new Int32Array(rows.length),
): Int32Array {
  for (let i = 0; i < rows.length; i++) room[i] = codes[rows[i]!]!;
  return room;
}

/** Picks the cells of some rows, crossing after crossing into the same room: the last ones are overwritten. */
export function cellPicker(rows: Int32Array): (domains: Domains) => CellsOfRows {
  const room = new Int32Array(rows.length);
  return ({ of, count }) => ({ of: pickedCodes(of, rows, room), count });
}
