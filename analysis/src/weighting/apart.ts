import type { Adjustment } from "../design/adjustment.ts";
import type { Weighted } from "./weighted.ts";

/**
 * Weights of a part of the respondents, laid over all of them: those outside keep the weights they had. For the
 * variance they are a category of their own in every margin, so that nothing inside explains them, nor they it.
 *
 * @param inside rows of the part, in ascending order
 * @param base   weights by row of all respondents, before
 */
export function besideOthers<Part extends Weighted>(
  weighted: Part,
  inside: ArrayLike<number>,
  base: Float64Array,
): Part {
  const laid = (part: Float64Array) => laidOver(base, part, inside);
  const { adjustment } = weighted;
  return {
    ...weighted,
    weights: laid(weighted.weights),
    adjustment: adjustment && adjustmentOf(adjustment, inside, base),
  };
}

function laidOver(all: Float64Array, part: Float64Array, inside: ArrayLike<number>): Float64Array {
  const laid = Float64Array.from(all);
  for (let i = 0; i < inside.length; i++) laid[inside[i]!] = part[i]!;
  return laid;
}

function adjustmentOf(
  { margins, covariates, after, fitWeights, fit }: Adjustment,
  inside: ArrayLike<number>,
  base: Float64Array,
): Adjustment {
  const laid = (part: Float64Array) => laidOver(base, part, inside);
  return {
    margins: margins.map((margin) => {
      const codes = new Int32Array(base.length).fill(margin.count);
      for (let i = 0; i < inside.length; i++) codes[inside[i]!] = margin.codes[i]!;
      return {
        codes,
        count: margin.count + 1,
        ...(margin.after ? { after: laid(margin.after) } : {}),
      };
    }),
    covariates: covariates.map((values) => laidOver(new Float64Array(base.length), values, inside)),
    after: laid(after),
    fitWeights: laid(fitWeights),
    fit,
  };
}
