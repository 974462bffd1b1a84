import type { Maximum } from "./factor-ascent.ts";
import type { MissingRule, MomentBlock } from "./factor-items.ts";
import { likelihoodAt } from "./factor-likelihood.ts";
import type { FactorModel } from "./factor-model.ts";
import { invertPositive } from "./factor-positive.ts";
import { NotEstimableError } from "./not-estimable.ts";

/**
 * Covariance of the free parameters: the inverse of the expected information, or, with missing answers, of the observed
 * one, which stays right when answers are missing at random.
 *
 * @source Kenward & Molenberghs (1998), Likelihood based frequentist inference when data are missing at random, Statistical Science 13
 */
export function parameterCovariance(
  model: FactorModel,
  maximum: Maximum,
  blocks: readonly MomentBlock[],
  missing: MissingRule,
): Float64Array {
  const information =
    missing === "fiml"
      ? likelihoodAt(model, maximum.theta, blocks, "observed")?.information
      : maximum.information;
  const inverted = information && invertPositive(information, model.parameters);
  if (inverted) return inverted.inverse;
  throw new NotEstimableError(
    "not-identified",
    "The likelihood of the factor model is flat at its maximum, so the loadings have no standard errors. Use more respondents, or more items that relate to each other.",
  );
}
