import { type Arrangement, refuseOtherLength } from "./arrangement.ts";
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
  refuseOtherLength(arrangement, measurement.values);
  const { cellCount, domainOfCell, domains } = arrangement;
  const shift = firstUsable(measurement.values);
  const { byCell, missing } = sumIntoCells(arrangement, measurement, shift);
  const [values, weights] = [new Float64Array(cellCount), new Float64Array(cellCount)];
  const byDomain = {
    values: zeros(domains),
    weights: zeros(domains),
    squares: zeros(domains),
    respondents: zeros(domains),
  };
  for (let cell = 0, at = 0; cell < cellCount; cell++, at += width) {
    const domain = domainOfCell[cell]!;
    byDomain.values[domain]! += values[cell] = byCell[at]!;
    byDomain.weights[domain]! += weights[cell] = byCell[at + 1]!;
    byDomain.squares[domain]! += byCell[at + 2]!;
    byDomain.respondents[domain]! += byCell[at + 3]!;
  }
  return {
    shift,
    values,
    weights,
    domainValues: byDomain.values,
    domainWeights: byDomain.weights,
    domainSquares: byDomain.squares,
    respondents: Int32Array.from(byDomain.respondents),
    eligible: Int32Array.from(byDomain.respondents, (respondents, domain) => respondents + missing[domain]!),
  };
}

function zeros({ count }: { readonly count: number }): Float64Array {
  return new Float64Array(count);
}

function firstUsable(values: Float64Array): number {
  return values.find((value) => !Number.isNaN(value)) ?? 0;
}

/** Numbers kept per cell, side by side so that one cell is one place in memory: Σwy, Σw, Σwy², respondents. */
const width = 4;

/** The inner loop: one read of every row, no branches but "is there an answer". `missing` counts eligible rows by domain. */
function sumIntoCells(
  { design, cellOfRow, cellCount, domains }: Arrangement,
  { values, eligible }: Measurement,
  shift: number,
) {
  const byCell = new Float64Array(width * (cellCount + 1));
  const missing = new Int32Array(domains.count);
  const { weights } = design;
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!;
    const value = values[row]! - shift;
    if (weight === 0) continue;
    if (!Number.isNaN(value)) {
      const at = width * cellOfRow[row]!;
      const weighted = weight * value;
      byCell[at]! += weighted;
      byCell[at + 1]! += weight;
      byCell[at + 2]! += weighted * value;
      byCell[at + 3]!++;
    } else if (eligible === undefined || eligible[row] === 1) {
      const domain = domains.of[row]!;
      if (domain >= 0) missing[domain]!++;
    }
  }
  return { byCell, missing };
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
