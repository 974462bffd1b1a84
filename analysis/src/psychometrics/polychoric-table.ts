import { normal } from "../numerics/index.ts";
import { bivariateNormalCdf, bivariateNormalDensity } from "./polychoric-bivariate-normal.ts";

/** Answers to two ordered items, counted. Every row and column has someone. */
export interface OrderedTable {
  readonly rows: number;
  readonly columns: number;
  /** Row by row. */
  readonly counts: Float64Array;
  readonly respondents: number;
}

/** Counts pairs of answers; categories are the codes that occur among respondents who answered both. */
export function orderedTable(first: Float64Array, second: Float64Array): OrderedTable {
  const both = Array.from(first.keys()).filter(
    (row) => !Number.isNaN(first[row]!) && !Number.isNaN(second[row]!),
  );
  const codes = (values: Float64Array) => [...new Set(both.map((row) => values[row]!))].sort((a, b) => a - b);
  const [rowCodes, columnCodes] = [codes(first), codes(second)];
  const counts = new Float64Array(rowCodes.length * columnCodes.length);
  for (const row of both) {
    const at = rowCodes.indexOf(first[row]!) * columnCodes.length + columnCodes.indexOf(second[row]!);
    counts[at] = counts[at]! + 1;
  }
  return { rows: rowCodes.length, columns: columnCodes.length, counts, respondents: both.length };
}

/** Cuts of the normal variable behind an item that give its shares of answers. */
export function marginalThresholds(table: OrderedTable, side: "rows" | "columns"): Float64Array {
  const size = table[side];
  const shares = new Float64Array(size);
  table.counts.forEach((count, at) => {
    const level = side === "rows" ? Math.floor(at / table.columns) : at % table.columns;
    shares[level] = shares[level]! + count / table.respondents;
  });
  let below = 0;
  return shares.subarray(0, size - 1).map((share) => {
    below += share;
    return normal.quantile(below, 0, 1);
  });
}

/** Correlation and cuts of the two normal variables behind a table. */
export interface LatentNormal {
  readonly rho: number;
  readonly rowCuts: Float64Array;
  readonly columnCuts: Float64Array;
}

/** Probability of every cell, row by row. */
export function cellProbabilities({ rho, rowCuts, columnCuts }: LatentNormal): Float64Array {
  return differences(rowCuts, columnCuts, (x, y) => bivariateNormalCdf(x, y, rho));
}

/** How every cell's probability moves with the correlation. */
export function slopesInRho({ rho, rowCuts, columnCuts }: LatentNormal): Float64Array {
  return differences(rowCuts, columnCuts, (x, y) => bivariateNormalDensity(x, y, rho));
}

/** How every cell's probability moves with one cut of the rows or of the columns. */
export function slopesInCut(latent: LatentNormal, side: "rows" | "columns", cut: number): Float64Array {
  const { rho, rowCuts, columnCuts } = latent;
  const [own, other] = side === "rows" ? [rowCuts, columnCuts] : [columnCuts, rowCuts];
  const [at, width] = [own[cut]!, columnCuts.length + 1];
  const edges = [Number.NEGATIVE_INFINITY, ...other, Number.POSITIVE_INFINITY];
  const below = edges.map((edge) => normal.cdf((edge - rho * at) / Math.sqrt(1 - rho * rho), 0, 1));
  const slopes = new Float64Array((rowCuts.length + 1) * width);
  for (let level = 0; level + 1 < edges.length; level++) {
    const slope = normal.density(at) * (below[level + 1]! - below[level]!);
    const [before, after] =
      side === "rows"
        ? [cut * width + level, (cut + 1) * width + level]
        : [level * width + cut, level * width + cut + 1];
    slopes[before] = slope;
    slopes[after] = -slope;
  }
  return slopes;
}

/** Second differences of a function of two cuts over all cells. */
function differences(
  rowCuts: Float64Array,
  columnCuts: Float64Array,
  at: (x: number, y: number) => number,
): Float64Array {
  const [rows, columns] = [rowCuts.length + 1, columnCuts.length + 1];
  const edge = (cuts: Float64Array, i: number) =>
    i === 0 ? Number.NEGATIVE_INFINITY : (cuts[i - 1] ?? Number.POSITIVE_INFINITY);
  const corners = new Float64Array((rows + 1) * (columns + 1));
  for (let i = 1; i <= rows; i++)
    for (let j = 1; j <= columns; j++)
      corners[i * (columns + 1) + j] = at(edge(rowCuts, i), edge(columnCuts, j));
  return Float64Array.from({ length: rows * columns }, (_, cell) => {
    const corner = Math.floor(cell / columns) * (columns + 1) + (cell % columns);
    return (
      corners[corner + columns + 2]! -
      corners[corner + columns + 1]! -
      corners[corner + 1]! +
      corners[corner]!
    );
  });
}
