import type { RowCells } from "./cells.ts";
import { type RowLayout, type SegmentLayout, segmentLayout, segmentRows } from "./row-layout.ts";
import { MemorySegment, type Segment } from "./segment.ts";

/** What becomes of a segment that is full: the one that stands in its place. */
export type Sealed = (segment: MemorySegment, place: number) => Segment;

/**
 * Rows of one table, as columns in segments: rows are added at the end and never move, so what was kept of a row can be
 * wiped in place. A code takes a byte or two, a number nine.
 */
export class KeptRows {
  readonly layout: SegmentLayout;
  readonly #full: Segment[];
  readonly #sealed: Sealed;
  #open: MemorySegment;
  rows: number;

  /** @param began segments that are full already, the one that is not, and rows in all */
  constructor(
    layout: RowLayout,
    sealed: Sealed = (segment) => segment,
    began?: { readonly full: Segment[]; readonly open: MemorySegment; readonly rows: number },
  ) {
    this.layout = segmentLayout(layout);
    this.#sealed = sealed;
    this.#full = began?.full ?? [];
    this.#open = began?.open ?? new MemorySegment(this.layout);
    this.rows = began?.rows ?? 0;
  }

  /** @returns the place of the new row */
  append(cells: RowCells, chances: readonly number[], links: readonly number[]): number {
    const slot = this.rows++;
    this.#open.write(slot % segmentRows, cells, chances, links);
    if (this.rows % segmentRows === 0) {
      this.#full.push(this.#sealed(this.#open, this.#full.length));
      this.#open = new MemorySegment(this.layout);
    }
    return slot;
  }

  get segments(): readonly Segment[] {
    return [...this.#full, this.#open];
  }

  /** The segment to which rows are being added, and its place. */
  get open(): { readonly segment: MemorySegment; readonly place: number } {
    return { segment: this.#open, place: this.#full.length };
  }
}
