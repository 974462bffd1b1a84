import { replicateCount, replicateWeights } from "../design/index.ts";
import type { Measurement } from "./measurement.ts";
import type { ReplicateArrangement } from "./replicate-arrangement.ts";
import type { Sums } from "./sums.ts";

/** Sums of one variable in every replicate: by replicate, then by domain. */
export interface RepeatedSums {
  /** Σ w (y − shift), with the shift of the full-sample sums. */
  readonly values: readonly Float64Array[];
  /** Σ w of those who answered. */
  readonly weights: readonly Float64Array[];
}

/**
 * Sums of several variables in every replicate. Replicates held by unit cost one product of unit totals and factors
 * each, whatever the number of rows; those held by row cost a pass over the rows.
 */
export function repeatedSums(
  arrangement: ReplicateArrangement,
  measurements: readonly Measurement[],
  sums: readonly Sums[],
): RepeatedSums[] {
  const count = replicateCount(arrangement.sample);
  const empty = (): Float64Array[] => Array.from({ length: count }, () => new Float64Array(0));
  const repeated = sums.map(() => ({ values: empty(), weights: empty() }));
  for (let replicate = 0; replicate < count; replicate++) {
    const add =
      arrangement.sample.replicates.by === "unit"
        ? byUnit(arrangement, replicate, sums)
        : byRow(arrangement, replicate, measurements, sums);
    for (const [v, target] of repeated.entries()) {
      target.values[replicate] = add.values(v);
      target.weights[replicate] = add.weights(v);
    }
  }
  return repeated;
}

interface Add {
  values(variable: number): Float64Array;
  weights(variable: number): Float64Array;
}

/** Variables without missing answers have the same weights; their sums are made once. */
function byUnit(arrangement: ReplicateArrangement, replicate: number, sums: readonly Sums[]): Add {
  const { sample, unitOfCell } = arrangement;
  const factors =
    sample.replicates.by === "unit" ? sample.replicates.factors[replicate]! : new Float64Array();
  const ofCell = Float64Array.from(unitOfCell, (unit) => factors[unit]!);
  const known: { cells: Float64Array; sums: Float64Array }[] = [];
  return {
    values: (v) => products(arrangement, ofCell, sums[v]!.values),
    weights: (v) => {
      const cells = sums[v]!.weights;
      const same = known.find((one) => isSame(one.cells, cells));
      if (same) return same.sums;
      const made = products(arrangement, ofCell, cells);
      known.push({ cells, sums: made });
      return made;
    },
  };
}

function products(
  { domains, cellStarts }: ReplicateArrangement,
  factors: Float64Array,
  cells: Float64Array,
): Float64Array {
  const result = new Float64Array(domains.count);
  for (let domain = 0; domain < domains.count; domain++) {
    let sum = 0;
    const end = cellStarts[domain + 1]!;
    for (let cell = cellStarts[domain]!; cell < end; cell++) sum += factors[cell]! * cells[cell]!;
    result[domain] = sum;
  }
  return result;
}

function isSame(left: Float64Array, right: Float64Array): boolean {
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

function byRow(
  { sample, domains }: ReplicateArrangement,
  replicate: number,
  measurements: readonly Measurement[],
  sums: readonly Sums[],
): Add {
  const weights = replicateWeights(sample, replicate);
  const over = (variable: number, amount: (row: number) => number) => {
    const result = new Float64Array(domains.count);
    const { values } = measurements[variable]!;
    for (let row = 0; row < weights.length; row++) {
      const domain = domains.of[row]!;
      if (domain >= 0 && !Number.isNaN(values[row]!)) result[domain]! += weights[row]! * amount(row);
    }
    return result;
  };
  return {
    values: (v) => over(v, (row) => measurements[v]!.values[row]! - sums[v]!.shift),
    weights: (v) => over(v, () => 1),
  };
}
