import type { Domains } from "../estimation/index.ts";
import type { ScoredStatistic } from "../indicators/index.ts";
import type { CrossingDomains } from "../lattice/index.ts";
import type { ScoreSpace } from "./score-space.ts";
import { bothByColumn } from "./score-sums.ts";
import { type ScoredDomain, scoredDomain } from "./scored-domain.ts";

type Needs = Extract<ScoredStatistic, { kind: "priority" }>["needs"];

/** Numbers of a respondent by need: answered, importance, needed it, and it is not met; 0 for what does not hold. */
const perNeed = 4;

/**
 * The priority of everybody but those of a domain: all sums of scores follow from sums of the numbers they are made of,
 * of the country less the domain, so that no respondent is read for each domain anew.
 */
export function priorityRests(
  needs: Needs,
  space: ScoreSpace,
  country: CrossingDomains,
): (crossing: CrossingDomains, places: readonly number[]) => (ScoredDomain | undefined)[] {
  let whole: NumberSums | undefined;
  return (crossing, places) => {
    whole ??= numberSums(needs, country, space)[0]!;
    const all = whole;
    const inside = {
      of: crossing.of.map((place, row) => (country.of[row]! < 0 ? -1 : place)),
      count: crossing.count,
    };
    const byPlace = numberSums(needs, inside, space);
    return places.map((place) => figureOf(less(all, byPlace[place]!), needs.length, space));
  };
}

/** Of numbers times weights: sums, sums by slot (to fit and to cross) and by stratum, and Σ scale · products of pairs. */
interface NumberSums {
  readonly totals: Float64Array;
  readonly bySlot: Float64Array;
  readonly byStratum: Float64Array;
  readonly products: Float64Array;
}

function numberSums(needs: Needs, { of, count }: Domains, space: ScoreSpace): NumberSums[] {
  const { weights, strata, slotsOfRow, columnsOfSlot, toFit, toCross } = space;
  const size = perNeed * needs.length;
  const slots = 2 * columnsOfSlot.length;
  const sums = Array.from(
    { length: count },
    (): NumberSums => ({
      totals: new Float64Array(size),
      bySlot: new Float64Array(size * slots),
      byStratum: new Float64Array(size * strata.sampled.length),
      products: new Float64Array(size * size),
    }),
  );
  const [ids, amounts] = [new Int32Array(size), new Float64Array(size)];
  for (let row = 0; row < of.length; row++) {
    const own = sums[of[row]!];
    if (!own || weights[row] === 0) continue;
    const held = numbersOf(needs, row, weights[row]!, ids, amounts);
    const stratum = strata.of[row]!;
    const scale = strata.scale[stratum]!;
    for (let i = 0; i < held; i++) {
      const [id, amount] = [ids[i]!, amounts[i]!];
      own.totals[id]! += amount;
      own.byStratum[id * strata.sampled.length + stratum]! += amount;
      for (let j = 0; j < held; j++) own.products[id * size + ids[j]!]! += scale * amount * amounts[j]!;
      for (let bundle = 0; bundle < slotsOfRow.length; bundle++) {
        const at = id * slots + 2 * slotsOfRow[bundle]![row]!;
        own.bySlot[at]! += toFit[row]! * amount;
        own.bySlot[at + 1]! += toCross[row]! * amount;
      }
    }
  }
  return sums;
}

/** Writes down the numbers of a respondent that are not 0, times the weight; how many they are. */
function numbersOf(
  needs: Needs,
  row: number,
  weight: number,
  ids: Int32Array,
  amounts: Float64Array,
): number {
  let held = 0;
  const hold = (id: number, amount: number) => {
    ids[held] = id;
    amounts[held++] = weight * amount;
  };
  for (let need = 0; need < needs.length; need++) {
    const { importance, unmet } = needs[need]!;
    const [important, isUnmet] = [importance[row]!, unmet[row]!];
    if (Number.isNaN(important)) continue;
    hold(perNeed * need, 1);
    if (important !== 0) hold(perNeed * need + 1, important);
    if (Number.isNaN(isUnmet)) continue;
    hold(perNeed * need + 2, 1);
    if (isUnmet !== 0) hold(perNeed * need + 3, isUnmet);
  }
  return held;
}

function less(all: NumberSums, some: NumberSums): NumberSums {
  const difference = (of: keyof NumberSums) => all[of].map((one, i) => one - some[of][i]!);
  return {
    totals: difference("totals"),
    bySlot: difference("bySlot"),
    byStratum: difference("byStratum"),
    products: difference("products"),
  };
}

/** The figure, with the sums of its scores: a score is the numbers of a respondent by their coefficients. */
function figureOf(sums: NumberSums, needs: number, space: ScoreSpace): ScoredDomain | undefined {
  const { value, coefficients } = linearised(sums.totals, needs);
  if (!Number.isFinite(value)) return undefined;
  const size = coefficients.length;
  const combined = (all: Float64Array) => {
    const width = all.length / size;
    const found = new Float64Array(width);
    coefficients.forEach((by, id) => {
      if (by !== 0) for (let at = 0; at < width; at++) found[at]! += by * all[id * width + at]!;
    });
    return found;
  };
  const squares = combined(sums.products).reduce((sum, one, id) => sum + one * coefficients[id]!, 0);
  const byStratum = combined(sums.byStratum);
  return scoredDomain(value, { ...bothByColumn(combined(sums.bySlot), space), byStratum, squares }, space);
}

/** The mean over needs of mean importance times the share for whom it is not met, and how it hangs on each total. */
function linearised(totals: Float64Array, needs: number) {
  const coefficients = new Float64Array(totals.length);
  let value = 0;
  for (let first = 0; first < totals.length; first += perNeed) {
    const [answered = 0, importance = 0, needed = 0, unmet = 0] = totals.subarray(first, first + perNeed);
    const [mean, share] = [importance / answered, needed > 0 ? unmet / needed : 0];
    value += (mean * share) / needs;
    coefficients[first] = (-mean * share) / answered / needs;
    coefficients[first + 1] = share / answered / needs;
    if (needed <= 0) continue;
    coefficients[first + 2] = (-mean * share) / needed / needs;
    coefficients[first + 3] = mean / needed / needs;
  }
  return { value, coefficients };
}
