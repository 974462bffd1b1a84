import type { CrossingDomains, ScoredMeasure } from "../lattice/index.ts";
import {
  type HeldNumbers,
  heldNumbers,
  less,
  type Needs,
  type NumberSums,
  numberSums,
  perNeed,
} from "./priority-numbers.ts";
import type { ScoreSpace } from "./score-space.ts";
import { bothByColumn } from "./score-sums.ts";
import { scoredDomain } from "./scored-domain.ts";
import type { CountedDomain, ScoredFigures, ScoredLevel } from "./scored-figures.ts";

/** A figure with the sums of the numbers it is made of, and how it hangs on each of them. */
interface PriorityDomain extends CountedDomain {
  readonly sums: NumberSums;
  readonly coefficients: Float64Array;
}

interface PriorityLevel extends ScoredLevel {
  readonly domains: readonly (PriorityDomain | undefined)[];
}

/** Priorities of needs: a score is the numbers of a respondent by their coefficients, so that sums of numbers say all. */
export function priorityFigures(
  { crossings, cells }: ScoredMeasure,
  needs: Needs,
  space: ScoreSpace,
  country: CrossingDomains,
): ScoredFigures {
  const held = heldNumbers(needs, space.weights);
  const known = new Map<CrossingDomains, NumberSums[]>();
  const sumsIn = (crossing: CrossingDomains) => {
    const sums = known.get(crossing) ?? numberSums(held, insideOnly(crossing, country), space);
    known.set(crossing, sums);
    return sums;
  };
  const levelOf = (crossing: CrossingDomains, isCompared: (place: number) => boolean): PriorityLevel => {
    const own = cells[crossings.indexOf(crossing)] ?? [];
    const domains = sumsIn(crossing).map((sums, place) =>
      isCompared(place) ? figureOf(sums, own[place]?.estimate.respondents ?? 0, held, space) : undefined,
    );
    const shared = (place: number, holder: PriorityDomain | undefined) => {
      const one = domains[place];
      return one && holder ? quadratic(one.coefficients, one.sums.products, holder.coefficients) : Number.NaN;
    };
    return {
      crossing,
      domains,
      sharedWithCountry: (place) => shared(place, whole),
      sharedWith: (place, other, holder) => shared(place, (other as PriorityLevel).domains[holder]),
    };
  };
  const [whole] = levelOf(country, () => true).domains;
  return {
    country: whole,
    levelOf,
    restsOf: (crossing, places) =>
      places.map((place) => whole && figureOf(less(whole.sums, sumsIn(crossing)[place]!), 0, held, space)),
  };
}

function insideOnly(crossing: CrossingDomains, country: CrossingDomains) {
  return { of: crossing.of.map((place, row) => (country.of[row]! < 0 ? -1 : place)), count: crossing.count };
}

function figureOf(
  sums: NumberSums,
  respondents: number,
  held: HeldNumbers,
  space: ScoreSpace,
): PriorityDomain | undefined {
  const { value, coefficients } = linearised(sums.totals, held.answered);
  if (!Number.isFinite(value)) return undefined;
  const scores = {
    ...bothByColumn(combined(coefficients, sums.bySlot), space),
    byStratum: combined(coefficients, sums.byStratum),
    squares: quadratic(coefficients, sums.products, coefficients),
  };
  return { ...scoredDomain(value, scores, space), respondents, sums, coefficients };
}

/** Sums of the numbers, one kind behind the other, by their coefficients. */
function combined(coefficients: Float64Array, sums: Float64Array): Float64Array {
  const width = sums.length / coefficients.length;
  const found = new Float64Array(width);
  coefficients.forEach((by, id) => {
    if (by !== 0) for (let at = 0; at < width; at++) found[at]! += by * sums[id * width + at]!;
  });
  return found;
}

function quadratic(left: Float64Array, products: Float64Array, right: Float64Array): number {
  return combined(left, products).reduce((sum, one, id) => sum + one * right[id]!, 0);
}

/** The mean over needs of mean importance times the share for whom it is not met, and how it hangs on each total. */
function linearised(totals: Float64Array, answeredOf: readonly number[]) {
  const coefficients = new Float64Array(totals.length);
  const needs = answeredOf.length;
  let value = 0;
  answeredOf.forEach((id, need) => {
    const first = perNeed * need;
    const [answered, importance] = [totals[id]!, totals[first + 1]!];
    const [needed, unmet] = [totals[first + 2]!, totals[first + 3]!];
    const [mean, share] = [importance / answered, needed > 0 ? unmet / needed : 0];
    value += (mean * share) / needs;
    coefficients[id]! -= (mean * share) / answered / needs;
    coefficients[first + 1]! += share / answered / needs;
    if (needed <= 0) return;
    coefficients[first + 2]! -= (mean * share) / needed / needs;
    coefficients[first + 3]! += mean / needed / needs;
  });
  return { value, coefficients };
}
