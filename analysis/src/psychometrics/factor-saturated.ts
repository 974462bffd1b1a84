import { dot } from "../numerics/index.ts";
import { dependentItems, type MomentBlock } from "./factor-items.ts";
import { blockLogLikelihood } from "./factor-likelihood.ts";
import { invertPositive, submatrix, timesVector } from "./factor-positive.ts";
import { type PairwiseMoments, pairwiseMoments } from "./factor-start.ts";
import { NotEstimableError } from "./not-estimable.ts";

/** Means and covariances of one group without any model, and how likely they make the answers. */
export interface Saturated extends PairwiseMoments {
  readonly logLikelihood: number;
}

/**
 * Unrestricted means and covariances of one group by maximum likelihood: those of the complete answers, or, with missing
 * answers, by expectation and maximisation.
 *
 * @source Little & Rubin (2002), Statistical Analysis with Missing Data, §11.2
 */
export function saturatedModel(blocks: readonly MomentBlock[], items: number): Saturated {
  const start = pairwiseMoments(blocks, items);
  if (blocks.length === 1 && blocks[0]!.observed.length === items)
    return { ...start, logLikelihood: logLikelihoodUnder(blocks, start, items) };
  let moments: PairwiseMoments = { mean: start.mean, covariance: diagonalOf(start.covariance, items) };
  let last = Number.NEGATIVE_INFINITY;
  for (let iteration = 0; iteration < 5000; iteration++) {
    const { logLikelihood, next } = expectAndMaximise(blocks, moments, items);
    if (logLikelihood - last < Math.abs(logLikelihood) * 1e-13) return { ...moments, logLikelihood };
    [last, moments] = [logLikelihood, next];
  }
  throw new NotEstimableError(
    "not-converged",
    "Means and covariances could not be estimated from the incomplete answers: too few respondents answered the same pairs of items. Use complete answers only, or leave out the items that hardly anyone answered.",
  );
}

/** Log-likelihood with all items unrelated, each with its own mean and variance. */
export function independenceLogLikelihood(blocks: readonly MomentBlock[], items: number): number {
  const { covariance } = pairwiseMoments(blocks, items);
  let sum = 0;
  for (const { observed, respondents } of blocks)
    for (const item of observed)
      sum -= (respondents / 2) * (Math.log(2 * Math.PI * covariance[item * items + item]!) + 1);
  return sum;
}

function logLikelihoodUnder(blocks: readonly MomentBlock[], moments: PairwiseMoments, items: number): number {
  return blocks.reduce((sum, block) => {
    const inverted = positive(moments.covariance, items, block.observed);
    return (
      sum +
      blockLogLikelihood(
        block,
        inverted,
        block.mean.map((mean, i) => mean - moments.mean[block.observed[i]!]!),
      )
    );
  }, 0);
}

function positive(covariance: Float64Array, items: number, observed: Int32Array) {
  const inverted = invertPositive(submatrix(covariance, items, observed), observed.length);
  if (inverted) return inverted;
  throw dependentItems();
}

function diagonalOf(matrix: Float64Array, size: number): Float64Array {
  return matrix.map((value, at) => (Math.floor(at / size) === at % size ? value : 0));
}

function expectAndMaximise(blocks: readonly MomentBlock[], moments: PairwiseMoments, items: number) {
  const sums = new Float64Array(items);
  const squares = new Float64Array(items * items);
  let [logLikelihood, n] = [0, 0];
  for (const block of blocks) {
    const inverted = positive(moments.covariance, items, block.observed);
    const deviation = block.mean.map((mean, i) => mean - moments.mean[block.observed[i]!]!);
    logLikelihood += blockLogLikelihood(block, inverted, deviation);
    n += block.respondents;
    addExpected(block, inverted.inverse, deviation, moments.covariance, sums, squares);
  }
  const mean = sums.map((sum, item) => moments.mean[item]! + sum / n);
  const covariance = squares.map(
    (sum, at) => sum / n - (sums[Math.floor(at / items)]! / n) * (sums[at % items]! / n),
  );
  return { logLikelihood, next: { mean, covariance } };
}

/**
 * Adds expected values and products (around the current means) of all items given those answered. What was answered
 * stands for itself; what was not is predicted from it, and keeps the variance that the prediction leaves.
 */
function addExpected(
  block: MomentBlock,
  inverse: Float64Array,
  deviation: Float64Array,
  covariance: Float64Array,
  sums: Float64Array,
  squares: Float64Array,
): void {
  const [items, size, n] = [sums.length, block.observed.length, block.respondents];
  const missing = Array.from(sums.keys()).filter((item) => !block.observed.includes(item));
  const answered = block.covariance.map(
    (value, at) => value + deviation[Math.floor(at / size)]! * deviation[at % size]!,
  );
  const add = (i: number, j: number, value: number) => {
    squares[i * items + j] = squares[i * items + j]! + n * value;
    if (i !== j) squares[j * items + i] = squares[j * items + i]! + n * value;
  };
  for (let k = 0; k < size; k++) {
    const item = block.observed[k]!;
    sums[item] = sums[item]! + n * deviation[k]!;
    for (let l = 0; l <= k; l++) add(item, block.observed[l]!, answered[k * size + l]!);
  }
  const tiesOf = (item: number) =>
    Float64Array.from(block.observed, (other) => covariance[item * items + other]!);
  const predictions = missing.map((item) => timesVector(inverse, tiesOf(item)));
  missing.forEach((item, at) => {
    const prediction = predictions[at]!;
    sums[item] = sums[item]! + n * dot(prediction, deviation);
    const withAnswered = timesVector(answered, prediction);
    for (let k = 0; k < size; k++) add(item, block.observed[k]!, withAnswered[k]!);
    for (let before = 0; before <= at; before++) {
      const other = missing[before]!;
      const left = covariance[item * items + other]! - dot(prediction, tiesOf(other));
      add(item, other, left + dot(withAnswered, predictions[before]!));
    }
  });
}
