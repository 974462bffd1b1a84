import type { Design } from "../design/design.ts";
import type { Weighted } from "./weighted.ts";
import { WeightingError } from "./weighting-error.ts";

/**
 * The design with new weights, whose errors know what the totals explain.
 *
 * @param options.acceptUnconverged true: use weights that do not meet their totals all the same
 * @throws WeightingError weights that did not converge, unless accepted
 */
export function calibrated(
  design: Design,
  weighted: Weighted,
  options: { readonly acceptUnconverged?: boolean } = {},
): Design {
  if (!weighted.converged && !options.acceptUnconverged)
    throw new WeightingError(
      `These weights do not meet their totals, so they are not used. ${weighted.notes.join(" ")}`.trim(),
    );
  return {
    ...design,
    weights: weighted.weights,
    adjustments: weighted.adjustment ? [...design.adjustments, weighted.adjustment] : design.adjustments,
  };
}
