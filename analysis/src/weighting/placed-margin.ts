import type { DesignRole } from "@tiltas/instrument/definition";
import type { Column } from "../dataset/dataset.ts";
import { cellName, type Margin, MarginsError } from "./margins.ts";

/** A margin laid over the respondents. */
export interface PlacedMargin {
  readonly id: string;
  /** Cell of each respondent; -1 without a category. */
  readonly cellOfRow: Int32Array;
  /** Share of each cell in the total, summing to 1. */
  readonly shares: Float64Array;
  readonly total: number;
  /** Respondents of positive weight without a category. */
  readonly withoutCategory: number;
}

/** @throws MarginsError when a category of the respondents is missing from the margin, or one of the margin has nobody */
export function placeMargin(
  margin: Margin,
  total: number,
  base: Float64Array,
  columns: ReadonlyMap<DesignRole, Column>,
): PlacedMargin {
  const lists = margin.dimensions.map((dimension) => columnOf(dimension, columns, margin));
  const places = new Map(margin.cells.map(({ codes }, cell) => [codes.join("\u0000"), cell]));
  const cellOfRow = new Int32Array(base.length);
  const present = new Uint8Array(margin.cells.length);
  let withoutCategory = 0;
  for (let row = 0; row < base.length; row++) {
    const codes = lists.map(({ values, variable }) => variable.codes[values[row]!]?.code);
    const known = codes.every((code) => code !== undefined);
    const cell = known ? (places.get(codes.join("\u0000")) ?? refuseLacking(margin, codes.map(String))) : -1;
    cellOfRow[row] = cell;
    if (base[row] === 0) continue;
    if (cell >= 0) present[cell] = 1;
    else withoutCategory++;
  }
  refuseEmptyCells(margin, present);
  return {
    id: margin.id,
    cellOfRow,
    shares: Float64Array.from(margin.cells, ({ count }) => count / total),
    total,
    withoutCategory,
  };
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

function refuseEmptyCells(margin: Margin, present: Uint8Array): void {
  margin.cells.forEach(({ codes, line }, cell) => {
    if (present[cell] === 0)
      throw new MarginsError(
        `Line ${line} of the margins counts ${cellName(margin, codes)}, but no respondent is in it. Merge its count with a neighbouring category, or leave the margin out.`,
      );
  });
}
