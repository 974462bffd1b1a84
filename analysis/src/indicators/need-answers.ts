import type { Dataset } from "../dataset/dataset.ts";
import { picked } from "../estimation/index.ts";
import { columnOf, numbersOf, unansweredAmong } from "./answers.ts";
import type { IndicatorDefinition } from "./definition.ts";
import type { EstimandOf } from "./estimand.ts";
import { truthsOf, variablesOfRule } from "./rules.ts";
import { belongingTo } from "./scores.ts";
import { no, unknown, yes } from "./truths.ts";

type Need = EstimandOf<"priority">["needs"][number];

/** By row: importance 0 to 100 and 1 where the need is not met; NaN where the one or the other is missing. */
export interface NeedAnswers {
  readonly eligible: Uint8Array;
  readonly importance: Float64Array;
  /** NaN, too, for who did not need it. */
  readonly unmet: Float64Array;
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
  const ratings = numbersOf(columnOf(dataset, importance.variable));
  const isMet = truthsOf(met, dataset);
  const needs = needed && truthsOf(needed, dataset);
  const read = [importance.variable, ...variablesOfRule(met), ...(needed ? variablesOfRule(needed) : [])];
  const unanswered = unansweredAmong(read, dataset);
  const { minimum, maximum } = importance;
  const eligible = new Uint8Array(dataset.rows);
  const unmet = new Float64Array(dataset.rows).fill(Number.NaN);
  for (let row = 0; row < dataset.rows; row++) {
    const needsIt = needs ? needs[row]! : yes;
    const isKnown = needsIt === no || (needsIt === yes && isMet[row] !== unknown);
    const isComplete = belongs[row] === 1 && isKnown && !Number.isNaN(ratings[row]!);
    if (isComplete || (belongs[row] === 1 && unanswered[row]! > 0)) eligible[row] = 1;
    ratings[row] = isComplete ? (100 * (ratings[row]! - minimum)) / (maximum - minimum) : Number.NaN;
    if (isComplete && needsIt === yes) unmet[row] = isMet[row] === yes ? 0 : 1;
  }
  return { eligible, importance: ratings, unmet };
}

/** Asked about any of the needs; answered about any. */
export function countedIn(answers: readonly NeedAnswers[]) {
  const rows = answers[0]?.eligible.length ?? 0;
  const [eligible, base] = [new Uint8Array(rows), new Uint8Array(rows)];
  for (const one of answers)
    for (let row = 0; row < rows; row++) {
      if (one.eligible[row] === 1) eligible[row] = 1;
      if (!Number.isNaN(one.importance[row]!)) base[row] = 1;
    }
  return { eligible, usable: base, base };
}

/** The answers about one need among people who answered about any; most people say of most needs that they have none. */
export interface Ratings {
  /** Who answered about it; null: everyone. */
  readonly answered: Int32Array | null;
  /** To whom it is important at all, with the importance. */
  readonly important: Int32Array;
  readonly importance: Float64Array;
  /** Who needed it, with 1 where it is not met. */
  readonly concerned: Int32Array;
  readonly unmet: Float64Array;
}

export function ratingsOf({ importance, unmet }: NeedAnswers, rows: Int32Array): Ratings {
  const own = { importance: picked(importance, rows), unmet: picked(unmet, rows) };
  const answered = placesWhere(own.importance, (value) => !Number.isNaN(value));
  const important = placesWhere(own.importance, (value) => value !== 0 && !Number.isNaN(value));
  const concerned = placesWhere(own.unmet, (value) => !Number.isNaN(value));
  return {
    answered: answered.length === rows.length ? null : answered,
    important,
    importance: picked(own.importance, important),
    concerned,
    unmet: picked(own.unmet, concerned),
  };
}

function placesWhere(values: Float64Array, is: (value: number) => boolean): Int32Array {
  const places = new Int32Array(values.length);
  let count = 0;
  for (let place = 0; place < values.length; place++) if (is(values[place]!)) places[count++] = place;
  return places.slice(0, count);
}
