import { firstCode, type RowCells } from "./cells.ts";

/** Rows by segment; a power of two. */
export const segmentRows = 4096;

/** What one row of a table keeps. */
export interface RowLayout {
  /** By variable: whether it is a number, and how many codes it has. */
  readonly variables: readonly { readonly kind: "code" | "number"; readonly codes: readonly unknown[] }[];
  /** Chances of draws. */
  readonly chances: number;
  /** Places in other tables: where the members of a list begin and how many they are, or whose member this is. */
  readonly links: number;
}

/** One segment of a table as columns over one buffer, each with room for `segmentRows` cells. */
export interface Segment {
  readonly buffer: ArrayBuffer;
  /** By variable. */
  readonly kept: readonly (Uint8Array | Uint16Array)[];
  /** By variable that is a number, in their order. */
  readonly numbers: readonly Float64Array[];
  readonly chances: readonly Float64Array[];
  readonly links: readonly Uint32Array[];
}

/**
 * Rows of one table, as columns in segments: rows are added at the end and never move, so what was kept of a row can be
 * wiped in place. A code takes a byte or two, a number nine.
 */
export class KeptRows {
  readonly layout: RowLayout;
  readonly segments: Segment[] = [];
  rows = 0;
  /** Variables that are numbers. */
  readonly #numbers: readonly number[];

  constructor(layout: RowLayout) {
    this.layout = layout;
    this.#numbers = numberVariables(layout);
  }

  /** @returns the place of the new row */
  append(cells: RowCells, chances: readonly number[], links: readonly number[]): number {
    const slot = this.rows++;
    const at = slot % segmentRows;
    if (at === 0) this.segments.push(segmentOver(this.layout, new ArrayBuffer(segmentBytes(this.layout))));
    const segment = this.segments.at(-1)!;
    const { kept, numbers } = segment;
    for (let variable = 0; variable < kept.length; variable++) kept[variable]![at] = cells.kept[variable]!;
    for (let i = 0; i < numbers.length; i++) numbers[i]![at] = cells.numbers[this.#numbers[i]!]!;
    for (let i = 0; i < chances.length; i++) segment.chances[i]![at] = chances[i]!;
    for (let i = 0; i < links.length; i++) segment.links[i]![at] = links[i]!;
    return slot;
  }

  /** One link of one row. */
  link(which: number, slot: number): number {
    return this.segments[Math.floor(slot / segmentRows)]?.links[which]?.[slot % segmentRows] ?? 0;
  }

  /** Place among the numbers of a segment; -1 for a variable of codes. */
  numberOf(variable: number): number {
    return this.#numbers.indexOf(variable);
  }
}

const numberVariables = ({ variables }: RowLayout) =>
  variables.flatMap(({ kind }, variable) => (kind === "number" ? [variable] : []));

const isWide = ({ kind, codes }: RowLayout["variables"][number]) =>
  kind === "code" && codes.length + firstCode > 256;

export function segmentBytes(layout: RowLayout): number {
  const { variables, chances, links } = layout;
  const kept = variables.reduce((sum, variable) => sum + (isWide(variable) ? 2 : 1), 0);
  return segmentRows * (8 * (numberVariables(layout).length + chances) + 4 * links + kept);
}

/** Columns over the bytes of one segment: wide ones first, so that each stands where its kind of number may. */
export function segmentOver(layout: RowLayout, buffer: ArrayBuffer): Segment {
  let at = 0;
  const next = (bytes: number) => {
    const start = at;
    at += bytes * segmentRows;
    return start;
  };
  const float = () => new Float64Array(buffer, next(8), segmentRows);
  const numbers = numberVariables(layout).map(float);
  const chances = Array.from({ length: layout.chances }, float);
  const links = Array.from({ length: layout.links }, () => new Uint32Array(buffer, next(4), segmentRows));
  const wide = new Map(
    layout.variables.flatMap((variable, i) =>
      isWide(variable) ? [[i, new Uint16Array(buffer, next(2), segmentRows)] as const] : [],
    ),
  );
  const kept = layout.variables.map((_, i) => wide.get(i) ?? new Uint8Array(buffer, next(1), segmentRows));
  return { buffer, kept, numbers, chances, links };
}
