import { type Columns, type Dataset, missingReasons } from "../dataset/dataset.ts";
import { askedOf, columnOf, holding, unansweredAmong } from "./answers.ts";
import type { IndicatorDefinition } from "./definition.ts";
import { drawFactors } from "./drawn.ts";
import type { Estimand, EstimandOf } from "./estimand.ts";
import { quantityOf } from "./quantities.ts";
import type { Quantity, Rule } from "./rule.ts";
import { truthsOf, variablesOfQuantity, variablesOfRule } from "./rules.ts";
import { scoreGroupedIndex, scoreIndex } from "./score-index.ts";
import { type Scored, scoredWhereKnown, scoredWithin } from "./scored.ts";
import { unknown, yes } from "./truths.ts";

/**
 * One indicator as a column: computed once, then estimated for every domain.
 * Units of `values`: proportion 0 or 1 · mean, quantile and count as answered · index 0 to its scale · net balance
 * -100, 0 or 100 · ratio 0 or 1 among the members of the denominator.
 */
export interface IndicatorScores {
  readonly indicator: IndicatorDefinition;
  /**
   * 1 for respondents of the universe who were asked; what was not asked never counts (rule M5): where nothing asked
   * was left unanswered and the score is unknown all the same, it is unknown because something was not asked.
   */
  readonly eligible: Uint8Array;
  /** 1 for eligible respondents whose answers suffice. For a ratio this includes people outside its denominator. */
  readonly usable: Uint8Array;
  /** NaN where there is no score. */
  readonly values: Float64Array;
  /** index: 1 where the score rests on some, not all, items (rule M3); null otherwise. */
  readonly prorated: Uint8Array | null;
}

/** Types whose estimate is made of one score per respondent. */
export type ScoredEstimand = Exclude<
  Estimand,
  { type: "time-to-event" | "roster-ratio" | "reach" | "priority" } | { totalOf: unknown }
>;

/** Computes the score column of an indicator over all respondents. @throws IndicatorError for an unknown variable */
export function scoreIndicator(
  indicator: IndicatorDefinition,
  estimand: ScoredEstimand,
  dataset: Dataset,
): IndicatorScores {
  return { indicator, ...scoredWithin(belongingTo(indicator, dataset), scoresOf(estimand, dataset)) };
}

/** By row: 1 for who is in the universe of an indicator and drew what it rests on; of whom it is not known, 0. */
export function belongingTo({ universe, drawn }: IndicatorDefinition, dataset: Dataset): Uint8Array {
  const belongs = universe.where ? whoFulfils(universe.where, dataset) : new Uint8Array(dataset.rows).fill(1);
  if (drawn === undefined) return belongs;
  const factors = drawFactors(drawn, dataset);
  for (let row = 0; row < belongs.length; row++) if (!(factors[row]! > 0)) belongs[row] = 0;
  return belongs;
}

/** By row: 1 for those who are known to fulfil a rule. */
function whoFulfils(rule: Rule, dataset: Columns): Uint8Array {
  const truths = truthsOf(rule, dataset);
  for (let row = 0; row < truths.length; row++) if (truths[row] !== yes) truths[row] = 0;
  return truths;
}

function scoresOf(estimand: ScoredEstimand, dataset: Columns): Scored {
  switch (estimand.type) {
    case "proportion":
      return "where" in estimand ? byRule(estimand.where, dataset) : proportion(estimand, dataset);
    case "mean":
      return "of" in estimand
        ? scaledMean(estimand, dataset)
        : number({ variable: estimand.variable }, dataset);
    case "quantile":
      return number(estimand.of, dataset);
    case "count":
      return number({ count: estimand.of, ...(estimand.known ? { known: estimand.known } : {}) }, dataset);
    case "index":
      return scoreIndex(estimand, dataset);
    case "grouped-index":
      return scoreGroupedIndex(estimand, estimand.scale ?? 100, dataset);
    case "ratio":
      return ratio(estimand, dataset);
    case "net-balance":
      return netBalance(estimand, dataset);
    default:
      return estimand satisfies never;
  }
}

const dontKnow = missingReasons.indexOf("dont-know");

function proportion(
  { variable, in: codes, keep }: Extract<EstimandOf<"proportion">, { variable: string }>,
  dataset: Columns,
): Scored {
  const column = columnOf(dataset, variable);
  const kept = keep?.includes("dont-know") ? dontKnow : 0;
  return {
    asked: askedOf(column),
    usable: column.missing.map((reason) => (reason === 0 || reason === kept ? 1 : 0)),
    values: Float64Array.from(holding(column, codes)),
    prorated: null,
  };
}

function byRule(rule: Rule, dataset: Columns): Scored {
  const truths = truthsOf(rule, dataset);
  const values = new Float64Array(truths.length);
  for (let row = 0; row < values.length; row++)
    values[row] = truths[row] === unknown ? Number.NaN : truths[row]!;
  return scoredWhereKnown(values, unansweredAmong(variablesOfRule(rule), dataset));
}

function number(of: Quantity, dataset: Columns): Scored {
  return scoredWhereKnown(quantityOf(of, dataset), unansweredAmong(variablesOfQuantity(of), dataset));
}

/** S1: on 0 to 100 between the ends of the scale. */
function scaledMean({ of, scale }: Extract<EstimandOf<"mean">, { of: unknown }>, dataset: Columns): Scored {
  const scored = number(of, dataset);
  if (!scale) return scored;
  const { minimum, maximum, reversed } = scale;
  const percent = (value: number) => (100 * (value - minimum)) / (maximum - minimum);
  return { ...scored, values: scored.values.map(reversed ? (value) => 100 - percent(value) : percent) };
}

/**
 * S6: outside the denominator there is no score, but the answers were usable. Of whom it is not known whether they
 * belong to the denominator, or inside it to the numerator, nothing is known: they are not taken for a no.
 */
function ratio(estimand: Extract<EstimandOf<"ratio">, { needs: unknown }>, dataset: Columns): Scored {
  const { numerator, denominator, needs } = estimand;
  const [over, under] = [truthsOf(numerator, dataset), truthsOf(denominator, dataset)];
  const unanswered = unansweredAmong([numerator, denominator].flatMap(variablesOfRule), dataset);
  const scored = {
    asked: new Uint8Array(dataset.rows).fill(1),
    usable: new Uint8Array(dataset.rows).fill(1),
    values: new Float64Array(dataset.rows),
    prorated: null,
  };
  for (const variable of needs) {
    const column = columnOf(dataset, variable);
    const asked = askedOf(column);
    for (let row = 0; row < dataset.rows; row++) {
      scored.asked[row]! &= asked[row]!;
      if (column.missing[row] !== 0) scored.usable[row] = 0;
    }
  }
  for (let row = 0; row < dataset.rows; row++) {
    const isKnown = under[row] !== unknown && (under[row] !== yes || over[row] !== unknown);
    if (!isKnown) scored.usable[row] = 0;
    if (!isKnown && unanswered[row] === 0) scored.asked[row] = 0;
    scored.values[row] = under[row] === yes ? over[row]! : Number.NaN;
  }
  return scored;
}

/** S5: positive 100, negative -100, everything else answered 0; the mean is the balance in points. */
function netBalance(estimand: EstimandOf<"net-balance">, dataset: Columns): Scored {
  const column = columnOf(dataset, estimand.variable);
  const [positive, negative] = [holding(column, estimand.positive), holding(column, estimand.negative)];
  const values = new Float64Array(dataset.rows);
  for (let row = 0; row < values.length; row++)
    values[row] = positive[row] === 1 ? 100 : negative[row] === 1 ? -100 : 0;
  const usable = column.missing.map((reason) => (reason === 0 ? 1 : 0));
  return { asked: askedOf(column), usable, values, prorated: null };
}
