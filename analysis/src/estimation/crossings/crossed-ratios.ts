import type { Design } from "../../design/index.ts";
import type { Domains } from "../domains.ts";
import { type MakeInterval, present, simpleSamplingFactor } from "../means/presented.ts";
import type { RatioOf } from "../means/ratio.ts";
import { answeredRows, type CellsOfRows, cellPicker, picked } from "./answered-rows.ts";
import { countRows, crossingAlone, inEachCrossing } from "./crossed-cells.ts";
import { type EstimatesIn, freedomOf } from "./crossed-means.ts";
import { scoreVariancesOf } from "./score-variances.ts";

/** Ratios of totals in the cells of many crossings, over those who gave both; agrees with `estimateRatioByDomain`. */
export function ratiosInCells(
  design: Design,
  { numerator, denominator }: RatioOf,
  interval: MakeInterval,
): EstimatesIn {
  const isAnswered = (row: number) => !Number.isNaN(numerator.values[row]! + denominator.values[row]!);
  const answered = answeredRows(design.weights, { ...eligibleForBoth(numerator, denominator) }, isAnswered);
  const [over, under] = [picked(numerator.values, answered.rows), picked(denominator.values, answered.rows)];
  const { rows, weights } = answered;
  const [variancesIn, freedom] = [scoreVariancesOf(design)(rows), freedomOf(design)];
  const cellsIn = cellPicker(rows);
  const ratiosIn = (domains: Domains) => {
    const cells = cellsIn(domains);
    const sums = sumsIn(cells, weights, over, under);
    const missing = countRows(answered.missing, crossingAlone(domains));
    const { scores, squares } = residualsIn(cells, weights, over, under, sums);
    return variancesIn(scores, domains).map((variance, cell) => {
      const [n, weight, base] = [sums.respondents[cell]!, sums.weights[cell]!, sums.bases[cell]!];
      const spread = (squares[cell]! / weight) * (n / (n - 1)) * (weight / base) ** 2;
      const parts = {
        value: sums.values[cell]! / base,
        variance,
        simpleVariance: spread * simpleSamplingFactor(weight, n, {}),
        respondents: n,
        eligible: n + missing[cell]!,
      };
      return present(parts, cell, freedom, {}, interval);
    });
  };
  return (crossings) => inEachCrossing(crossings, ratiosIn);
}

function eligibleForBoth(numerator: RatioOf["numerator"], denominator: RatioOf["denominator"]) {
  const [over, under] = [numerator.eligible, denominator.eligible];
  if (!over || !under) return { ...((over ?? under) ? { eligible: (over ?? under)! } : {}) };
  return { eligible: over.map((one, row) => one & under[row]!) };
}

/** Σ w, Σ w y, Σ w x and rows by cell. */
interface RatioSums {
  readonly weights: Float64Array;
  readonly values: Float64Array;
  readonly bases: Float64Array;
  readonly respondents: Int32Array;
}

function sumsIn(
  { of, count }: CellsOfRows,
  weights: Float64Array,
  over: Float64Array,
  under: Float64Array,
): RatioSums {
  const sums = {
    weights: new Float64Array(count),
    values: new Float64Array(count),
    bases: new Float64Array(count),
    respondents: new Int32Array(count),
  };
  for (let i = 0; i < weights.length; i++) {
    const cell = of[i]!;
    if (cell < 0) continue;
    sums.weights[cell]! += weights[i]!;
    sums.values[cell]! += weights[i]! * over[i]!;
    sums.bases[cell]! += weights[i]! * under[i]!;
    sums.respondents[cell]!++;
  }
  return sums;
}

/** w (y − R x) / Σ w x by row, and Σ w (y − R x)² by cell. */
function residualsIn(
  { of, count }: CellsOfRows,
  weights: Float64Array,
  over: Float64Array,
  under: Float64Array,
  sums: RatioSums,
) {
  const [scores, squares] = [new Float64Array(weights.length), new Float64Array(count)];
  const ratios = sums.values.map((value, cell) => value / sums.bases[cell]!);
  for (let i = 0; i < weights.length; i++) {
    const cell = of[i]!;
    if (cell < 0) continue;
    const residual = over[i]! - ratios[cell]! * under[i]!;
    squares[cell]! += weights[i]! * residual * residual;
    scores[i] = (weights[i]! * residual) / sums.bases[cell]!;
  }
  return { scores, squares };
}
