import type { Domains } from "../domains.ts";

/** The cells of several crossings beside each other, so that one read of the rows serves them all. */
export interface CrossedCells {
  /** The crossings that are read. */
  readonly domains: readonly Domains[];
  /** By crossing: the number of its first cell. */
  readonly starts: Int32Array;
  /** Cells of all crossings that are read. */
  readonly count: number;
  /** How many crossings are read, of `stride` that were numbered. */
  readonly crossings: number;
  /** Row by row, crossing by crossing (`stride` of them): the number of the cell; `nowhere` for who is in none. */
  readonly of: Uint16Array | Uint32Array;
  readonly stride: number;
  readonly nowhere: number;
}

/** Numbers the cells of crossings through, in their order. */
export function crossedCells(domains: readonly Domains[]): CrossedCells {
  const starts = new Int32Array(domains.length);
  let nowhere = 0;
  domains.forEach(({ count }, i) => {
    starts[i] = nowhere;
    nowhere += count;
  });
  const stride = domains.length;
  const rows = domains[0]?.of.length ?? 0;
  const of = nowhere < 2 ** 16 ? new Uint16Array(rows * stride) : new Uint32Array(rows * stride);
  domains.forEach(({ of: own }, i) => {
    const start = starts[i]!;
    for (let row = 0, at = i; row < rows; row++, at += stride)
      of[at] = own[row]! < 0 ? nowhere : start + own[row]!;
  });
  return { domains, starts, count: nowhere, crossings: stride, of, stride, nowhere };
}

/** The first crossings of several; nothing is copied. */
export function firstCrossings(cells: CrossedCells, crossings: number): CrossedCells {
  return {
    ...cells,
    domains: cells.domains.slice(0, crossings),
    starts: cells.starts.slice(0, crossings),
    count: cells.starts[crossings] ?? cells.count,
    crossings,
  };
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
export function countRows(
  rows: Int32Array,
  { of, stride, crossings, nowhere, count }: CrossedCells,
): Int32Array {
  const counts = new Int32Array(nowhere + 1);
  for (let i = 0; i < rows.length; i++)
    for (let at = rows[i]! * stride, end = at + crossings; at < end; at++) counts[of[at]!]!++;
  return counts.subarray(0, count);
}
