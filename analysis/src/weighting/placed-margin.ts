import type { DesignRole } from "@tiltas/instrument/definition";
import type { Column } from "../dataset/dataset.ts";
import type { CountedMargin } from "./counted-margin.ts";
import { cellName, type Margin } from "./margins.ts";
import { MarginsError } from "./margins-problem.ts";

/**
 * Lays a margin of a file over the respondents.
 *
 * @param empty what to do with a category that nobody has: "refuse" (default), or "keep" it for whoever joins cells
 * @throws MarginsError when a category of the respondents is missing from the margin, or one of the margin has nobody
 */
export function placeMargin(
  margin: Margin,
  base: Float64Array,
  columns: ReadonlyMap<DesignRole, Column>,
  empty: "refuse" | "keep" = "refuse",
): CountedMargin {
  const grid = gridOf(margin, columns);
  const cells = new Int32Array(base.length);
  const present = new Uint8Array(margin.cells.length);
  for (let row = 0; row < base.length; row++) {
    const place = placeInGrid(grid, row);
    const cell = place < 0 ? -1 : grid.cells[place]!;
    if (place >= 0 && cell < 0) refuseLacking(margin, codesAt(grid, row));
    cells[row] = cell;
    if (base[row]! > 0 && cell >= 0) present[cell] = 1;
  }
  if (empty === "refuse") refuseEmptyCells(margin, present);
  return {
    name: margin.id,
    levels: margin.cells.map(({ codes }) => cellName(margin, codes)),
    counts: Float64Array.from(margin.cells, ({ count }) => count),
    cells,
  };
}

/** The crossing of all codes of a margin's dimensions, the last one fastest, and which cell of the margin each is. */
interface Grid {
  readonly columns: readonly Column[];
  readonly sizes: readonly number[];
  /** -1 where the margin has no row. */
  readonly cells: Int32Array;
}

function gridOf(margin: Margin, known: ReadonlyMap<DesignRole, Column>): Grid {
  const columns = margin.dimensions.map((dimension) => columnOf(dimension, known, margin));
  const sizes = columns.map(({ variable }) => variable.codes.length);
  const cells = new Int32Array(sizes.reduce((product, size) => product * size, 1)).fill(-1);
  const places = columns.map(
    ({ variable }) => new Map(variable.codes.map(({ code }, i) => [String(code), i])),
  );
  margin.cells.forEach(({ codes }, cell) => {
    const place = places.reduce(
      (sum, place, i) => sum * sizes[i]! + (place.get(codes[i] ?? "") ?? Number.NaN),
      0,
    );
    if (!Number.isNaN(place)) cells[place] = cell;
  });
  return { columns, sizes, cells };
}

/** Place of a respondent in the grid; -1 where a dimension is missing. */
function placeInGrid({ columns, sizes }: Grid, row: number): number {
  let place = 0;
  for (let i = 0; i < columns.length; i++) {
    const value = columns[i]!.values[row]!;
    if (value < 0) return -1;
    place = place * sizes[i]! + value;
  }
  return place;
}

function codesAt({ columns }: Grid, row: number): string[] {
  return columns.map(({ variable, values }) => String(variable.codes[values[row]!]?.code));
}

function columnOf(dimension: DesignRole, columns: ReadonlyMap<DesignRole, Column>, margin: Margin): Column {
  const column = columns.get(dimension);
  if (!column)
    throw new MarginsError(
      `The margin "${margin.id}" (line ${margin.cells[0]?.line}) counts by ${dimension}, but no item of the instrument has that role. Remove the margin, or give an item the role.`,
    );
  return column;
}

function refuseLacking(margin: Margin, codes: readonly string[]): never {
  throw new MarginsError(
    `The margin "${margin.id}" (from line ${margin.cells[0]?.line}) has no row for ${cellName(margin, codes)}, but there are respondents in it. Add the row with its count.`,
  );
}

/** @param present by cell of the margin: 1 where there are respondents */
export function refuseEmptyCells(margin: Margin, present: Uint8Array): void {
  margin.cells.forEach(({ codes, line }, cell) => {
    if (present[cell] === 0)
      throw new MarginsError(
        `Line ${line} of the margins counts ${cellName(margin, codes)}, but no respondent is in it. Merge its count with a neighbouring category, or leave the margin out.`,
      );
  });
}
