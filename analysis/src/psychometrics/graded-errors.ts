import { invertPositive } from "./factor-positive.ts";
import { expectAbilities, type Quadrature } from "./graded-expectation.ts";
import { addCategorySlopes, categoryProbabilities, type GradedItem } from "./graded-item.ts";
import type { AnswerPatterns } from "./graded-patterns.ts";

/**
 * Standard errors by item (slope, then intercepts), from the cross-products of the respondents' scores; undefined where
 * there are too few respondents for them.
 *
 * @source Bock & Lieberman (1970), Fitting a response model for n dichotomously scored items, Psychometrika 35
 */
export function gradedErrors(
  items: readonly GradedItem[],
  patterns: AnswerPatterns,
  quadrature: Quadrature,
): Float64Array[] | undefined {
  const sizes = items.map((item) => item.intercepts.length + 1);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const relative = items.map((item) => relativeSlopes(item, quadrature.nodes));
  const information = new Float64Array(total * total);
  const score = new Float64Array(total);
  expectAbilities(items, patterns, quadrature, (pattern, shares) => {
    fillScore(pattern, shares, patterns, relative, sizes, score);
    const count = patterns.counts[pattern]!;
    for (let a = 0; a < total; a++) {
      const own = count * score[a]!;
      if (own !== 0)
        for (let b = 0; b <= a; b++)
          information[a * total + b] = information[a * total + b]! + own * score[b]!;
    }
  });
  const inverse = invertPositive(information, total)?.inverse;
  if (!inverse) return undefined;
  let at = 0;
  return sizes.map((size) =>
    Float64Array.from({ length: size }, () => Math.sqrt(inverse[at++ * (total + 1)]!)),
  );
}

/** By category, parameter and node: the derivative of the logarithm of the category's probability. */
function relativeSlopes(item: GradedItem, nodes: Float64Array): Float64Array {
  const [size, width] = [item.intercepts.length + 1, nodes.length];
  const probabilities = categoryProbabilities(item, nodes);
  const relative = new Float64Array(size * size * width);
  const slopes = new Float64Array(size);
  for (let k = 0; k < size; k++)
    for (let q = 0; q < width; q++) {
      addCategorySlopes(item, nodes[q]!, k, slopes);
      for (let a = 0; a < size; a++)
        relative[(k * size + a) * width + q] = slopes[a]! / Math.max(probabilities[k * width + q]!, 1e-200);
    }
  return relative;
}

function fillScore(
  pattern: number,
  shares: Float64Array,
  patterns: AnswerPatterns,
  relative: readonly Float64Array[],
  sizes: readonly number[],
  score: Float64Array,
): void {
  let at = 0;
  sizes.forEach((size, j) => {
    const category = patterns.categories[pattern * sizes.length + j]!;
    for (let a = 0; a < size; a++, at++) {
      score[at] = 0;
      if (category < 0) continue;
      const from = (category * size + a) * shares.length;
      let sum = 0;
      for (let q = 0; q < shares.length; q++) sum += shares[q]! * relative[j]![from + q]!;
      score[at] = sum;
    }
  });
}
