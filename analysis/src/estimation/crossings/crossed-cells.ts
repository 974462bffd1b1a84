import type { Domains } from "../domains.ts";
import { type Refinement, refinementsAmong } from "./refinements.ts";

/** The cells of several crossings beside each other, so that one read of the rows serves them all. */
export interface CrossedCells {
  readonly domains: readonly Domains[];
  /** By crossing: the number of its first cell. */
  readonly starts: Int32Array;
  /** Cells of all crossings. */
  readonly count: number;
  /**
   * Row by row, for each of `stride` crossings that are read: the place of the row. Crossings that are coarser than
   * one of these are not read; what their cells hold is added up.
   */
  readonly of: Uint16Array | Uint32Array;
  readonly stride: number;
  /** Places for sums: the cells, people whom only a coarser crossing holds, and one for who is in none. */
  readonly places: number;
  /** Pairs of places: what the first holds belongs to the second, too. */
  readonly belongs: Int32Array;
}

/** Numbers the cells of crossings through, in their order. */
export function crossedCells(domains: readonly Domains[]): CrossedCells {
  const starts = new Int32Array(domains.length);
  let count = 0;
  domains.forEach((one, i) => {
    starts[i] = count;
    count += one.count;
  });
  const { read, refined } = refinementsAmong(domains);
  const numbering = { domains, starts, next: count, belongs: [] as number[] };
  const columns = read.map((fine) =>
    placesIn(
      fine,
      refined.filter((one) => one.fine === fine),
      numbering,
    ),
  );
  const places = numbering.next + 1;
  const rows = domains[0]?.of.length ?? 0;
  const of = places < 2 ** 16 ? new Uint16Array(rows * read.length) : new Uint32Array(rows * read.length);
  columns.forEach((column, i) => {
    for (let row = 0, at = i; row < rows; row++, at += read.length)
      of[at] = column[row]! < 0 ? places - 1 : column[row]!;
  });
  const belongs = Int32Array.from(numbering.belongs);
  return { domains, starts, count, of, stride: read.length, places, belongs };
}

interface Numbering {
  readonly domains: readonly Domains[];
  readonly starts: Int32Array;
  /** The next free place. */
  next: number;
  readonly belongs: number[];
}

/** By row its place in a crossing; who is in none of its cells has a place for where the coarser ones hold them. */
function placesIn(fine: number, coarser: readonly Refinement[], numbering: Numbering): Int32Array {
  const { domains, starts, belongs } = numbering;
  for (const { coarse, cellOf } of coarser)
    cellOf.forEach((cell, from) => {
      if (cell >= 0) belongs.push(starts[fine]! + from, starts[coarse]! + cell);
    });
  const left = new Map<string, number>();
  return domains[fine]!.of.map((cell, row) => {
    if (cell >= 0) return starts[fine]! + cell;
    const cells = coarser.map(({ coarse }) => domains[coarse]!.of[row]!);
    if (cells.every((one) => one < 0)) return -1;
    const known = left.get(cells.join());
    if (known !== undefined) return known;
    left.set(cells.join(), numbering.next);
    cells.forEach((one, i) => {
      if (one >= 0) belongs.push(numbering.next, starts[coarser[i]!.coarse]! + one);
    });
    return numbering.next++;
  });
}

/** Completes sums by place, so many numbers for each: coarser crossings hold what the finer ones do. */
export function addUp<Sums extends Int32Array | Float64Array>(
  sums: Sums,
  { belongs }: Pick<CrossedCells, "belongs">,
  width = 1,
): Sums {
  for (let i = 0; i < belongs.length; i += 2) {
    const [from, to] = [belongs[i]! * width, belongs[i + 1]! * width];
    for (let k = 0; k < width; k++) sums[to + k]! += sums[from + k]!;
  }
  return sums;
}

/** One crossing alone, numbered once. */
export function crossingAlone(domains: Domains): CrossedCells {
  const cells = alone.get(domains) ?? crossedCells([domains]);
  alone.set(domains, cells);
  return cells;
}

const alone = new WeakMap<Domains, CrossedCells>();

/** What is made crossing by crossing, cells one behind the other. */
export function inEachCrossing<One>(
  { domains }: CrossedCells,
  make: (domains: Domains) => readonly One[],
): One[] {
  return domains.flatMap((one) => make(one));
}

/** Rows in each cell. */
export function countRows(rows: Int32Array, cells: CrossedCells): Int32Array {
  const { of, stride, places, count } = cells;
  const counts = new Int32Array(places);
  for (let i = 0; i < rows.length; i++)
    for (let at = rows[i]! * stride, end = at + stride; at < end; at++) counts[of[at]!]!++;
  return addUp(counts, cells).subarray(0, count);
}
