import { codesBehind, type Measurement } from "../measurement.ts";
import { type Arrangement, refuseOtherLength } from "./arrangement.ts";
import { inPasses, type SlotSums, sumIntoSlots } from "./row-sums.ts";

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

/** Sums of several variables, four of them in each read of the rows. */
export function sumsOfEach(arrangement: Arrangement, measurements: readonly Measurement[]): Sums[] {
  return inPasses(measurements, (some) => sumsInOnePass(arrangement, some));
}

function sumsInOnePass(arrangement: Arrangement, measurements: readonly Measurement[]): Sums[] {
  const { design, cellOfRow, cellCount, domains } = arrangement;
  for (const measurement of measurements) refuseOtherLength(arrangement, measurement);
  const lanes = measurements.map((measurement) => ({ measurement, shift: firstUsable(measurement) }));
  const gaps = measurements.map(() => ({ rows: zeros(domains), eligible: zeros(domains) }));
  const missed = (lane: number, row: number) => {
    const domain = domains.of[row]!;
    if (domain < 0) return;
    gaps[lane]!.rows[domain]!++;
    gaps[lane]!.eligible[domain]! += measurements[lane]!.eligible?.[row] ?? 1;
  };
  const slots = { slotOfRow: cellOfRow, count: cellCount, weights: design.weights };
  const byCell = sumIntoSlots(slots, lanes, missed);
  return lanes.map(({ shift }, lane) => ({
    shift,
    ...sumsByDomain(arrangement, byCell[lane]!),
    respondents: arrangement.domainRows.map((rows, domain) => rows - gaps[lane]!.rows[domain]!),
    eligible: arrangement.domainRows.map(
      (rows, domain) => rows - gaps[lane]!.rows[domain]! + gaps[lane]!.eligible[domain]!,
    ),
  }));
}

/** Adds the cells of each domain, in their order. */
function sumsByDomain({ cellCount, domainOfCell, domains }: Arrangement, byCell: SlotSums) {
  const byDomain = (sums: Float64Array) => addCells(sums, domainOfCell, cellCount, domains.count);
  return {
    values: byCell.values,
    weights: byCell.weights,
    domainValues: byDomain(byCell.values),
    domainWeights: byDomain(byCell.weights),
    domainSquares: byDomain(byCell.squares),
  };
}

function zeros({ count }: { readonly count: number }): Float64Array {
  return new Float64Array(count);
}

function firstUsable(measurement: Measurement): number {
  const bytes = codesBehind(measurement);
  if (!bytes) return measurement.values.find((value) => !Number.isNaN(value)) ?? 0;
  const code = bytes.codes.find((one) => !Number.isNaN(bytes.scores[one]!));
  return code === undefined ? 0 : bytes.scores[code]!;
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
