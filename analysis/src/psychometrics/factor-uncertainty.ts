import type { Maximum } from "./factor-ascent.ts";
import type { MissingRule, MomentBlock } from "./factor-items.ts";
import { likelihoodAt } from "./factor-likelihood.ts";
import type { FactorModel } from "./factor-model.ts";
import { invertPositive } from "./factor-positive.ts";
import { NotEstimableError } from "./not-estimable.ts";

/**
 * Covariance of the free parameters: the inverse of the expected information, or, with missing answers, of the observed
 * one, which stays right when answers are missing at random (differences of the exact gradient).
 *
 * @source Kenward & Molenberghs (1998), Likelihood based frequentist inference when data are missing at random, Statistical Science 13
 */
export function parameterCovariance(
  model: FactorModel,
  maximum: Maximum,
  blocks: readonly MomentBlock[],
  missing: MissingRule,
): Float64Array {
  const information = missing === "fiml" ? observedInformation(model, maximum, blocks) : maximum.information;
  const inverted = invertPositive(information, model.parameters);
  if (inverted) return inverted.inverse;
  throw new NotEstimableError(
    "not-identified",
    "The likelihood of the factor model is flat at its maximum, so the loadings have no standard errors. Use more respondents, or more items that relate to each other.",
  );
}

function observedInformation(
  model: FactorModel,
  { theta, information: expected }: Maximum,
  blocks: readonly MomentBlock[],
): Float64Array {
  const size = model.parameters;
  const information = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const step = (1e-4 / Math.sqrt(expected[i * (size + 1)]!)) * 10;
    const [above, below] = [step, -step].map((by) => {
      const moved = theta.slice();
      moved[i] = moved[i]! + by;
      return likelihoodAt(model, moved, blocks)?.gradient;
    });
    for (let j = 0; above && below && j < size; j++) {
      const slope = (below[j]! - above[j]!) / (4 * step);
      information[i * size + j] = information[i * size + j]! + slope;
      information[j * size + i] = information[j * size + i]! + slope;
    }
  }
  return information;
}
