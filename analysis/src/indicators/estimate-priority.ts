import type { Design } from "../design/index.ts";
import {
  answeredRows,
  type CellsOfRows,
  type CrossedCells,
  cellPicker,
  type Domains,
  type Estimate,
  elementProducts,
  elementSampleOf,
  freedomOf,
  inEachCrossing,
  picked,
  scoreVariancesOf,
  tInterval,
  tQuantile,
} from "../estimation/index.ts";
import type { CellCounts, Marks } from "./counted-cells.ts";
import { type NeedAnswers, type Ratings, ratingsOf } from "./need-answers.ts";

/**
 * Importance–performance: of each need the mean importance, of those who answered both, times the share for whom it is
 * not met, of those among them who needed it, 0 to 100. What nobody needed is lacked by nobody. The headline is the
 * mean over the needs.
 *
 * @param base by row: 1 for who answered about any need
 * @source Martilla & James (1977), Importance-Performance Analysis, Journal of Marketing 41(1)
 */
export function estimatePriority(answers: readonly NeedAnswers[], base: Marks["base"], design: Design) {
  const { degreesOfFreedom } = freedomOf(design);
  const productsIn = ofOneNeed(answers, design) ?? ofMeanOverNeeds(answers, base, design);
  return (cells: CrossedCells, counts: readonly CellCounts[]): Estimate[] => {
    const { values, variances } = productsIn(cells);
    return counts.map((own, cell) => estimateOf(values[cell]!, variances[cell]!, own, degreesOfFreedom));
  };
}

/** Undefined for several needs, and where variances do not follow from sums. */
function ofOneNeed(answers: readonly NeedAnswers[], design: Design) {
  const sample = elementSampleOf(design);
  const [need, another] = answers;
  if (!sample || !need || another) return undefined;
  return elementProducts(sample, need.importance, need.unmet);
}

/** Crossing by crossing, each row with its score. */
function ofMeanOverNeeds(answers: readonly NeedAnswers[], base: Marks["base"], design: Design) {
  const { weights } = design;
  const { rows } = answeredRows(weights, {}, (row) => base[row] === 1);
  const variancesIn = scoreVariancesOf(design)(rows);
  const people = { weights: picked(weights, rows), answers: answers.map((one) => ratingsOf(one, rows)) };
  const cellsIn = cellPicker(rows);
  const productsIn = (domains: Domains) => {
    const cells = cellsIn(domains);
    const everyone = sumByCell(null, null, people.weights, cells);
    const moments = people.answers.map((one) => momentsIn(one, people.weights, cells, everyone));
    return variancesIn(scoresOf(people, moments, cells), domains).map((variance, cell) => ({
      value: meanOverNeeds(moments, cell),
      variance,
    }));
  };
  return (crossings: CrossedCells) => {
    const products = inEachCrossing(crossings, productsIn);
    return {
      values: Float64Array.from(products, ({ value }) => value),
      variances: products.map(({ variance }) => variance),
    };
  };
}

function estimateOf(
  value: number,
  variance: number | NonNullable<Estimate["reason"]>,
  { eligible, households: respondents }: CellCounts,
  degreesOfFreedom: number,
): Estimate {
  const reason = whyNot(eligible, respondents, value, variance);
  const context = {
    degreesOfFreedom,
    respondents,
    effectiveRespondents: null,
    designEffect: null,
    itemNonresponse: 0,
  };
  if (reason || typeof variance === "string")
    return {
      value: null,
      standardError: null,
      interval: null,
      ...context,
      reason: reason ?? "not-estimable",
    };
  const standardError = Math.sqrt(variance);
  const interval = between0And100(tInterval(value, standardError, tQuantile(degreesOfFreedom)));
  return { value, standardError, interval, ...context };
}

/** By cell: mean importance and unmet share, with the weighted numbers of people they rest on. */
interface Moments {
  readonly total: Float64Array;
  readonly mean: Float64Array;
  readonly concerned: Float64Array;
  readonly share: Float64Array;
}

function momentsIn(
  { answered, important, importance, concerned, unmet }: Ratings,
  weights: Float64Array,
  cells: CellsOfRows,
  everyone: Float64Array,
): Moments {
  const total = answered ? sumByCell(answered, null, weights, cells) : everyone;
  const inNeed = sumByCell(concerned, null, weights, cells);
  const without = sumByCell(concerned, unmet, weights, cells);
  return {
    total,
    mean: sumByCell(important, importance, weights, cells).map((sum, cell) => sum / total[cell]!),
    concerned: inNeed,
    share: without.map((sum, cell) => (inNeed[cell] === 0 ? 0 : sum / inNeed[cell]!)),
  };
}

/** Σ w, or Σ w y, of some people (null: of all) by cell. */
function sumByCell(
  places: Int32Array | null,
  values: Float64Array | null,
  weights: Float64Array,
  { of, count }: CellsOfRows,
): Float64Array {
  const sums = new Float64Array(count);
  const length = places?.length ?? weights.length;
  for (let i = 0; i < length; i++) {
    const place = places ? places[i]! : i;
    const cell = of[place]!;
    if (cell >= 0) sums[cell]! += values ? weights[place]! * values[i]! : weights[place]!;
  }
  return sums;
}

function meanOverNeeds(moments: readonly Moments[], cell: number): number {
  return moments.reduce((sum, { mean, share }) => sum + (mean[cell]! * share[cell]!) / moments.length, 0);
}

/** Weighted scores of the mean over needs of a product, each row with the moments of its cell. */
function scoresOf(
  { answers, weights }: { readonly answers: readonly Ratings[]; readonly weights: Float64Array },
  moments: readonly Moments[],
  { of, count }: CellsOfRows,
): Float64Array {
  const scores = new Float64Array(weights.length);
  const add = (part: ScorePart) => addScores(scores, part, { weights, of, needs: answers.length });
  const ofEveryone = new Float64Array(count);
  answers.forEach(({ answered, important, importance, concerned, unmet }, need) => {
    const { total, mean, concerned: inNeed, share } = moments[need]!;
    const perPoint = share.map((one, cell) => one / total[cell]!);
    const perPerson = mean.map((one, cell) => one / inNeed[cell]!);
    const constant = perPoint.map((one, cell) => -mean[cell]! * one);
    if (answered) add({ places: answered, values: null, less: null, by: constant });
    else for (let cell = 0; cell < count; cell++) ofEveryone[cell]! += constant[cell]!;
    add({ places: important, values: importance, less: null, by: perPoint });
    add({ places: concerned, values: unmet, less: share, by: perPerson });
  });
  add({ places: null, values: null, less: null, by: ofEveryone });
  return scores;
}

/** What some people (null: all) add to the scores: `by` of their cell, times their value less that of the cell. */
interface ScorePart {
  readonly places: Int32Array | null;
  readonly values: Float64Array | null;
  readonly less: Float64Array | null;
  readonly by: Float64Array;
}

function addScores(
  scores: Float64Array,
  { places, values, less, by }: ScorePart,
  {
    weights,
    of,
    needs,
  }: { readonly weights: Float64Array; readonly of: CellsOfRows["of"]; readonly needs: number },
): void {
  const length = places?.length ?? scores.length;
  for (let i = 0; i < length; i++) {
    const place = places ? places[i]! : i;
    const cell = of[place]!;
    if (cell < 0) continue;
    const value = values ? values[i]! - (less ? less[cell]! : 0) : 1;
    scores[place]! += (weights[place]! * (value * by[cell]!)) / needs;
  }
}

function whyNot(
  eligible: number,
  respondents: number,
  value: number,
  variance: number | Estimate["reason"],
): Estimate["reason"] {
  if (respondents === 0) return eligible > 0 ? "all-missing" : "no-respondents";
  if (Number.isNaN(value)) return "not-estimable";
  return typeof variance === "number" ? undefined : variance;
}

/** A share times a share lies between its ends; so do the limits told of it. */
function between0And100(interval: ReturnType<typeof tInterval>): ReturnType<typeof tInterval> {
  return interval && { ...interval, low: Math.max(0, interval.low), high: Math.min(100, interval.high) };
}
