import type { Design, ReplicateDesign } from "../../design/index.ts";
import { sumOf, sumsByCode } from "../../numerics/index.ts";
import { type Categories, complete, occurring } from "../categories.ts";

/** Respondents sorted into the cells of a cross-table. */
export interface Cells {
  /** The variables with the levels that occur, in the order given. */
  readonly variables: readonly Categories[];
  readonly cellCount: number;
  /** Cell of each row, the first variable changing fastest; -1 outside the domain or with a missing answer. */
  readonly cellOfRow: Int32Array;
}

export interface CrossTableOptions {
  /** By row: 1 in the domain. */
  readonly within?: Uint8Array;
  /** Rescale the table to this sum; left out: weighted counts. */
  readonly total?: number;
}

/** One cell of a cross-table. */
export interface TableCell {
  /** One level per variable. */
  readonly levels: readonly string[];
  /** Weighted count, or its share of the total asked for. */
  readonly frequency: number;
  /** Unweighted respondents of positive weight. */
  readonly respondents: number;
}

/**
 * Sorts the complete rows of a domain into cells. Levels that nobody has among them are left out.
 *
 * @throws RangeError when a variable does not have one code per row of the sample
 */
export function cellsOf(
  sample: Design | ReplicateDesign,
  variables: readonly Categories[],
  within?: Uint8Array,
): Cells {
  const usable = complete(variables, sample.rows);
  const rows: number[] = [];
  for (let row = 0; row < sample.rows; row++) if (usable[row] === 1 && within?.[row] !== 0) rows.push(row);
  const used = variables.map((variable) => occurring(variable, rows));
  const cellOfRow = new Int32Array(sample.rows).fill(-1);
  for (const row of rows)
    cellOfRow[row] = used.reduceRight((cell, { codes, levels }) => cell * levels.length + codes[row]!, 0);
  return {
    variables: used,
    cellCount: used.reduce((count, { levels }) => count * levels.length, 1),
    cellOfRow,
  };
}

/** Levels of a cell, one per variable. */
export function levelsOfCell({ variables }: Cells, cell: number): string[] {
  let rest = cell;
  return variables.map(({ levels }) => {
    const level = levels[rest % levels.length]!;
    rest = Math.floor(rest / levels.length);
    return level;
  });
}

/** Σ w by cell. */
export function weightsByCell(weights: Float64Array, { cellOfRow, cellCount }: Cells): Float64Array {
  return sumsByCode(cellOfRow, cellCount, weights);
}

/**
 * Weighted counts of people by the levels of one or more variables, of those who answered them all; empty cells
 * included. With `total`, rescaled to that sum (as 100 for percentages).
 *
 * @agrees R survey::svytable
 */
export function crossTable(
  sample: Design | ReplicateDesign,
  variables: readonly Categories[],
  { within, total }: CrossTableOptions = {},
): TableCell[] {
  const cells = cellsOf(sample, variables, within);
  const sums = weightsByCell(sample.weights, cells);
  const respondents = weightsByCell(
    sample.weights.map((weight) => (weight > 0 ? 1 : 0)),
    cells,
  );
  const sum = sumOf(sums);
  const scale = total === undefined || sum === 0 ? 1 : total / sum;
  return Array.from(sums, (frequency, cell) => ({
    levels: levelsOfCell(cells, cell),
    frequency: frequency * scale,
    respondents: respondents[cell]!,
  }));
}
