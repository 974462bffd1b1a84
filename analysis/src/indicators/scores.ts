import { type Column, type Columns, type Dataset, missingReasons, wasAsked } from "../dataset/dataset.ts";
import type { IndicatorDefinition } from "./definition.ts";
import { whoDrew } from "./drawn.ts";
import type { Estimand, EstimandOf } from "./estimand.ts";
import { type Numbers, quantityOf } from "./quantities.ts";
import {
  columnOf,
  holdsOneOf,
  membership,
  truthOf,
  unansweredAmong,
  variablesOfQuantity,
  variablesOfRule,
} from "./rules.ts";
import { scoreGroupedIndex, scoreIndex } from "./score-index.ts";
import { type Scorer, scorerBy } from "./scored.ts";

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
  const isIndex = estimand.type === "index" || estimand.type === "grouped-index";
  const columns = scoreRows(scorerOf(estimand, dataset), belongingTo(indicator, dataset), dataset.rows);
  return { indicator, ...columns, prorated: isIndex ? columns.prorated : null };
}

/** Who is in the universe of an indicator and drew what it rests on; those of whom it is not known are not. */
export function belongingTo(indicator: IndicatorDefinition, dataset: Dataset): (row: number) => boolean {
  const { where } = indicator.universe;
  const [drew, fits] = [whoDrew(indicator, dataset), where ? membership(where, dataset) : () => true];
  return (row) => drew(row) && fits(row);
}

/** A scorer over all rows of a universe. */
export function scoreRows(score: Scorer, belongs: (row: number) => boolean, rows: number) {
  const [eligible, usable, prorated] = [new Uint8Array(rows), new Uint8Array(rows), new Uint8Array(rows)];
  const values = new Float64Array(rows).fill(Number.NaN);
  for (let row = 0; row < rows; row++) {
    if (!belongs(row)) continue;
    const scored = score(row);
    if (!scored.asked) continue;
    eligible[row] = 1;
    if (!scored.usable) continue;
    usable[row] = 1;
    values[row] = scored.value;
    if (scored.prorated) prorated[row] = 1;
  }
  return { eligible, usable, values, prorated };
}

function scorerOf(estimand: ScoredEstimand, dataset: Columns): Scorer {
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
const isAnswered = (column: Column, row: number) => column.missing[row] === 0;

function proportion(
  { variable, in: codes, keep }: Extract<EstimandOf<"proportion">, { variable: string }>,
  dataset: Columns,
): Scorer {
  const column = columnOf(dataset, variable);
  const counted = holdsOneOf(column, codes);
  const keepsDontKnow = keep?.includes("dont-know") ?? false;
  return scorerBy((row, scored) => {
    scored.asked = wasAsked(column, row);
    scored.usable = isAnswered(column, row) || (keepsDontKnow && column.missing[row] === dontKnow);
    scored.value = counted(row) ? 1 : 0;
  });
}

export function byRule(rule: Parameters<typeof truthOf>[0], dataset: Columns): Scorer {
  const [unanswered, holds] = [unansweredAmong(variablesOfRule(rule), dataset), truthOf(rule, dataset)];
  return scorerBy((row, scored) => {
    const known = holds(row);
    scored.usable = known !== undefined;
    scored.asked = scored.usable || unanswered(row) > 0;
    scored.value = known ? 1 : 0;
  });
}

function number(
  of: Parameters<typeof quantityOf>[0],
  dataset: Columns,
  scaled?: (value: number) => number,
): Scorer {
  const unanswered = unansweredAmong(variablesOfQuantity(of), dataset);
  const numbers: Numbers = quantityOf(of, dataset);
  return scorerBy((row, scored) => {
    const value = numbers(row);
    scored.usable = !Number.isNaN(value);
    scored.asked = scored.usable || unanswered(row) > 0;
    scored.value = scaled ? scaled(value) : value;
  });
}

/** S1: on 0 to 100 between the ends of the scale. */
function scaledMean({ of, scale }: Extract<EstimandOf<"mean">, { of: unknown }>, dataset: Columns): Scorer {
  if (!scale) return number(of, dataset);
  const { minimum, maximum, reversed } = scale;
  const percent = (value: number) => (100 * (value - minimum)) / (maximum - minimum);
  return number(of, dataset, reversed ? (value) => 100 - percent(value) : percent);
}

/**
 * S6: outside the denominator there is no score, but the answers were usable. Of whom it is not known whether they
 * belong to the denominator, or inside it to the numerator, nothing is known: they are not taken for a no.
 */
function ratio(estimand: Extract<EstimandOf<"ratio">, { needs: unknown }>, dataset: Columns): Scorer {
  const { numerator, denominator, needs } = estimand;
  const [inNumerator, inDenominator] = [truthOf(numerator, dataset), truthOf(denominator, dataset)];
  const unanswered = unansweredAmong(
    [...variablesOfRule(numerator), ...variablesOfRule(denominator)],
    dataset,
  );
  const needed = needs.map((variable) => columnOf(dataset, variable));
  return scorerBy((row, scored) => {
    const over = inNumerator(row);
    const under = inDenominator(row);
    const known = under === false || (under === true && over !== undefined);
    scored.asked = needed.every((column) => wasAsked(column, row)) && (known || unanswered(row) > 0);
    scored.usable = known && needed.every((column) => isAnswered(column, row));
    scored.value = scored.usable && under ? Number(over) : Number.NaN;
  });
}

/** S5: positive 100, negative -100, everything else answered 0; the mean is the balance in points. */
function netBalance(estimand: EstimandOf<"net-balance">, dataset: Columns): Scorer {
  const column = columnOf(dataset, estimand.variable);
  const isPositive = holdsOneOf(column, estimand.positive);
  const isNegative = holdsOneOf(column, estimand.negative);
  return scorerBy((row, scored) => {
    scored.asked = wasAsked(column, row);
    scored.usable = isAnswered(column, row);
    scored.value = isPositive(row) ? 100 : isNegative(row) ? -100 : 0;
  });
}
