import { basisProducts } from "./factor-basis.ts";
import {
  addExpectedInformation,
  addGradient,
  addObservedInformation,
  type InformationKind,
} from "./factor-information.ts";
import type { MomentBlock } from "./factor-items.ts";
import { type GroupMatrices, matricesOf } from "./factor-matrices.ts";
import type { FactorModel } from "./factor-model.ts";
import { type Inverted, invertPositive, submatrix } from "./factor-positive.ts";
import { slopesOf } from "./factor-slopes.ts";

/** Log-likelihood at given parameters, with its gradient and information. */
export interface LikelihoodAt {
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  /** Row by row. */
  readonly information: Float64Array;
}

const LOG_TWO_PI = Math.log(2 * Math.PI);

/** Normal log-likelihood of the blocks; undefined where an implied covariance matrix is not positive definite. */
export function logLikelihoodAt(
  model: FactorModel,
  theta: Float64Array,
  blocks: readonly MomentBlock[],
): number | undefined {
  let sum = 0;
  const groups = Array.from({ length: model.groups }, (_, group) => matricesOf(model, theta, group));
  for (const block of blocks) {
    const group = groups[block.group]!;
    const inverted = invertedImplied(model, group, block);
    if (!inverted) return undefined;
    sum += blockLogLikelihood(block, inverted, deviations(block, group, model.meanStructure));
  }
  return sum;
}

/**
 * Every derivative of an implied covariance matrix is a multiple of u v' + v u' and every derivative of an implied mean
 * a multiple of u, with u and v columns of V = [I, ΛΨ, Λ]. So V' Σ⁻¹ V holds all that gradient and information need.
 *
 * @source Lee & Jennrich (1979), A study of algorithms for covariance structure analysis, Psychometrika 44
 */
export function likelihoodAt(
  model: FactorModel,
  theta: Float64Array,
  blocks: readonly MomentBlock[],
  kind: InformationKind = "expected",
): LikelihoodAt | undefined {
  const gradient = new Float64Array(model.parameters);
  const information = new Float64Array(model.parameters ** 2);
  let logLikelihood = 0;
  for (let group = 0; group < model.groups; group++) {
    const matrices = matricesOf(model, theta, group);
    const slopes = slopesOf(model, matrices, group);
    for (const block of blocks) {
      if (block.group !== group) continue;
      const inverted = invertedImplied(model, matrices, block);
      if (!inverted) return undefined;
      const deviation = deviations(block, matrices, model.meanStructure);
      logLikelihood += blockLogLikelihood(block, inverted, deviation);
      const products = basisProducts(model, matrices, block, inverted, deviation);
      const n = block.respondents;
      addGradient(slopes, products, n, gradient);
      if (kind === "observed") addObservedInformation(model, matrices, slopes, products, n, information);
      else addExpectedInformation(slopes, products, n, model.parameters, information);
    }
  }
  return { logLikelihood, gradient, information };
}

function invertedImplied(model: FactorModel, group: GroupMatrices, block: MomentBlock): Inverted | undefined {
  return invertPositive(
    submatrix(group.covariance, model.items.length, block.observed),
    block.observed.length,
  );
}

function deviations(block: MomentBlock, group: GroupMatrices, meanStructure: boolean): Float64Array {
  return block.mean.map((mean, i) => (meanStructure ? mean - group.mean[block.observed[i]!]! : 0));
}

/** Log-likelihood of n respondents with these means and covariances around N(mean − deviation, Σ). */
export function blockLogLikelihood(
  block: MomentBlock,
  { inverse, logDeterminant }: Inverted,
  deviation: Float64Array,
): number {
  const size = deviation.length;
  let distance = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      distance += inverse[i * size + j]! * (block.covariance[i * size + j]! + deviation[i]! * deviation[j]!);
  return (-block.respondents / 2) * (size * LOG_TWO_PI + logDeterminant + distance);
}
