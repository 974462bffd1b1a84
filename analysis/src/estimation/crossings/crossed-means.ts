import { type Design, degreesOfFreedomOf } from "../../design/index.ts";
import type { Domains } from "../domains.ts";
import type { Estimate } from "../estimate.ts";
import { type MakeInterval, present, simpleSamplingFactor } from "../means/presented.ts";
import type { Measurement } from "../measurement.ts";
import type { NoVariance } from "../units/unit-variance.ts";
import { type AnsweredRows, answeredRows, type CellsOfRows, picked } from "./answered-rows.ts";
import { type CrossedCells, countRows } from "./crossed-cells.ts";
import { type CellMeans, elementMeans, type SumsBehind } from "./element-means.ts";
import { elementSampleOf } from "./element-variances.ts";
import { scoreVariancesOf } from "./score-variances.ts";

/** Estimates of one variable by cell of several crossings; `watch` is told of the sums behind means, where there are any. */
export type EstimatesIn = (cells: CrossedCells, watch?: WatchSums) => Estimate[];
export type WatchSums = (behind: SumsBehind) => void;

const degrees = new WeakMap<Design, number>();

/** Degrees of freedom of a whole design, counted once. */
export function freedomOf(design: Design) {
  const degreesOfFreedom = degrees.get(design) ?? degreesOfFreedomOf(design);
  degrees.set(design, degreesOfFreedom);
  return { design, degreesOfFreedom, domainDegreesOfFreedom: new Int32Array() };
}

/**
 * Means in the cells of many crossings: the answers are picked out once. Agrees with `estimateMeanByDomain`, which reads
 * all rows for every domain where weights met margins.
 */
export function meansInCells(design: Design, measurement: Measurement, interval: MakeInterval): EstimatesIn {
  const { values } = measurement;
  const answered = answeredRows(design.weights, measurement, (row) => !Number.isNaN(values[row]!));
  const freedom = freedomOf(design);
  const sample = elementSampleOf(design);
  const meansIn = sample
    ? elementMeans(sample, values, { answered: answered.rows, others: answered.others })
    : (cells: CrossedCells) => together(cells.domains.map(meansByScores(design, values, answered)));
  return (cells, watch) => {
    const { respondents, weights, means, variances, spreads } = meansIn(cells, watch);
    const missing = countRows(answered.missing, cells);
    return variances.map((variance, cell) => {
      const [weight, own] = [weights[cell]!, respondents[cell]!];
      const parts = {
        value: means[cell]!,
        variance,
        simpleVariance: spreads[cell]! * (own / (own - 1)) * simpleSamplingFactor(weight, own, {}),
        respondents: own,
        eligible: own + missing[cell]!,
      };
      return present(parts, cell, freedom, {}, interval);
    });
  };
}

function together(crossings: readonly CellMeans<number | NoVariance>[]): CellMeans<number | NoVariance> {
  const all = (of: "weights" | "means" | "spreads") =>
    Float64Array.from(crossings.flatMap((one) => [...one[of]]));
  return {
    respondents: Int32Array.from(crossings.flatMap(({ respondents }) => [...respondents])),
    weights: all("weights"),
    means: all("means"),
    variances: crossings.flatMap(({ variances }) => variances),
    spreads: all("spreads"),
  };
}

/** For any design: each crossing reads the answers twice. */
function meansByScores(
  design: Design,
  values: Float64Array,
  answered: AnsweredRows,
): (domains: Domains) => CellMeans<number | NoVariance> {
  const shift = values[answered.rows[0] ?? 0] ?? 0;
  const shifted = picked(values, answered.rows).map((value) => value - shift);
  const variancesIn = scoreVariancesOf(design)(answered.rows);
  const [room, scores] = [new Int32Array(answered.rows.length), new Float64Array(answered.rows.length)];
  return (domains) => {
    const sums = sumsIn(domains, answered, shifted, room);
    const cells = { of: room, count: domains.count };
    const centres = sums.values.map((value, cell) => value / sums.weights[cell]!);
    scoresInto(scores, cells, answered.weights, shifted, centres, sums.weights);
    return {
      respondents: sums.respondents,
      weights: sums.weights,
      means: centres.map((centre) => shift + centre),
      variances: variancesIn(scores, domains),
      spreads: sums.squares.map((square, cell) => square / sums.weights[cell]! - centres[cell]! ** 2),
    };
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
  means: Float64Array,
  sumsOfWeights: Float64Array,
): void {
  const shares = sumsOfWeights.map((weight) => 1 / weight);
  for (let i = 0; i < values.length; i++) {
    const cell = of[i]!;
    if (cell >= 0) scores[i] = weights[i]! * (values[i]! - means[cell]!) * shares[cell]!;
  }
}
