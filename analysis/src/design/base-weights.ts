import { DesignError } from "./design-error.ts";
import type { Fractions } from "./fractions.ts";
import type { CodedStage } from "./make-stages.ts";

/** A copy of given weights. @throws DesignError negative, missing or all zero */
export function checkedWeights(weights: ArrayLike<number>): Float64Array {
  const checked = Float64Array.from(weights);
  checked.forEach((weight, row) => {
    if (!Number.isFinite(weight))
      throw new DesignError(
        `The weight of row ${row + 1} is missing. Give every row a weight; 0 leaves it out.`,
      );
    if (weight < 0)
      throw new DesignError(
        `The weight of row ${row + 1} is negative. Weights count people: correct it or set it to 0.`,
      );
  });
  if (!checked.some((weight) => weight > 0))
    throw new DesignError(
      "All weights are zero, so nobody stands for anyone. Check that the right column was named as weight.",
    );
  return checked;
}

/** By row: the product over the stages of N/n, or of one over the probability of its unit. */
export function weightsFromFractions(
  stages: readonly CodedStage[],
  fractions: readonly (Fractions | undefined)[],
): Float64Array {
  const weights = new Float64Array(stages[0]?.units.codes.length ?? 0).fill(1);
  stages.forEach(({ units, strata }, i) => {
    const known = fractions[i];
    if (!known) return;
    for (let row = 0; row < weights.length; row++)
      weights[row]! /= known.byUnit ? known.byUnit[units.codes[row]!]! : known.byStratum[strata.codes[row]!]!;
  });
  return weights;
}
