import { categoryProbabilities, type GradedItem } from "./graded-item.ts";
import type { AnswerPatterns } from "./graded-patterns.ts";

/** Abilities at which the normal distribution is taken, with the logarithms of their shares. */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly logWeights: Float64Array;
}

/** Equally spaced nodes with normal weights that sum to one. */
export function normalGrid(points: number, limit: number): Quadrature {
  const nodes = Float64Array.from({ length: points }, (_, i) => -limit + (2 * limit * i) / (points - 1));
  const shares = nodes.map((node) => Math.exp(-0.5 * node * node));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return { nodes, logWeights: nodes.map((node) => -0.5 * node * node - Math.log(total)) };
}

/** What the answers say about abilities under given items. */
export interface Expectation {
  readonly logLikelihood: number;
  /** By item: expected counts, category by category over the nodes. */
  readonly expected: readonly Float64Array[];
}

/** Called with every pattern's shares of the nodes. */
export type VisitPattern = (pattern: number, shares: Float64Array) => void;

export function expectAbilities(
  items: readonly GradedItem[],
  patterns: AnswerPatterns,
  { nodes, logWeights }: Quadrature,
  visit?: VisitPattern,
): Expectation {
  const [width, J] = [nodes.length, items.length];
  const logs = items.map((item) => categoryProbabilities(item, nodes).map(Math.log));
  const expected = items.map((item) => new Float64Array((item.intercepts.length + 1) * width));
  const shares = new Float64Array(width);
  let logLikelihood = 0;
  for (let pattern = 0; pattern < patterns.counts.length; pattern++) {
    shares.set(logWeights);
    for (let j = 0; j < J; j++) {
      const category = patterns.categories[pattern * J + j]!;
      if (category < 0) continue;
      const table = logs[j]!;
      for (let q = 0, at = category * width; q < width; q++, at++) shares[q] = shares[q]! + table[at]!;
    }
    const count = patterns.counts[pattern]!;
    logLikelihood += count * normalise(shares);
    visit?.(pattern, shares);
    for (let j = 0; j < J; j++) {
      const category = patterns.categories[pattern * J + j]!;
      if (category < 0) continue;
      const into = expected[j]!;
      for (let q = 0, at = category * width; q < width; q++, at++) into[at] = into[at]! + count * shares[q]!;
    }
  }
  return { logLikelihood, expected };
}

/** Turns logarithms into shares; returns the logarithm of their sum before. */
function normalise(logs: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let q = 0; q < logs.length; q++) if (logs[q]! > most) most = logs[q]!;
  let sum = 0;
  for (let q = 0; q < logs.length; q++) {
    logs[q] = Math.exp(logs[q]! - most);
    sum += logs[q]!;
  }
  for (let q = 0; q < logs.length; q++) logs[q] = logs[q]! / sum;
  return most + Math.log(sum);
}
