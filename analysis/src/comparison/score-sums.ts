import type { Domains } from "../estimation/index.ts";
import type { ScoreSpace } from "./score-space.ts";
import { type ScoredDomain, type ScoreSums, scoredDomain } from "./scored-domain.ts";

/**
 * Figures of domains from weighted scores by row, for whatever is no ratio of totals: the scores are stretched so that
 * their variance is that of the figure as it was estimated.
 *
 * @param scores by row: how the figure of the row's domain hangs on it, times its weight; up to a factor by domain
 * @returns with the factors; undefined where a figure has no error
 */
export function stretchedDomains(
  scores: Float64Array,
  { of, count }: Domains,
  figures: readonly Figure[],
  space: ScoreSpace,
): (StretchedDomain | undefined)[] {
  const sums = sumsOfScores(scores, { of, count }, space);
  return figures.map(({ value, standardError }, domain) => {
    const raw = scoredDomain(value ?? Number.NaN, sums[domain]!, space);
    const factor = (standardError ?? Number.NaN) / Math.sqrt(raw.variance);
    if (value === null || !Number.isFinite(factor)) return undefined;
    const by = (numbers: Float64Array) => numbers.map((one) => factor * one);
    return {
      value,
      factor,
      variance: factor * factor * raw.variance,
      explained: by(raw.explained),
      crossed: by(raw.crossed),
      squared: by(raw.squared),
      left: by(raw.left),
      mean: factor * raw.mean,
    };
  });
}

/** What is known of a figure. */
export interface Figure {
  readonly value: number | null;
  readonly standardError: number | null;
}

export interface StretchedDomain extends ScoredDomain {
  /** By which the scores were multiplied. */
  readonly factor: number;
}

function sumsOfScores(scores: Float64Array, { of, count }: Domains, space: ScoreSpace): ScoreSums[] {
  const { strata, slotsOfRow, columnsOfSlot, toFit, toCross } = space;
  const strataCount = strata.sampled.length;
  const [squares, byStratum] = [new Float64Array(count), new Float64Array(count * strataCount)];
  const width = 2 * columnsOfSlot.length;
  const bySlot = new Float64Array(count * width);
  for (let row = 0; row < of.length; row++) {
    const [score, domain] = [scores[row]!, of[row]!];
    if (domain < 0 || score === 0) continue;
    const stratum = strata.of[row]!;
    byStratum[domain * strataCount + stratum]! += score;
    squares[domain]! += strata.scale[stratum]! * score * score;
    const [fit, cross] = [toFit[row]! * score, toCross[row]! * score];
    for (let bundle = 0; bundle < slotsOfRow.length; bundle++) {
      const at = domain * width + 2 * slotsOfRow[bundle]![row]!;
      bySlot[at]! += fit;
      bySlot[at + 1]! += cross;
    }
  }
  return Array.from({ length: count }, (_, domain) => ({
    ...bothByColumn(bySlot.subarray(domain * width, (domain + 1) * width), space),
    byStratum: byStratum.subarray(domain * strataCount, (domain + 1) * strataCount),
    squares: squares[domain]!,
  }));
}

/** From two sums by slot, side by side, to two by category. */
export function bothByColumn(
  bySlot: Float64Array,
  { columnsOfSlot, width }: ScoreSpace,
): Pick<ScoreSums, "fitted" | "crossed"> {
  const [fitted, crossed] = [new Float64Array(width), new Float64Array(width)];
  columnsOfSlot.forEach((columns, slot) => {
    for (const column of columns) {
      fitted[column]! += bySlot[2 * slot]!;
      crossed[column]! += bySlot[2 * slot + 1]!;
    }
  });
  return { fitted, crossed };
}

/** By domain: Σ scale · s·s' of its scores and those of a figure that holds all of it, before either is stretched. */
export function sharedScores(
  scores: Float64Array,
  others: Float64Array,
  { of, count }: Domains,
  { strata }: ScoreSpace,
): Float64Array {
  const shared = new Float64Array(count);
  for (let row = 0; row < of.length; row++) {
    const domain = of[row]!;
    if (domain >= 0) shared[domain]! += strata.scale[strata.of[row]!]! * scores[row]! * others[row]!;
  }
  return shared;
}
