import type { Maximum } from "./factor-ascent.ts";
import { startingValuesAsLavaan } from "./factor-fabin.ts";
import type { MomentBlock } from "./factor-items.ts";
import { likelihoodAt, logLikelihoodAt } from "./factor-likelihood.ts";
import type { FactorModel } from "./factor-model.ts";
import type { Saturated } from "./factor-saturated.ts";
import { descendBySecants } from "./factor-secant.ts";

/** What lavaan takes for the discrepancy where a covariance matrix is not positive definite. */
const IMPOSSIBLE = 1e20;

/**
 * The place where lavaan's search ends, some digits before the maximum; undefined where it does not converge, or where
 * parameters are shared between groups (lavaan then searches in other coordinates).
 */
export function climbAsLavaan(
  model: FactorModel,
  saturated: readonly Saturated[],
  blocks: readonly MomentBlock[],
): Maximum | undefined {
  const free = model.cells.filter((cell) => cell.parameter >= 0).length;
  if (free > model.parameters) return undefined;
  const start = startingValuesAsLavaan(model, saturated);
  const n = blocks.reduce((sum, block) => sum + block.respondents, 0);
  const best = saturated.reduce((sum, group) => sum + group.logLikelihood, 0);
  const zero = new Float64Array(model.parameters);
  const discrepancy = (theta: Float64Array) => {
    const there = likelihoodAt(model, theta, blocks);
    if (!there) return { value: IMPOSSIBLE, gradient: zero };
    return { value: (best - there.logLikelihood) / n, gradient: there.gradient.map((value) => -value / n) };
  };
  if (logLikelihoodAt(model, start, blocks) === undefined) return undefined;
  const scale = start.map((value) => (Math.abs(value) > 1 ? Math.abs(1 / value) : 1));
  const end = descendBySecants(discrepancy, start, scale);
  const there = end?.converged ? likelihoodAt(model, end.at, blocks) : undefined;
  return there && end && { ...there, theta: end.at, iterations: end.iterations };
}
