import type { Arrangement } from "./arrangement.ts";
import type { Measurement } from "./measurement.ts";

/**
 * Weighted sums of one variable over usable rows. Rows enter in server order, each into its cell; cells are then
 * added in their fixed order. Work is only ever divided by variable, so results never depend on threads.
 */
export interface Sums {
  /** Subtracted from every value before summing, so that a constant has exactly no variance. */
  readonly shift: number;
  /** By cell: Σ w (y − shift) and Σ w. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
  /** By domain: Σ w (y − shift), Σ w, Σ w (y − shift)². */
  readonly domainValues: Float64Array;
  readonly domainWeights: Float64Array;
  readonly domainSquares: Float64Array;
  /** By domain: rows of positive weight with a usable answer, and those who should have one. */
  readonly respondents: Int32Array;
  readonly eligible: Int32Array;
}

export function sumsOf(arrangement: Arrangement, measurement: Measurement): Sums {
  const { cellCount, domainOfCell, domains } = arrangement;
  const shift = firstUsable(measurement.values);
  const byCell = sumIntoCells(arrangement, measurement, shift);
  return {
    shift,
    values: byCell.values,
    weights: byCell.weights,
    domainValues: addCells(byCell.values, domainOfCell, cellCount, domains.count),
    domainWeights: addCells(byCell.weights, domainOfCell, cellCount, domains.count),
    domainSquares: addCells(byCell.squares, domainOfCell, cellCount, domains.count),
    respondents: Int32Array.from(addCells(byCell.respondents, domainOfCell, cellCount, domains.count)),
    eligible: Int32Array.from(addCells(byCell.eligible, domainOfCell, cellCount, domains.count)),
  };
}

function firstUsable(values: Float64Array): number {
  return values.find((value) => !Number.isNaN(value)) ?? 0;
}

/** The inner loop: one read of every row, no branches but "is there an answer". */
function sumIntoCells(
  { design, cellOfRow, cellCount }: Arrangement,
  { values, eligible }: Measurement,
  shift: number,
) {
  const size = cellCount + 1;
  const sums = {
    values: new Float64Array(size),
    weights: new Float64Array(size),
    squares: new Float64Array(size),
    respondents: new Int32Array(size),
    eligible: new Int32Array(size),
  };
  const { weights } = design;
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!;
    const value = values[row]! - shift;
    const cell = cellOfRow[row]!;
    if (weight === 0) continue;
    if (!Number.isNaN(value)) {
      const weighted = weight * value;
      sums.values[cell]! += weighted;
      sums.weights[cell]! += weight;
      sums.squares[cell]! += weighted * value;
      sums.respondents[cell]!++;
      sums.eligible[cell]!++;
    } else if (eligible === undefined || eligible[row] === 1) sums.eligible[cell]!++;
  }
  return sums;
}

export function addCells(
  byCell: Float64Array | Int32Array,
  domainOfCell: Int32Array,
  cellCount: number,
  domainCount: number,
): Float64Array {
  const byDomain = new Float64Array(domainCount);
  for (let cell = 0; cell < cellCount; cell++) byDomain[domainOfCell[cell]!]! += byCell[cell]!;
  return byDomain;
}
