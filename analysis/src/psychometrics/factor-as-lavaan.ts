import { dot } from "../numerics/index.ts";
import type { Maximum } from "./factor-ascent.ts";
import { coordinatesOf } from "./factor-coordinates.ts";
import { startingValuesAsLavaan } from "./factor-fabin.ts";
import type { MomentBlock } from "./factor-items.ts";
import { likelihoodAt, logLikelihoodAt } from "./factor-likelihood.ts";
import type { FactorModel } from "./factor-model.ts";
import type { Saturated } from "./factor-saturated.ts";
import { descendBySecants } from "./factor-secant.ts";

/** What lavaan takes for the discrepancy where a covariance matrix is not positive definite. */
const IMPOSSIBLE = 1e20;

/** The place where lavaan's search ends, some digits before the maximum; undefined where it does not converge. */
export function climbAsLavaan(
  model: FactorModel,
  saturated: readonly Saturated[],
  blocks: readonly MomentBlock[],
): Maximum | undefined {
  const n = blocks.reduce((sum, block) => sum + block.respondents, 0);
  const best = saturated.reduce((sum, group) => sum + group.logLikelihood, 0);
  const { rows, shares } = coordinatesOf(model);
  const parametersAt = (at: Float64Array) => Float64Array.from(rows, (row) => dot(row, at));
  const gathered = (values: Float64Array) =>
    rows[0]!.map((_, k) => rows.reduce((sum, row, i) => sum + row[k]! * values[i]!, 0));
  const discrepancy = (at: Float64Array) => {
    const there = likelihoodAt(model, parametersAt(at), blocks);
    if (!there) return { value: IMPOSSIBLE, gradient: new Float64Array(at.length) };
    const gradient = gathered(there.gradient).map((value) => -value / n);
    return { value: (best - there.logLikelihood) / n, gradient };
  };
  const start = startingValuesAsLavaan(model, saturated);
  if (logLikelihoodAt(model, start, blocks) === undefined) return undefined;
  const from = gathered(start.map((value, i) => value * shares[i]!));
  const scale = from.map((value) => (Math.abs(value) > 1 ? Math.abs(1 / value) : 1));
  const end = descendBySecants(discrepancy, from, scale);
  if (!end?.converged) return undefined;
  const theta = parametersAt(end.at);
  const there = likelihoodAt(model, theta, blocks);
  return there && { ...there, theta, iterations: end.iterations };
}
