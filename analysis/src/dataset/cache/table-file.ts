import { closeSync, fsyncSync, openSync, statSync, truncateSync, writeSync } from "node:fs";
import { KeptRows } from "../kept-rows.ts";
import { readBytes } from "../read-bytes.ts";
import { type RowLayout, type SegmentLayout, segmentLayout, segmentRows } from "../row-layout.ts";
import { FileSegment, MemorySegment } from "../segment.ts";

/**
 * One table of kept rows in a file: segment after segment, the last one written anew each time. What a look that was
 * stopped wrote behind the rows that count speaks of people whom nothing finds any more: it goes when the file is opened.
 */
export class TableFile {
  readonly kept: KeptRows;
  readonly #file: string;

  /** @param rows how many of them the file holds already */
  constructor(file: string, layout: RowLayout, rows: number) {
    this.#file = file;
    const placed = segmentLayout(layout);
    const full = Math.floor(rows / segmentRows);
    const open =
      rows % segmentRows === 0
        ? new MemorySegment(placed)
        : new MemorySegment(placed, readBytes(file, { at: full * placed.bytes, bytes: placed.bytes }).buffer);
    const segments = Array.from({ length: full }, (_, place) => new FileSegment(file, place, placed));
    this.kept = new KeptRows(layout, (segment, place) => this.#seal(segment, place), {
      ...{ full: segments, open, rows },
    });
    this.#dropBeyond(rows);
  }

  #dropBeyond(rows: number): void {
    const { layout, open } = this.kept;
    const length = Math.ceil(rows / segmentRows) * layout.bytes;
    if (statSync(this.#file).size > length) truncateSync(this.#file, length);
    const bytes = new Uint8Array(open.segment.buffer);
    let found = false;
    for (const { at, width } of columnsOf(layout)) {
      const rest = bytes.subarray(at + (rows % segmentRows) * width, at + segmentRows * width);
      found ||= rest.some((byte) => byte !== 0);
      rest.fill(0);
    }
    if (found) this.#write(bytes, open.place * layout.bytes);
  }

  #seal(segment: MemorySegment, place: number): FileSegment {
    this.#write(new Uint8Array(segment.buffer), place * this.kept.layout.bytes);
    return new FileSegment(this.#file, place, this.kept.layout);
  }

  /** Writes what is not in the file yet, and waits until the disk has it. */
  save(): void {
    const { segment, place } = this.kept.open;
    if (this.kept.rows % segmentRows !== 0)
      this.#write(new Uint8Array(segment.buffer), place * this.kept.layout.bytes);
    this.#withFile((handle) => fsyncSync(handle));
  }

  /** Overwrites the cells of one row, in memory and in the file. */
  wipe(slot: number): void {
    const { layout, open } = this.kept;
    const [place, at] = [Math.floor(slot / segmentRows), slot % segmentRows];
    const columns = columnsOf(layout);
    if (place === open.place) {
      const bytes = new Uint8Array(open.segment.buffer);
      for (const column of columns) {
        const from = column.at + at * column.width;
        bytes.fill(0, from, from + column.width);
      }
    }
    this.#withFile((handle) => {
      for (const { at: begin, width } of columns)
        writeSync(handle, new Uint8Array(width), 0, width, place * layout.bytes + begin + at * width);
    });
  }

  #write(bytes: Uint8Array, at: number): void {
    this.#withFile((handle) => {
      let written = 0;
      while (written < bytes.length)
        written += writeSync(handle, bytes, written, bytes.length - written, at + written);
    });
  }

  #withFile(use: (handle: number) => void): void {
    const handle = openSync(this.#file, "r+");
    try {
      use(handle);
    } finally {
      closeSync(handle);
    }
  }
}

const columnsOf = ({ kept, numbers, chances, links }: SegmentLayout) => [
  ...kept,
  ...numbers,
  ...chances,
  ...links,
];
