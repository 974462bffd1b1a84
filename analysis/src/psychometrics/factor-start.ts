import type { MomentBlock } from "./factor-items.ts";
import { minresLoadings } from "./factor-minres.ts";
import type { FactorModel } from "./factor-model.ts";

/** Means and covariances of one group over all items, from pairs of answers where some are missing. */
export interface PairwiseMoments {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

/** Starting values near the maximum: the minres loadings of each factor's own items. */
export function startingValues(model: FactorModel, moments: readonly PairwiseMoments[]): Float64Array {
  const theta = new Float64Array(model.parameters);
  const loadings = moments.map(({ covariance }) => startingLoadings(model, covariance));
  const unit = model.identification === "unit-variance";
  const seen = new Uint8Array(model.parameters);
  for (const cell of model.cells) {
    if (cell.parameter < 0 || seen[cell.parameter] === 1) continue;
    seen[cell.parameter] = 1;
    const own = loadings[cell.group]!;
    const moment = moments[cell.group]!;
    const variance = moment.covariance[cell.row * model.items.length + cell.row]!;
    const marker = (factor: number) => own[model.items.indexOf(model.factors[factor]!.items[0]!)]!;
    if (cell.kind === "loading")
      theta[cell.parameter] = unit ? own[cell.row]! : own[cell.row]! / marker(cell.column);
    else if (cell.kind === "residual")
      theta[cell.parameter] = Math.max(variance - own[cell.row]! ** 2, 0.1 * variance);
    else if (cell.kind === "intercept") theta[cell.parameter] = moment.mean[cell.row]!;
    else if (cell.kind === "factor-covariance")
      theta[cell.parameter] = cell.row === cell.column ? (unit ? 1 : marker(cell.row) ** 2) : 0;
  }
  return theta;
}

/** Loadings in units of the items; a marker that hardly loads still starts away from zero. */
function startingLoadings(model: FactorModel, covariance: Float64Array): Float64Array {
  const p = model.items.length;
  const deviation = (i: number) => Math.sqrt(covariance[i * p + i]!);
  const loadings = new Float64Array(p);
  for (const factor of model.factors) {
    const at = factor.items.map((item) => model.items.indexOf(item));
    const correlations = Float64Array.from(
      at.flatMap((i) => at.map((j) => covariance[i * p + j]! / (deviation(i) * deviation(j)))),
    );
    const own =
      at.length > 2
        ? minresLoadings(correlations, at.length).loadings
        : new Float64Array(at.length).fill(0.7);
    at.forEach((item, k) => {
      const size = Math.min(Math.max(Math.abs(own[k]!), 0.1), 0.9);
      // The factor points where its first item does, as with a marker.
      loadings[item] = (own[k]! < 0 === own[0]! < 0 ? size : -size) * deviation(item);
    });
  }
  return loadings;
}

/** Moments of one group over all pairs of answers given. */
export function pairwiseMoments(blocks: readonly MomentBlock[], items: number): PairwiseMoments {
  const counts = new Float64Array(items * items);
  const sums = new Float64Array(items);
  for (const block of blocks)
    block.observed.forEach((item, i) => {
      sums[item] = sums[item]! + block.respondents * block.mean[i]!;
      for (const other of block.observed)
        counts[item * items + other] = counts[item * items + other]! + block.respondents;
    });
  const mean = sums.map((sum, item) => sum / counts[item * items + item]!);
  const covariance = new Float64Array(items * items);
  for (const { observed, respondents, mean: own, covariance: inside } of blocks)
    observed.forEach((item, i) => {
      observed.forEach((other, j) => {
        const product = inside[i * observed.length + j]! + (own[i]! - mean[item]!) * (own[j]! - mean[other]!);
        covariance[item * items + other] = covariance[item * items + other]! + respondents * product;
      });
    });
  return {
    mean,
    covariance: covariance.map((sum, at) => (counts[at]! > 0 ? sum / counts[at]! : 0)),
  };
}
