import { invertPositive, timesVector } from "./factor-positive.ts";
import { NotEstimableError } from "./not-estimable.ts";
import { minimumBetween } from "./polychoric-section.ts";
import { descendBySimplex } from "./polychoric-simplex.ts";
import {
  cellProbabilities,
  type LatentNormal,
  type OrderedTable,
  slopesInCut,
  slopesInRho,
} from "./polychoric-table.ts";

export interface PolychoricFit {
  readonly latent: LatentNormal;
  readonly standardError: number;
  readonly logLikelihood: number;
}

/** Correlations are sought up to here, as in R polycor. */
const LARGEST = 0.9999;
/** A cell's probability is never taken smaller, so that rounding cannot make it negative. */
const LEAST = 1e-300;

/** The likeliest correlation at given cuts: a root of the score, by Newton steps kept between bounds. */
export function bestCorrelation(table: OrderedTable, cuts: Omit<LatentNormal, "rho">): PolychoricFit {
  const scoreAt = (rho: number) => scoreInRho(table, { ...cuts, rho });
  let [low, high] = [-LARGEST, LARGEST];
  if (scoreAt(low).score < 0 || scoreAt(high).score > 0)
    throw new NotEstimableError(
      "empty-category",
      "One answer follows the other without exception (too many pairs of answers occur never), so the correlation runs to one. Join categories or collect more answers.",
    );
  let rho = 0;
  for (let step = 0; step < 200; step++) {
    const { score, information } = scoreAt(rho);
    if (score > 0) low = rho;
    else high = rho;
    const next = rho + score / information;
    const moved = next > low && next < high ? next : (low + high) / 2;
    const done = Math.abs(moved - rho) < 1e-14;
    rho = moved;
    if (done) break;
  }
  const width = 1e-5 * (1 - rho * rho);
  const curvature = (scoreAt(rho - width).score - scoreAt(rho + width).score) / (2 * width);
  const latent = { ...cuts, rho };
  return { latent, standardError: 1 / Math.sqrt(curvature), logLikelihood: logLikelihoodOf(table, latent) };
}

function scoreInRho(table: OrderedTable, latent: LatentNormal): { score: number; information: number } {
  const probabilities = cellProbabilities(latent);
  const slopes = slopesInRho(latent);
  let [score, information] = [0, 0];
  table.counts.forEach((count, cell) => {
    const probability = Math.max(probabilities[cell]!, LEAST);
    if (count > 0) score += (count * slopes[cell]!) / probability;
    if (probability > 1e-14) information += (table.respondents * slopes[cell]! ** 2) / probability;
  });
  return { score, information };
}

function logLikelihoodOf(table: OrderedTable, latent: LatentNormal): number {
  const probabilities = cellProbabilities(latent);
  return table.counts.reduce(
    (sum, count, cell) => (count > 0 ? sum + count * Math.log(Math.max(probabilities[cell]!, LEAST)) : sum),
    0,
  );
}

/** Correlation and cuts together, by damped Fisher scoring from the two-step answer; errors from the observed information. */
export function jointMaximum(table: OrderedTable, start: LatentNormal): PolychoricFit {
  let latent = start;
  let logLikelihood = logLikelihoodOf(table, latent);
  for (let step = 0; step < 200; step++) {
    const { gradient, information } = jointScore(table, latent);
    const inverse = invertPositive(information, gradient.length)?.inverse;
    if (!inverse) throw flat();
    const move = timesVector(inverse, gradient);
    const next = improving(table, latent, move, logLikelihood);
    if (!next || Math.max(...move.map(Math.abs)) < 1e-12) break;
    ({ latent, logLikelihood } = next);
  }
  return { latent, logLikelihood, standardError: observedError(table, latent) };
}

/**
 * Correlation and cuts together as R polycor searches them: golden sections for the correlation, then a downhill simplex
 * of at most 500 calls, which often ends before the maximum. The error is that of the observed information there.
 */
export function simplexMaximum(table: OrderedTable, cuts: Omit<LatentNormal, "rho">): PolychoricFit {
  const { rowCuts, columnCuts } = cuts;
  const bounded = (rho: number) => Math.min(Math.max(rho, -LARGEST), LARGEST);
  const depth = (latent: LatentNormal) =>
    -strictLogLikelihoodOf(table, { ...latent, rho: bounded(latent.rho) });
  const rho = minimumBetween((between) => depth({ ...cuts, rho: between }), -1, 1);
  const latentAt = (at: Float64Array): LatentNormal => ({
    rho: at[0]!,
    rowCuts: at.slice(1, 1 + rowCuts.length),
    columnCuts: at.slice(1 + rowCuts.length),
  });
  const isOrdered = (values: Float64Array) => values.every((cut, i) => i === 0 || cut >= values[i - 1]!);
  const end = descendBySimplex(
    (at) => {
      const latent = latentAt(at);
      return isOrdered(latent.rowCuts) && isOrdered(latent.columnCuts)
        ? depth(latent)
        : Number.POSITIVE_INFINITY;
    },
    Float64Array.of(rho, ...rowCuts, ...columnCuts),
  );
  const found = latentAt(end.at);
  const latent = { ...found, rho: bounded(found.rho) };
  return { latent, logLikelihood: -end.value, standardError: observedError(table, latent) };
}

/** NaN or −Infinity where a cell has no probability, even one that nobody is in. */
function strictLogLikelihoodOf(table: OrderedTable, latent: LatentNormal): number {
  const probabilities = cellProbabilities(latent);
  return table.counts.reduce((sum, count, cell) => sum + count * Math.log(probabilities[cell]!), 0);
}

function improving(table: OrderedTable, latent: LatentNormal, move: Float64Array, logLikelihood: number) {
  for (let length = 1; length > 1e-6; length /= 2) {
    const next = moved(latent, move, length);
    if (!isPossible(next)) continue;
    const there = logLikelihoodOf(table, next);
    if (there > logLikelihood - Math.abs(logLikelihood) * 1e-14)
      return { latent: next, logLikelihood: there };
  }
  return undefined;
}

function moved({ rho, rowCuts, columnCuts }: LatentNormal, move: Float64Array, length: number): LatentNormal {
  return {
    rho: rho + length * move[0]!,
    rowCuts: rowCuts.map((cut, i) => cut + length * move[1 + i]!),
    columnCuts: columnCuts.map((cut, i) => cut + length * move[1 + rowCuts.length + i]!),
  };
}

function isPossible({ rho, rowCuts, columnCuts }: LatentNormal): boolean {
  const ordered = (cuts: Float64Array) => cuts.every((cut, i) => i === 0 || cut > cuts[i - 1]!);
  return Math.abs(rho) < LARGEST && ordered(rowCuts) && ordered(columnCuts);
}

/** Gradient and expected information in the correlation, the row cuts and the column cuts. */
function jointScore(table: OrderedTable, latent: LatentNormal) {
  const probabilities = cellProbabilities(latent).map((probability) => Math.max(probability, LEAST));
  const slopes = [
    slopesInRho(latent),
    ...Array.from(latent.rowCuts, (_, cut) => slopesInCut(latent, "rows", cut)),
    ...Array.from(latent.columnCuts, (_, cut) => slopesInCut(latent, "columns", cut)),
  ];
  const gradient = Float64Array.from(slopes, (slope) =>
    slope.reduce((sum, value, cell) => sum + (table.counts[cell]! * value) / probabilities[cell]!, 0),
  );
  const information = new Float64Array(slopes.length ** 2);
  slopes.forEach((a, i) => {
    slopes.forEach((b, j) => {
      let sum = 0;
      for (let cell = 0; cell < a.length; cell++)
        if (probabilities[cell]! > 1e-14) sum += (a[cell]! * b[cell]!) / probabilities[cell]!;
      information[i * slopes.length + j] = table.respondents * sum;
    });
  });
  return { gradient, information };
}

/** Standard error of the correlation from differences of the gradient. */
function observedError(table: OrderedTable, latent: LatentNormal): number {
  const size = 1 + latent.rowCuts.length + latent.columnCuts.length;
  const information = new Float64Array(size * size);
  const width = 1e-5 * (1 - latent.rho ** 2);
  for (let i = 0; i < size; i++) {
    const unit = Float64Array.from({ length: size }, (_, at) => (at === i ? 1 : 0));
    const above = jointScore(table, moved(latent, unit, width)).gradient;
    const below = jointScore(table, moved(latent, unit, -width)).gradient;
    for (let j = 0; j < size; j++) {
      const slope = (below[j]! - above[j]!) / (4 * width);
      information[i * size + j] = information[i * size + j]! + slope;
      information[j * size + i] = information[j * size + i]! + slope;
    }
  }
  const inverse = invertPositive(information, size)?.inverse;
  if (!inverse) throw flat();
  return Math.sqrt(inverse[0]!);
}

function flat(): NotEstimableError {
  return new NotEstimableError(
    "not-converged",
    "The likelihood of the correlation and the cuts is flat: some categories have too few answers. Join categories, or take the two-step correlation.",
  );
}
