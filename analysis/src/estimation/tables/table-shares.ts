import type { Estimator } from "../estimator.ts";
import { type Cells, levelsOfCell, weightsByCell } from "./table.ts";

/** The weighted count of each cell, as an estimator. */
export function tableTotals(cells: Cells): Estimator {
  return {
    ...whatEveryCellHas(cells),
    valueAt: (weights) => weightsByCell(weights, cells),
    scoresAt: (weights) =>
      Array.from({ length: cells.cellCount }, (_, cell) => scores(weights, cells, cell, 1, 0)),
  };
}

/** The share of each cell in the sum of the table, as an estimator. */
export function tableShares(cells: Cells): Estimator {
  const sharesAt = (weights: Float64Array) => {
    const sums = weightsByCell(weights, cells);
    const sum = sums.reduce((all, one) => all + one, 0);
    return { shares: sums.map((one) => one / sum), sum };
  };
  return {
    ...whatEveryCellHas(cells),
    valueAt: (weights) => sharesAt(weights).shares,
    scoresAt(weights) {
      const { shares, sum } = sharesAt(weights);
      return Array.from(shares, (share, cell) =>
        scores(weights, cells, cell, (1 - share) / sum, -share / sum),
      );
    },
  };
}

function whatEveryCellHas(cells: Cells): Pick<Estimator, "names" | "usable"> {
  return {
    names: Array.from({ length: cells.cellCount }, (_, cell) => levelsOfCell(cells, cell).join(".")),
    usable: Uint8Array.from(cells.cellOfRow, (cell) => (cell >= 0 ? 1 : 0)),
  };
}

/** By row: one number for those in the cell and one for the others; 0 for those who do not count. */
function scores(
  weights: Float64Array,
  { cellOfRow }: Cells,
  cell: number,
  inside: number,
  outside: number,
): Float64Array {
  return weights.map((weight, row) =>
    weight === 0 || cellOfRow[row]! < 0 ? 0 : cellOfRow[row] === cell ? inside : outside,
  );
}
