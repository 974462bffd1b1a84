import type { DesignRole } from "@tiltas/instrument/definition";
import { WeightingError } from "../weighting-error.ts";
import type { DesignColumns } from "./design-columns.ts";

/**
 * The cell of each row in a table that the plan writes down by codes; -1 where a dimension is missing.
 *
 * @throws WeightingError respondents in a cell that the table lacks, dimensions without an item
 */
export function cellsOf(
  what: string,
  dimensions: readonly DesignRole[],
  table: readonly { readonly codes: readonly string[] }[],
  columns: DesignColumns,
  rows: number,
): Int32Array {
  const known = dimensions.map((dimension) => {
    const column = columns.get(dimension);
    if (!column)
      throw new WeightingError(
        `The weighting plan counts ${what} by ${dimension}, but no item of the instrument has that role. Take it out of the plan, or give an item the role.`,
      );
    return column;
  });
  const places = new Map(table.map(({ codes }, cell) => [codes.join("\n"), cell]));
  return Int32Array.from({ length: rows }, (_, row) => {
    const codes = known.map(({ variable, values }) => variable.codes[values[row]!]?.code);
    if (codes.includes(undefined)) return -1;
    const cell = places.get(codes.join("\n"));
    if (cell === undefined)
      throw new WeightingError(
        `The weighting plan counts ${what} by ${dimensions.join(" and ")}, but not for ${codes.join(", ")}, where there are respondents. Add the cell to the plan.`,
      );
    return cell;
  });
}

/** Rows by cell; rows without one in none. */
export function rowsByCell(cells: Int32Array, count: number): Int32Array {
  const rows = new Int32Array(count);
  for (const cell of cells) if (cell >= 0) rows[cell]!++;
  return rows;
}
