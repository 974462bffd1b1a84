import { type Expectation, expectAbilities, type Quadrature } from "./graded-expectation.ts";
import { bestItem, type GradedItem, isOrdered } from "./graded-item.ts";
import type { AnswerPatterns } from "./graded-patterns.ts";
import { NotEstimableError } from "./not-estimable.ts";

export interface GradedMaximum {
  readonly items: readonly GradedItem[];
  readonly logLikelihood: number;
  readonly cycles: number;
}

const MOST_CYCLES = 2000;
/** Largest change of a parameter in one round at which the search ends. */
const STILL = 1e-7;

/**
 * Expectation and maximisation, every second round lengthened by squared extrapolation where that gains.
 *
 * @source Bock & Aitkin (1981), Psychometrika 46; Varadhan & Roland (2008), Scandinavian Journal of Statistics 35 (extrapolation)
 */
export function maximiseGraded(
  start: readonly GradedItem[],
  patterns: AnswerPatterns,
  quadrature: Quadrature,
): GradedMaximum {
  const expect = (items: readonly GradedItem[]) => expectAbilities(items, patterns, quadrature);
  const improve = (items: readonly GradedItem[], { expected }: Expectation) =>
    items.map((item, j) => bestItem(item, quadrature.nodes, expected[j]!));
  let items = start;
  let here = expect(items);
  for (let cycles = 1; cycles <= MOST_CYCLES; cycles++) {
    const first = improve(items, here);
    if (largestChange(items, first) < STILL)
      return { items: first, logLikelihood: expect(first).logLikelihood, cycles };
    const second = improve(first, expect(first));
    const [plain, far] = [expect(second), extrapolated(items, first, second)];
    const beyond = far && expect(far);
    [items, here] =
      far && beyond && beyond.logLikelihood > plain.logLikelihood ? [far, beyond] : [second, plain];
  }
  throw new NotEstimableError(
    "not-converged",
    `The graded response model found no maximum in ${MOST_CYCLES} rounds: an item separates people almost perfectly or not at all. Leave out the item with the steepest or the flattest slope.`,
  );
}

function parametersOf(items: readonly GradedItem[]): number[] {
  return items.flatMap(({ slope, intercepts }) => [slope, ...intercepts]);
}

function largestChange(before: readonly GradedItem[], after: readonly GradedItem[]): number {
  const then = parametersOf(before);
  return Math.max(...parametersOf(after).map((value, i) => Math.abs(value - then[i]!)));
}

/** Two rounds continued in their direction as far as their shrinking suggests; undefined where cuts would cross. */
function extrapolated(
  start: readonly GradedItem[],
  first: readonly GradedItem[],
  second: readonly GradedItem[],
): GradedItem[] | undefined {
  const [zero, one, two] = [parametersOf(start), parametersOf(first), parametersOf(second)];
  const change = one.map((value, i) => value - zero[i]!);
  const bend = two.map((value, i) => value - one[i]! - change[i]!);
  const length = -Math.max(Math.hypot(...change) / Math.hypot(...bend), 1);
  if (!Number.isFinite(length)) return undefined;
  const moved = zero.map((value, i) => value - 2 * length * change[i]! + length * length * bend[i]!);
  let at = 0;
  const items = start.map(({ intercepts }) => {
    const slope = moved[at]!;
    const own = Float64Array.from(moved.slice(at + 1, at + 1 + intercepts.length));
    at += 1 + intercepts.length;
    return { slope, intercepts: own };
  });
  return items.every(isOrdered) ? items : undefined;
}
