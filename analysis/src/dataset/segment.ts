import type { RowCells } from "./cells.ts";
import { readBytes } from "./read-bytes.ts";
import { type PlacedColumn, type SegmentLayout, segmentRows } from "./row-layout.ts";
import { unlessRemoved } from "./withdrawn-meanwhile.ts";

/** The columns of `segmentRows` rows. */
export interface Segment {
  kept(variable: number): Uint8Array | Uint16Array;
  number(place: number): Float64Array;
  chance(place: number): Float64Array;
  link(place: number): Uint32Array;
}

/** Rows held in memory, into which rows can be written. */
export class MemorySegment implements Segment {
  readonly buffer: ArrayBuffer;
  readonly #kept: readonly (Uint8Array | Uint16Array)[];
  readonly #numbers: readonly Float64Array[];
  readonly #chances: readonly Float64Array[];
  readonly #links: readonly Uint32Array[];
  readonly #numbered: readonly number[];

  constructor(layout: SegmentLayout, buffer = new ArrayBuffer(layout.bytes)) {
    this.buffer = buffer;
    this.#kept = layout.kept.map(({ at, width }) =>
      width === 2 ? new Uint16Array(buffer, at, segmentRows) : new Uint8Array(buffer, at, segmentRows),
    );
    this.#numbers = layout.numbers.map(({ at }) => new Float64Array(buffer, at, segmentRows));
    this.#chances = layout.chances.map(({ at }) => new Float64Array(buffer, at, segmentRows));
    this.#links = layout.links.map(({ at }) => new Uint32Array(buffer, at, segmentRows));
    this.#numbered = layout.numberOf.flatMap((number, variable) => (number < 0 ? [] : [variable]));
  }

  write(at: number, cells: RowCells, chances: readonly number[], links: readonly number[]): void {
    const [kept, numbers] = [this.#kept, this.#numbers];
    for (let variable = 0; variable < kept.length; variable++) kept[variable]![at] = cells.kept[variable]!;
    for (let i = 0; i < numbers.length; i++) numbers[i]![at] = cells.numbers[this.#numbered[i]!]!;
    for (let i = 0; i < chances.length; i++) this.#chances[i]![at] = chances[i]!;
    for (let i = 0; i < links.length; i++) this.#links[i]![at] = links[i]!;
  }

  kept(variable: number): Uint8Array | Uint16Array {
    return this.#kept[variable]!;
  }

  number(place: number): Float64Array {
    return this.#numbers[place]!;
  }

  chance(place: number): Float64Array {
    return this.#chances[place]!;
  }

  link(place: number): Uint32Array {
    return this.#links[place]!;
  }
}

/** Rows in a file; each column is read when it is asked for. */
export class FileSegment implements Segment {
  readonly #file: string;
  readonly #at: number;
  readonly #layout: SegmentLayout;

  constructor(file: string, place: number, layout: SegmentLayout) {
    this.#file = file;
    this.#at = place * layout.bytes;
    this.#layout = layout;
  }

  kept(variable: number): Uint8Array | Uint16Array {
    const column = this.#layout.kept[variable]!;
    const bytes = this.#read(column);
    return column.width === 2 ? new Uint16Array(bytes.buffer) : bytes;
  }

  number(place: number): Float64Array {
    return new Float64Array(this.#read(this.#layout.numbers[place]!).buffer);
  }

  chance(place: number): Float64Array {
    return new Float64Array(this.#read(this.#layout.chances[place]!).buffer);
  }

  link(place: number): Uint32Array {
    return new Uint32Array(this.#read(this.#layout.links[place]!).buffer);
  }

  #read({ at, width }: PlacedColumn): Uint8Array<ArrayBuffer> {
    return unlessRemoved(() => readBytes(this.#file, { at: this.#at + at, bytes: width * segmentRows }));
  }
}
