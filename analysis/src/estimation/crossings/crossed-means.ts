import { type Design, degreesOfFreedomOf } from "../../design/index.ts";
import type { Domains } from "../domains.ts";
import type { Estimate } from "../estimate.ts";
import { type MakeInterval, present, simpleSamplingFactor } from "../means/presented.ts";
import type { Measurement } from "../measurement.ts";
import { type AnsweredRows, answeredRows, type CellsOfRows, countRows, picked } from "./answered-rows.ts";
import { scoreVariancesOf } from "./score-variances.ts";

/** Estimates of one variable by cell, for any number of crossings one after the other. */
export type EstimatesIn = (cells: Domains) => Estimate[];

const degrees = new WeakMap<Design, number>();

/** Degrees of freedom of a whole design, counted once. */
export function freedomOf(design: Design) {
  const degreesOfFreedom = degrees.get(design) ?? degreesOfFreedomOf(design);
  degrees.set(design, degreesOfFreedom);
  return { design, degreesOfFreedom, domainDegreesOfFreedom: new Int32Array() };
}

/**
 * Means in the cells of many crossings: the answers are picked out once, and each crossing reads them twice.
 * Agrees with `estimateMeanByDomain`, which reads all rows for every domain where weights met margins.
 */
export function meansInCells(design: Design, measurement: Measurement, interval: MakeInterval): EstimatesIn {
  const { values } = measurement;
  const answered = answeredRows(design.weights, measurement, (row) => !Number.isNaN(values[row]!));
  const shift = values[answered.rows[0] ?? 0] ?? 0;
  const shifted = picked(values, answered.rows).map((value) => value - shift);
  const [variancesIn, freedom] = [scoreVariancesOf(design)(answered.rows), freedomOf(design)];
  const [room, scores] = [new Int32Array(answered.rows.length), new Float64Array(answered.rows.length)];
  return (domains) => {
    const sums = sumsIn(domains, answered, shifted, room);
    const cells = { of: room, count: domains.count };
    const missing = countRows(answered.missing, domains);
    scoresInto(scores, cells, answered.weights, shifted, sums);
    return variancesIn(scores, cells).map((variance, cell) => {
      const [weight, respondents] = [sums.weights[cell]!, sums.respondents[cell]!];
      const centre = sums.values[cell]! / weight;
      const spread = (sums.squares[cell]! / weight - centre * centre) * (respondents / (respondents - 1));
      const parts = {
        value: shift + centre,
        variance,
        simpleVariance: spread * simpleSamplingFactor(weight, respondents, {}),
        respondents,
        eligible: respondents + missing[cell]!,
      };
      return present(parts, cell, freedom, {}, interval);
    });
  };
}

/** Σ w, Σ w y, Σ w y² and rows by cell. */
interface MeanSums {
  readonly weights: Float64Array;
  readonly values: Float64Array;
  readonly squares: Float64Array;
  readonly respondents: Int32Array;
}

/** Writes down the cell of each row on the way. */
function sumsIn(
  { of, count }: Domains,
  { rows, weights }: AnsweredRows,
  values: Float64Array,
  room: Int32Array,
): MeanSums {
  const sums = {
    weights: new Float64Array(count),
    values: new Float64Array(count),
    squares: new Float64Array(count),
    respondents: new Int32Array(count),
  };
  const { weights: ofWeights, values: ofValues, squares, respondents } = sums;
  for (let i = 0; i < rows.length; i++) {
    const cell = of[rows[i]!]!;
    room[i] = cell;
    if (cell < 0) continue;
    const [weight, value] = [weights[i]!, values[i]!];
    const amount = weight * value;
    ofWeights[cell]! += weight;
    ofValues[cell]! += amount;
    squares[cell]! += amount * value;
    respondents[cell]!++;
  }
  return sums;
}

/** w (y − mean) / Σ w, with the mean and the weight of the row's cell. */
function scoresInto(
  scores: Float64Array,
  { of }: CellsOfRows,
  weights: Float64Array,
  values: Float64Array,
  sums: MeanSums,
): void {
  const means = sums.values.map((value, cell) => value / sums.weights[cell]!);
  const shares = sums.weights.map((weight) => 1 / weight);
  for (let i = 0; i < values.length; i++) {
    const cell = of[i]!;
    if (cell >= 0) scores[i] = weights[i]! * (values[i]! - means[cell]!) * shares[cell]!;
  }
}
