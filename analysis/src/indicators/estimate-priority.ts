import type { Dataset } from "../dataset/dataset.ts";
import {
  type Arrangement,
  type Estimate,
  type Estimator,
  estimateFrom,
  rowsInDomain,
  tInterval,
  tQuantile,
} from "../estimation/index.ts";
import type { IndicatorDefinition } from "./definition.ts";
import type { EstimandOf } from "./estimand.ts";
import type { EvaluatedIndicator, Ground, InDomains, IndicatorEstimate } from "./evaluate.ts";
import { countMarked, inDomains } from "./in-domains.ts";
import { columnOf, numbersOf, truthOf, unansweredAmong, variablesOfRule } from "./rules.ts";
import { belongingTo } from "./scores.ts";

type Need = EstimandOf<"priority">["needs"][number];

/** By row: importance 0 to 100 and 1 where the need is not met; NaN where the one or the other is missing. */
export interface Answers {
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
export function estimatePriority(
  indicator: IndicatorDefinition,
  { needs }: EstimandOf<"priority">,
  ground: Ground,
): Omit<EvaluatedIndicator, "indicator"> {
  const answers = needs.map((need) => answersTo(need, indicator, ground.dataset));
  const parts = needs.map(({ id, label }, i) => ({
    id,
    label,
    ...estimated(answers.slice(i, i + 1), ground),
  }));
  return { ...estimated(answers, ground), parts };
}

export function answersTo(
  { importance, needed, met }: Need,
  indicator: IndicatorDefinition,
  dataset: Dataset,
): Answers {
  const belongs = belongingTo(indicator, dataset);
  const column = columnOf(dataset, importance.variable);
  const [number, holds] = [numbersOf(column), truthOf(met, dataset)];
  const needs = needed ? truthOf(needed, dataset) : () => true;
  const read = [importance.variable, ...variablesOfRule(met), ...(needed ? variablesOfRule(needed) : [])];
  const unanswered = unansweredAmong(read, dataset);
  const { minimum, maximum } = importance;
  const rows = Array.from({ length: dataset.rows }, (_, row) => {
    const [value, needsIt, isMet] = [number(row), needs(row), holds(row)];
    const known = needsIt === false || (needsIt === true && isMet !== undefined);
    const complete = belongs(row) && !Number.isNaN(value) && known;
    const eligible = complete || (belongs(row) && unanswered(row) > 0);
    const percent = complete ? (100 * (value - minimum)) / (maximum - minimum) : Number.NaN;
    return { eligible, percent, unmet: complete && needsIt ? Number(!isMet) : Number.NaN };
  });
  return {
    eligible: Uint8Array.from(rows, ({ eligible }) => Number(eligible)),
    importance: Float64Array.from(rows, ({ percent }) => percent),
    unmet: Float64Array.from(rows, ({ unmet }) => unmet),
  };
}

function estimated(answers: readonly Answers[], ground: Ground): InDomains {
  const estimator = meanPriority(answers);
  const asked = Uint8Array.from({ length: ground.dataset.rows }, (_, row) =>
    answers.some(({ eligible }) => eligible[row] === 1) ? 1 : 0,
  );
  return inDomains(ground, (arrangement) => {
    const eligible = countMarked(asked, arrangement);
    return Array.from(eligible, (count, domain) =>
      inDomain(rowsInDomain(arrangement.domains, domain), count, estimator, arrangement),
    );
  });
}

/** Mean over needs of (mean importance × unmet share), with the scores of a product. */
function meanPriority(answers: readonly Answers[]): Estimator {
  const rows = answers[0]?.importance.length ?? 0;
  const usable = Uint8Array.from({ length: rows }, (_, row) =>
    answers.some(({ importance }) => !Number.isNaN(importance[row]!)) ? 1 : 0,
  );
  return {
    names: ["priority"],
    usable,
    valueAt: (weights) =>
      Float64Array.of(
        answers.reduce((sum, one) => {
          const { mean, share } = momentsOf(one, weights);
          return sum + (mean * share) / answers.length;
        }, 0),
      ),
    scoresAt: (weights) => {
      const scores = new Float64Array(rows);
      for (const one of answers) addScores(one, weights, answers.length, scores);
      return [scores];
    },
  };
}

/** Mean importance and unmet share, with the weighted numbers of people they rest on. */
function momentsOf({ importance, unmet }: Answers, weights: Float64Array) {
  let [total, important, concerned, without] = [0, 0, 0, 0];
  for (let row = 0; row < importance.length; row++) {
    if (Number.isNaN(importance[row]!)) continue;
    total += weights[row]!;
    important += weights[row]! * importance[row]!;
    if (Number.isNaN(unmet[row]!)) continue;
    concerned += weights[row]!;
    without += weights[row]! * unmet[row]!;
  }
  return { total, mean: important / total, concerned, share: concerned === 0 ? 0 : without / concerned };
}

function addScores(one: Answers, weights: Float64Array, needs: number, scores: Float64Array): void {
  const { total, mean, concerned, share } = momentsOf(one, weights);
  for (let row = 0; row < scores.length; row++) {
    const [importance, unmet] = [one.importance[row]!, one.unmet[row]!];
    if (weights[row] === 0 || Number.isNaN(importance)) continue;
    const ofShare = Number.isNaN(unmet) ? 0 : ((unmet - share) * mean) / concerned;
    scores[row]! += (((importance - mean) * share) / total + ofShare) / needs;
  }
}

function inDomain(
  within: Uint8Array,
  eligible: number,
  estimator: Estimator,
  arrangement: Arrangement,
): IndicatorEstimate {
  const found = estimateFrom(arrangement.design, estimator, { within });
  const [value = Number.NaN, variance = Number.NaN] = [found.values[0], found.covariance[0]?.[0]];
  const reason = eligible > 0 && found.respondents === 0 ? "all-missing" : found.reason;
  const context = {
    degreesOfFreedom: arrangement.degreesOfFreedom,
    respondents: found.respondents,
    effectiveRespondents: null,
    designEffect: null,
    itemNonresponse: eligible === 0 ? 0 : 1 - found.respondents / eligible,
  };
  const standardError = Math.sqrt(variance);
  const estimate: Estimate =
    reason || Number.isNaN(value)
      ? { value: null, standardError: null, interval: null, ...context, reason: reason ?? "not-estimable" }
      : {
          value,
          standardError,
          interval: between0And100(tInterval(value, standardError, tQuantile(arrangement.degreesOfFreedom))),
          ...context,
        };
  return { estimate, eligible, prorated: null };
}

/** A share times a share lies between its ends; so do the limits told of it. */
function between0And100(interval: ReturnType<typeof tInterval>): ReturnType<typeof tInterval> {
  return interval && { ...interval, low: Math.max(0, interval.low), high: Math.min(100, interval.high) };
}
