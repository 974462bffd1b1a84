import { spectrum } from "../numerics/index.ts";
import { dependentItems, type MomentBlock } from "./factor-items.ts";
import { type LikelihoodAt, likelihoodAt, logLikelihoodAt } from "./factor-likelihood.ts";
import type { FactorModel } from "./factor-model.ts";
import { invertPositive } from "./factor-positive.ts";
import { NotEstimableError } from "./not-estimable.ts";

/** Where the likelihood is greatest. */
export interface Maximum extends LikelihoodAt {
  readonly theta: Float64Array;
  readonly iterations: number;
}

const MOST_ITERATIONS = 500;
/** Twice the log-likelihood still to gain, by the quadratic approximation; far below what any test can see. */
const ENOUGH = 1e-18;

/**
 * Damped Fisher scoring: steps of the inverse expected information times the gradient, halved until the likelihood
 * grows. The information of a factor model is cheap and exact, so a general optimiser has nothing to add; quasi-Newton
 * searches (as in R) stop where the likelihood is flat, three to six digits before the maximum.
 *
 * @throws NotEstimableError where the information is singular (not identified) or no maximum is reached
 */
export function climb(model: FactorModel, start: Float64Array, blocks: readonly MomentBlock[]): Maximum {
  let theta = start;
  let here = likelihoodAt(model, theta, blocks);
  if (!here) throw dependentItems();
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    const step = scoringStep(model, here);
    const gain = step.reduce((sum, value, i) => sum + value * here!.gradient[i]!, 0);
    const next =
      gain <= ENOUGH ? undefined : longestImproving(model, theta, step, here.logLikelihood, gain, blocks);
    if (!next) return settled(gain, model, { ...here, theta, iterations: iteration });
    theta = next;
    here = likelihoodAt(model, theta, blocks)!;
  }
  throw new NotEstimableError(
    "not-converged",
    `The likelihood of the factor model found no maximum in ${MOST_ITERATIONS} steps: the answers do not fit this grouping of items. Look at the correlations, and leave out items that hardly relate to the others.`,
  );
}

function settled(gain: number, model: FactorModel, maximum: Maximum): Maximum {
  if (isNearlySingular(scaled(maximum.information, model.parameters), model.parameters))
    throw notIdentified();
  if (gain < 1e-9) return maximum;
  throw new NotEstimableError(
    "not-converged",
    "The likelihood of the factor model stops growing before its maximum: it is flat there, so the loadings are not determined. Use more items or more respondents.",
  );
}

function notIdentified(): NotEstimableError {
  return new NotEstimableError(
    "not-identified",
    "The answers do not determine all loadings and variances of the factor model (its information is singular). Give each factor at least three items that relate to each other.",
  );
}

function scoringStep(model: FactorModel, { gradient, information }: LikelihoodAt): Float64Array {
  const size = model.parameters;
  const inverse = invertPositive(scaled(information, size), size)?.inverse;
  if (!inverse) throw notIdentified();
  const scales = scalesOf(information, size);
  const step = new Float64Array(size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      step[i] = step[i]! + (inverse[i * size + j]! * gradient[j]!) / (scales[i]! * scales[j]!);
  return step;
}

/** Information with unit diagonal, so that items in large and small units are alike. */
function scaled(information: Float64Array, size: number): Float64Array {
  const scales = scalesOf(information, size);
  return information.map((value, at) => value / (scales[Math.floor(at / size)]! * scales[at % size]!));
}

function scalesOf(information: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => Math.sqrt(information[i * size + i]!));
}

function isNearlySingular(information: Float64Array, size: number): boolean {
  const rows = Array.from({ length: size }, (_, i) => information.subarray(i * size, (i + 1) * size));
  return Math.min(...spectrum(rows).values) < 1e-12;
}

/** The step, or a half, a quarter, … of it; undefined where none improves. */
function longestImproving(
  model: FactorModel,
  theta: Float64Array,
  step: Float64Array,
  logLikelihood: number,
  gain: number,
  blocks: readonly MomentBlock[],
): Float64Array | undefined {
  const rounding = Math.abs(logLikelihood) * 1e-14;
  for (let length = 1; length > 1e-8; length /= 2) {
    const next = theta.map((value, i) => value + length * step[i]!);
    const there = logLikelihoodAt(model, next, blocks);
    if (there !== undefined && there > logLikelihood - (gain < 1e-6 ? rounding : 0)) return next;
  }
  return undefined;
}
