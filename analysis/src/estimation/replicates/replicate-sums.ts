import { replicateCount, replicateWeights } from "../../design/index.ts";
import type { Measurement } from "../measurement.ts";
import { inPasses, sumIntoSlots } from "../units/row-sums.ts";
import type { Sums } from "../units/sums.ts";
import type { ReplicateArrangement } from "./replicate-arrangement.ts";

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
  return arrangement.sample.replicates.by === "unit"
    ? byUnit(arrangement, arrangement.sample.replicates.factors, sums)
    : byRow(arrangement, measurements, sums);
}

/** Sums by cell that several variables share, such as the weights of those without missing answers, are taken once. */
function byUnit(
  arrangement: ReplicateArrangement,
  factors: readonly Float64Array[],
  sums: readonly Sums[],
): RepeatedSums[] {
  const repeated = new Map<Float64Array, Float64Array[]>();
  for (const { values, weights } of sums) repeated.set(values, []).set(weights, []);
  for (let r = 0; r < factors.length; r += 4) {
    const four = factors.slice(r, r + 4).map((factor) => byCell(arrangement, factor));
    for (const [cells, results] of repeated) results.push(...products(arrangement, four, cells));
  }
  return sums.map(({ values, weights }) => ({
    values: repeated.get(values) ?? [],
    weights: repeated.get(weights) ?? [],
  }));
}

function byCell({ unitOfCell }: ReplicateArrangement, factors: Float64Array): Float64Array {
  const ofCell = new Float64Array(unitOfCell.length);
  for (let cell = 0; cell < ofCell.length; cell++) ofCell[cell] = factors[unitOfCell[cell]!]!;
  return ofCell;
}

/** Σ factor · cell by domain, for up to four replicates in one read of the cells. */
function products(
  { domains, cellStarts }: ReplicateArrangement,
  factors: readonly Float64Array[],
  cells: Float64Array,
): Float64Array[] {
  const results = factors.map(() => new Float64Array(domains.count));
  const factorOf = (i: number) => factors[Math.min(i, factors.length - 1)]!;
  const [a, b, c, d] = [factorOf(0), factorOf(1), factorOf(2), factorOf(3)];
  for (let domain = 0; domain < domains.count; domain++) {
    let sumA = 0;
    let sumB = 0;
    let sumC = 0;
    let sumD = 0;
    const end = cellStarts[domain + 1]!;
    for (let cell = cellStarts[domain]!; cell < end; cell++) {
      const amount = cells[cell]!;
      sumA += a[cell]! * amount;
      sumB += b[cell]! * amount;
      sumC += c[cell]! * amount;
      sumD += d[cell]! * amount;
    }
    for (const [i, sum] of [sumA, sumB, sumC, sumD].entries())
      if (i < results.length) results[i]![domain] = sum;
  }
  return results;
}

function byRow(
  { sample, domains }: ReplicateArrangement,
  measurements: readonly Measurement[],
  sums: readonly Sums[],
): RepeatedSums[] {
  const slotOfRow = domains.of.map((domain) => (domain < 0 ? domains.count : domain));
  const lanes = measurements.map((measurement, v) => ({ measurement, shift: sums[v]!.shift }));
  const none = (): Float64Array[] => [];
  const results = lanes.map(() => ({ values: none(), weights: none() }));
  for (let replicate = 0; replicate < replicateCount(sample); replicate++) {
    const slots = { slotOfRow, count: domains.count, weights: replicateWeights(sample, replicate) };
    const added = inPasses(lanes, (some) => sumIntoSlots(slots, some));
    added.forEach(({ values, weights }, v) => {
      results[v]!.values.push(values);
      results[v]!.weights.push(weights);
    });
  }
  return results;
}
