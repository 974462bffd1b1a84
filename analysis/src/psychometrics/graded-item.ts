import { expit } from "../numerics/index.ts";
import { invertPositive, timesVector } from "./factor-positive.ts";

/** One item: P(category ≥ k) = logistic(slope · θ + intercept k), intercepts falling. */
export interface GradedItem {
  readonly slope: number;
  readonly intercepts: Float64Array;
}

/** Least probability of a category, so that its logarithm exists. */
const LEAST = 1e-300;

/** Probability of every category (rows) at every node (columns). */
export function categoryProbabilities({ slope, intercepts }: GradedItem, nodes: Float64Array): Float64Array {
  const width = nodes.length;
  const probabilities = new Float64Array((intercepts.length + 1) * width);
  for (let q = 0; q < width; q++) {
    let above = 1;
    for (let k = 0; k < intercepts.length; k++) {
      const next = expit(slope * nodes[q]! + intercepts[k]!);
      probabilities[k * width + q] = Math.max(above - next, LEAST);
      above = next;
    }
    probabilities[intercepts.length * width + q] = Math.max(above, LEAST);
  }
  return probabilities;
}

/** Derivatives of a category's probability at one ability: in the slope, then in the intercepts below and above it. */
export function addCategorySlopes(
  { slope, intercepts }: GradedItem,
  ability: number,
  category: number,
  into: Float64Array,
): void {
  into.fill(0);
  const steepness = (k: number) => {
    if (k < 0 || k >= intercepts.length) return 0;
    const p = expit(slope * ability + intercepts[k]!);
    return p * (1 - p);
  };
  const [lower, upper] = [steepness(category - 1), steepness(category)];
  into[0] = ability * (lower - upper);
  if (category > 0) into[category] = lower;
  if (category < intercepts.length) into[category + 1] = -upper;
}

/**
 * The item that best explains expected counts of categories by node: Fisher scoring with halved steps.
 *
 * @param expected  counts, category by category over the nodes
 */
export function bestItem(item: GradedItem, nodes: Float64Array, expected: Float64Array): GradedItem {
  let best = item;
  let height = expectedLogLikelihood(best, nodes, expected);
  for (let step = 0; step < 8; step++) {
    const move = scoringMove(best, nodes, expected);
    if (!move) return best;
    const next = improved(best, nodes, expected, move, height);
    if (!next) return best;
    const gained = next.height - height;
    [best, height] = [next.item, next.height];
    if (gained < 1e-10) return best;
  }
  return best;
}

function improved(
  item: GradedItem,
  nodes: Float64Array,
  expected: Float64Array,
  move: Float64Array,
  height: number,
): { item: GradedItem; height: number } | undefined {
  for (let length = 1; length > 1e-4; length /= 2) {
    const next = {
      slope: item.slope + length * move[0]!,
      intercepts: item.intercepts.map((value, k) => value + length * move[k + 1]!),
    };
    if (!isOrdered(next)) continue;
    const there = expectedLogLikelihood(next, nodes, expected);
    if (there > height) return { item: next, height: there };
  }
  return undefined;
}

export function isOrdered({ intercepts }: GradedItem): boolean {
  return intercepts.every((value, k) => k === 0 || value < intercepts[k - 1]!);
}

function expectedLogLikelihood(item: GradedItem, nodes: Float64Array, expected: Float64Array): number {
  const probabilities = categoryProbabilities(item, nodes);
  let sum = 0;
  for (let at = 0; at < expected.length; at++)
    if (expected[at]! > 0) sum += expected[at]! * Math.log(probabilities[at]!);
  return sum;
}

function scoringMove(
  item: GradedItem,
  nodes: Float64Array,
  expected: Float64Array,
): Float64Array | undefined {
  const [size, width, categories] = [item.intercepts.length + 1, nodes.length, item.intercepts.length + 1];
  const probabilities = categoryProbabilities(item, nodes);
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const slopes = new Float64Array(size);
  for (let q = 0; q < width; q++) {
    let total = 0;
    for (let k = 0; k < categories; k++) total += expected[k * width + q]!;
    for (let k = 0; k < categories && total > 0; k++) {
      const probability = probabilities[k * width + q]!;
      if (probability < 1e-200) continue;
      addCategorySlopes(item, nodes[q]!, k, slopes);
      for (let a = 0; a < size; a++) {
        if (slopes[a] === 0) continue;
        gradient[a] = gradient[a]! + (expected[k * width + q]! * slopes[a]!) / probability;
        for (let b = 0; b <= a; b++)
          information[a * size + b] =
            information[a * size + b]! + (total * slopes[a]! * slopes[b]!) / probability;
      }
    }
  }
  const inverse = invertPositive(information, size)?.inverse;
  return inverse && timesVector(inverse, gradient);
}
