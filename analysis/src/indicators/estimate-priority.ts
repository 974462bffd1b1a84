import type { Dataset } from "../dataset/dataset.ts";
import {
  answeredRows,
  type CellsOfRows,
  type Estimate,
  freedomOf,
  picked,
  pickedCells,
  scoreVariancesOf,
  tInterval,
  tQuantile,
} from "../estimation/index.ts";
import type { IndicatorDefinition } from "./definition.ts";
import type { EstimandOf } from "./estimand.ts";
import { type IndicatorEstimatesIn, type People, withCounts } from "./measured.ts";
import { columnOf, numbersOf, truthOf, unansweredAmong, variablesOfRule } from "./rules.ts";
import { belongingTo } from "./scores.ts";

type Need = EstimandOf<"priority">["needs"][number];

/** By row: importance 0 to 100 and 1 where the need is not met; NaN where the one or the other is missing. */
export interface NeedAnswers {
  readonly eligible: Uint8Array;
  readonly importance: Float64Array;
  /** NaN, too, for who did not need it. */
  readonly unmet: Float64Array;
}

/**
 * Importance–performance: of each need the mean importance, of those who answered both, times the share for whom it is
 * not met, of those among them who needed it, 0 to 100. What nobody needed is lacked by nobody. The headline is the
 * mean over the needs.
 *
 * @source Martilla & James (1977), Importance-Performance Analysis, Journal of Marketing 41(1)
 */
export function estimatePriority(answers: readonly NeedAnswers[], { design }: People): IndicatorEstimatesIn {
  const { weights } = design;
  const marks = { ...countedIn(answers, weights.length), numerator: null, prorated: null };
  const { rows } = answeredRows(weights, {}, (row) => marks.base[row] === 1);
  const [variancesIn, { degreesOfFreedom }] = [scoreVariancesOf(design)(rows), freedomOf(design)];
  const people = { weights: picked(weights, rows), answers: answers.map((one) => answersOf(one, rows)) };
  return withCounts(design, marks, (domains, counts) => {
    const cells = pickedCells(domains, rows);
    const moments = people.answers.map((one) => momentsIn(one, people.weights, cells));
    return variancesIn(scoresOf(people, moments, cells), cells).map((variance, cell): Estimate => {
      const { eligible, households: respondents } = counts[cell]!;
      const value = meanOverNeeds(moments, cell);
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
    });
  });
}

/** Asked about any of the needs; answered about any. */
function countedIn(answers: readonly NeedAnswers[], rows: number) {
  const [eligible, base] = [new Uint8Array(rows), new Uint8Array(rows)];
  for (const one of answers)
    for (let row = 0; row < rows; row++) {
      if (one.eligible[row] === 1) eligible[row] = 1;
      if (!Number.isNaN(one.importance[row]!)) base[row] = 1;
    }
  return { eligible, usable: base, base };
}

type Ratings = Pick<NeedAnswers, "importance" | "unmet">;

function answersOf({ importance, unmet }: NeedAnswers, rows: Int32Array): Ratings {
  return { importance: picked(importance, rows), unmet: picked(unmet, rows) };
}

/** The answers about each need, in the order of the needs. */
export function answersToNeeds(
  indicator: IndicatorDefinition,
  { needs }: EstimandOf<"priority">,
  dataset: Dataset,
): NeedAnswers[] {
  return needs.map((need) => answersTo(need, indicator, dataset));
}

function answersTo(
  { importance, needed, met }: Need,
  indicator: IndicatorDefinition,
  dataset: Dataset,
): NeedAnswers {
  const belongs = belongingTo(indicator, dataset);
  const column = columnOf(dataset, importance.variable);
  const [number, holds] = [numbersOf(column), truthOf(met, dataset)];
  const needs = needed ? truthOf(needed, dataset) : () => true;
  const read = [importance.variable, ...variablesOfRule(met), ...(needed ? variablesOfRule(needed) : [])];
  const unanswered = unansweredAmong(read, dataset);
  const { minimum, maximum } = importance;
  const eligible = new Uint8Array(dataset.rows);
  const percent = new Float64Array(dataset.rows).fill(Number.NaN);
  const unmet = new Float64Array(dataset.rows).fill(Number.NaN);
  for (let row = 0; row < dataset.rows; row++) {
    if (!belongs(row)) continue;
    const [value, needsIt, isMet] = [number(row), needs(row), holds(row)];
    const known = needsIt === false || (needsIt === true && isMet !== undefined);
    const complete = known && !Number.isNaN(value);
    if (complete || unanswered(row) > 0) eligible[row] = 1;
    if (!complete) continue;
    percent[row] = (100 * (value - minimum)) / (maximum - minimum);
    if (needsIt) unmet[row] = Number(!isMet);
  }
  return { eligible, importance: percent, unmet };
}

/** By cell: mean importance and unmet share, with the weighted numbers of people they rest on. */
interface Moments {
  readonly total: Float64Array;
  readonly mean: Float64Array;
  readonly concerned: Float64Array;
  readonly share: Float64Array;
}

function momentsIn(
  { importance, unmet }: Ratings,
  weights: Float64Array,
  { of, count }: CellsOfRows,
): Moments {
  const sums = () => new Float64Array(count);
  const [total, important, concerned, without] = [sums(), sums(), sums(), sums()];
  for (let i = 0; i < weights.length; i++) {
    const cell = of[i]!;
    if (cell < 0 || Number.isNaN(importance[i]!)) continue;
    const weight = weights[i]!;
    total[cell]! += weight;
    important[cell]! += weight * importance[i]!;
    if (Number.isNaN(unmet[i]!)) continue;
    concerned[cell]! += weight;
    without[cell]! += weight * unmet[i]!;
  }
  return {
    total,
    mean: important.map((sum, cell) => sum / total[cell]!),
    concerned,
    share: without.map((sum, cell) => (concerned[cell] === 0 ? 0 : sum / concerned[cell]!)),
  };
}

function meanOverNeeds(moments: readonly Moments[], cell: number): number {
  return moments.reduce((sum, { mean, share }) => sum + (mean[cell]! * share[cell]!) / moments.length, 0);
}

/** Weighted scores of the mean over needs of a product, each row with the moments of its cell. */
function scoresOf(
  { answers, weights }: { readonly answers: readonly Ratings[]; readonly weights: Float64Array },
  moments: readonly Moments[],
  { of }: CellsOfRows,
): Float64Array {
  const scores = new Float64Array(weights.length);
  answers.forEach(({ importance, unmet }, need) => {
    const { total, mean, concerned, share } = moments[need]!;
    for (let i = 0; i < scores.length; i++) {
      const cell = of[i]!;
      if (cell < 0 || Number.isNaN(importance[i]!)) continue;
      const ofMean = ((importance[i]! - mean[cell]!) * share[cell]!) / total[cell]!;
      const isConcerned = !Number.isNaN(unmet[i]!);
      const ofShare = isConcerned ? ((unmet[i]! - share[cell]!) * mean[cell]!) / concerned[cell]! : 0;
      scores[i]! += (weights[i]! * (ofMean + ofShare)) / answers.length;
    }
  });
  return scores;
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
