import { type Column, type Dataset, missingReasons } from "../dataset/dataset.ts";
import type { IndicatorDefinition } from "./definition.ts";
import { columnOf, holdsOneOf, membership, numbersOf } from "./rules.ts";

type Estimand = IndicatorDefinition["estimand"];
type EstimandOf<Type extends Estimand["type"]> = Extract<Estimand, { type: Type }>;

/**
 * One indicator as a column: computed once, then estimated for every domain.
 * Units of `values`: proportion 0 or 1 · mean as answered · index 0 to 100 · net balance -100, 0 or 100 ·
 * ratio 0 or 1 among the members of the denominator.
 */
export interface IndicatorScores {
  readonly indicator: IndicatorDefinition;
  /** 1 for respondents of the universe who were asked; what was not asked never counts (rule M5). */
  readonly eligible: Uint8Array;
  /** 1 for eligible respondents whose answers suffice. For a ratio this includes people outside its denominator. */
  readonly usable: Uint8Array;
  /** NaN where there is no score. */
  readonly values: Float64Array;
  /** index: 1 where the score rests on some, not all, items (rule M3); null otherwise. */
  readonly prorated: Uint8Array | null;
}

/** What one respondent's row amounts to. */
interface Scored {
  /** False: routing or an older version left the question out. */
  asked: boolean;
  usable: boolean;
  value: number;
  prorated: boolean;
}
type Scorer = (row: number) => Scored;

/** Computes the score column of an indicator over all respondents. @throws IndicatorError for an unknown variable */
export function scoreIndicator(indicator: IndicatorDefinition, dataset: Dataset): IndicatorScores {
  const belongs = indicator.universe.where ? membership(indicator.universe.where, dataset) : () => true;
  const score = scorerOf(indicator.estimand, dataset);
  const isIndex = indicator.estimand.type === "index";
  const eligible = new Uint8Array(dataset.rows);
  const usable = new Uint8Array(dataset.rows);
  const prorated = isIndex ? new Uint8Array(dataset.rows) : null;
  const values = new Float64Array(dataset.rows).fill(Number.NaN);
  for (let row = 0; row < dataset.rows; row++) {
    if (!belongs(row)) continue;
    const scored = score(row);
    if (!scored.asked) continue;
    eligible[row] = 1;
    if (!scored.usable) continue;
    usable[row] = 1;
    values[row] = scored.value;
    if (prorated && scored.prorated) prorated[row] = 1;
  }
  return { indicator, eligible, usable, values, prorated };
}

function scorerOf(estimand: Estimand, dataset: Dataset): Scorer {
  switch (estimand.type) {
    case "proportion":
      return proportion(estimand, dataset);
    case "mean":
      return mean(estimand, dataset);
    case "index":
      return index(estimand, dataset);
    case "ratio":
      return ratio(estimand, dataset);
    case "net-balance":
      return netBalance(estimand, dataset);
    default:
      return estimand satisfies never;
  }
}

const notAskedReasons = ["not-asked", "not-in-version"];
const unasked = missingReasons.map((reason) => notAskedReasons.includes(reason));
const dontKnow = missingReasons.indexOf("dont-know");

const wasAsked = (column: Column, row: number) => !unasked[column.missing[row] ?? 0];
const isAnswered = (column: Column, row: number) => column.missing[row] === 0;

function proportion(estimand: EstimandOf<"proportion">, dataset: Dataset): Scorer {
  const column = columnOf(dataset, estimand.variable);
  const counted = holdsOneOf(column, estimand.in);
  const keepsDontKnow = estimand.keep?.includes("dont-know") ?? false;
  return (row) => ({
    asked: wasAsked(column, row),
    usable: isAnswered(column, row) || (keepsDontKnow && column.missing[row] === dontKnow),
    value: counted(row) ? 1 : 0,
    prorated: false,
  });
}

function mean(estimand: EstimandOf<"mean">, dataset: Dataset): Scorer {
  const column = columnOf(dataset, estimand.variable);
  const number = numbersOf(column);
  return (row) => {
    const value = number(row);
    return { asked: wasAsked(column, row), usable: !Number.isNaN(value), value, prorated: false };
  };
}

/** S1 (percent of maximum possible) over the answered items, each item first put on 0 to 100. */
function index(estimand: EstimandOf<"index">, dataset: Dataset): Scorer {
  const items = estimand.items.map(({ variable, minimum, maximum, reversed }) => {
    const column = columnOf(dataset, variable);
    const number = numbersOf(column);
    const percent = (row: number) => (100 * (number(row) - minimum)) / (maximum - minimum);
    return { column, percent: reversed ? (row: number) => 100 - percent(row) : percent };
  });
  return (row) => {
    let asked = false;
    let answered = 0;
    let sum = 0;
    for (const { column, percent } of items) {
      if (wasAsked(column, row)) asked = true;
      const score = percent(row);
      if (Number.isNaN(score)) continue;
      answered++;
      sum += score;
    }
    const usable = answered >= estimand.atLeast;
    return { asked, usable, value: sum / answered, prorated: usable && answered < items.length };
  };
}

/** S6: outside the denominator there is no score, but the answers were usable. */
function ratio(estimand: EstimandOf<"ratio">, dataset: Dataset): Scorer {
  const inNumerator = membership(estimand.numerator, dataset);
  const inDenominator = membership(estimand.denominator, dataset);
  const needed = estimand.needs.map((variable) => columnOf(dataset, variable));
  return (row) => {
    const asked = needed.every((column) => wasAsked(column, row));
    const usable = needed.every((column) => isAnswered(column, row));
    const value = inDenominator(row) ? Number(inNumerator(row)) : Number.NaN;
    return { asked, usable, value, prorated: false };
  };
}

/** S5: positive 100, negative -100, everything else answered 0; the mean is the balance in points. */
function netBalance(estimand: EstimandOf<"net-balance">, dataset: Dataset): Scorer {
  const column = columnOf(dataset, estimand.variable);
  const isPositive = holdsOneOf(column, estimand.positive);
  const isNegative = holdsOneOf(column, estimand.negative);
  return (row) => ({
    asked: wasAsked(column, row),
    usable: isAnswered(column, row),
    value: isPositive(row) ? 100 : isNegative(row) ? -100 : 0,
    prorated: false,
  });
}
