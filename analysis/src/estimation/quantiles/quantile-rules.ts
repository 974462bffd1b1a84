import { firstPlaceWhere } from "../../numerics/index.ts";
import { distinct, type Ordered } from "./quantile-ordered.ts";

/**
 * How a quantile is read off the weighted distribution: "math" (= hf1) the smallest value with at least the share
 * below or at it; "school" (= hf2) the middle of two where the share is met exactly; hf3 … hf9 the types of Hyndman
 * and Fan for weights; "shahvaish" the rule of Shah and Vaish.
 */
export const quantileRules = [
  "math",
  "school",
  "shahvaish",
  "hf1",
  "hf2",
  "hf3",
  "hf4",
  "hf5",
  "hf6",
  "hf7",
  "hf8",
  "hf9",
] as const;
export type QuantileRule = (typeof quantileRules)[number];

/**
 * The value below which a share of the weight lies.
 *
 * @param share 0 to 1
 * @returns in the units of the values; NaN if there are none
 * @source Hyndman & Fan (1996), Sample Quantiles in Statistical Packages, The American Statistician 50(4);
 *   Shah & Vaish (2006), Confidence Intervals for Quantile Estimation from Complex Survey Data
 * @agrees R survey::svyquantile(qrule = …), tests/reference
 */
export function quantileOf(sample: Ordered, share: number, rule: QuantileRule): number {
  const { values } = sample;
  if (values.length < 2 || Number.isNaN(share))
    return Number.isNaN(share) ? share : (values[0] ?? Number.NaN);
  if (rule === "shahvaish") return shahVaish(sample, share);
  return steps[rule]?.(sample, share) ?? interpolated(sample, share, rule);
}

/** The two answers between which a share of the weight falls, and how far each is from it. */
interface Neighbours {
  readonly low: number;
  readonly high: number;
  /** Place of the lower answer, from 1. */
  readonly place: number;
  /** Share minus the weight share of the lower answer, and of the upper one minus the share. */
  readonly above: number;
  readonly below: number;
}

/** Where the share is below the weight share of the first answer, the first two are the neighbours, as in R. */
function neighbours({ values, cumulative, total }: Ordered, share: number): Neighbours {
  const at = Math.max(0, countUpTo(cumulative, share * total) - 1);
  const next = Math.min(at + 1, values.length - 1);
  return {
    low: values[at]!,
    high: values[next]!,
    place: at + 1,
    above: share - cumulative[at]! / total,
    below: cumulative[next]! / total - share,
  };
}

type Step = (sample: Ordered, share: number) => number;

const smallestReaching: Step = (sample, share) => {
  const { low, high, above } = neighbours(sample, share);
  return above === 0 ? low : high;
};
const middleWhereMet: Step = (sample, share) => {
  const { low, high, above } = neighbours(sample, share);
  return above === 0 ? (low + high) / 2 : high;
};
const evenWhereMet: Step = (sample, share) => {
  const { low, high, above, place } = neighbours(distinct(sample), share);
  return above === 0 && place % 2 === 0 ? low : high;
};
const betweenNeighbours: Step = (sample, share) => {
  const { low, high, above, below } = neighbours(sample, share);
  const weight = low === high ? 0 : above / (below + above);
  return low * (1 - weight) + high * weight;
};

const steps: Partial<Record<QuantileRule, Step>> = {
  math: smallestReaching,
  hf1: smallestReaching,
  school: middleWhereMet,
  hf2: middleWhereMet,
  hf3: evenWhereMet,
  hf4: betweenNeighbours,
};

/** How many of the increasing numbers are at most the limit. */
function countUpTo(increasing: Float64Array, limit: number): number {
  return firstPlaceWhere(increasing.length, (place) => increasing[place]! > limit);
}

/** The share at which the rule puts the answer at a place (from 0). */
function plottingPosition({ cumulative, weights }: Ordered, rule: QuantileRule): (place: number) => number {
  const last = cumulative.length - 1;
  const before = (place: number) => (place === 0 ? 0 : cumulative[place - 1]!);
  const all = cumulative[last]!;
  switch (rule) {
    case "hf5":
      return (place) => (cumulative[place]! - weights[place]! / 2) / all;
    case "hf6":
      return (place) => cumulative[place]! / (all + weights[last]!);
    case "hf8":
      return (place) => (before(place) / 3 + (cumulative[place]! * 2) / 3) / (all + weights[last]! / 3);
    case "hf9":
      return (place) => ((before(place) * 3) / 8 + (cumulative[place]! * 5) / 8) / (all + weights[last]! / 4);
    default:
      return (place) => before(place) / cumulative[last - 1]!;
  }
}

function interpolated(sample: Ordered, share: number, rule: QuantileRule): number {
  const { values } = sample;
  const position = plottingPosition(sample, rule);
  let [low, high] = [0, values.length - 1];
  if (share <= position(low)) return values[low]!;
  if (share >= position(high)) return values[high]!;
  while (low < high - 1) {
    const middle = (low + high) >> 1;
    if (share < position(middle)) high = middle;
    else low = middle;
  }
  const [from, to] = [position(low), position(high)];
  return values[low]! + (values[high]! - values[low]!) * ((share - from) / (to - from));
}

/** The positions take half of the weight itself, not of its ratio to the mean, as R does; they need not increase. */
function shahVaish({ values, weights }: Ordered, share: number): number {
  const n = values.length;
  let mean = weights.reduce((sum, weight) => sum + weight, 0) / n;
  mean += weights.reduce((sum, weight) => sum + (weight - mean), 0) / n;
  let sum = 0;
  const positions = weights.map((weight) => {
    sum += weight / mean;
    return (sum + 0.5 - weight / 2) / (n + 1);
  });
  return lastAtOrBelow(positions, values, share);
}

/** Value at the largest position not above the share (mean value of equal positions), at the ends the end's. */
function lastAtOrBelow(positions: Float64Array, values: Float64Array, share: number): number {
  let chosen = Number.NEGATIVE_INFINITY;
  let lowest = Number.POSITIVE_INFINITY;
  for (const position of positions) {
    if (position <= share && position > chosen) chosen = position;
    if (position < lowest) lowest = position;
  }
  const at = chosen === Number.NEGATIVE_INFINITY ? lowest : chosen;
  let [total, count] = [0, 0];
  positions.forEach((position, i) => {
    if (position !== at) return;
    total += values[i]!;
    count++;
  });
  return total / count;
}
