import type { Dataset } from "../dataset/dataset.ts";
import { logitInterval, ratiosInCells, tInterval } from "../estimation/index.ts";
import type { IndicatorDefinition } from "./definition.ts";
import type { EstimandOf } from "./estimand.ts";
import { type IndicatorEstimatesIn, type People, withCounts } from "./measured.ts";
import { quantityOf } from "./quantities.ts";
import { unansweredAmong, variablesOfQuantity } from "./rules.ts";
import { belongingTo } from "./scores.ts";

/** Two numbers per respondent whose weighted totals are divided; NaN where one of them is missing. */
export interface Totals {
  readonly eligible: Uint8Array;
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
}

/** S6 over numbers: the ratio of two weighted totals of those who gave both. */
export function estimateRatioOfTotals(
  indicator: IndicatorDefinition,
  estimand: RatioOfTotals,
  { dataset, design }: People,
): IndicatorEstimatesIn {
  const totals = totalsOf(indicator, estimand, dataset);
  const base = answeredIn(totals);
  const marks = { eligible: totals.eligible, usable: base, base, numerator: null, prorated: null };
  return withCounts(design, marks, ratiosOf(totals, design, tInterval));
}

/** S6 over members of lists, of which each respondent brings the totals: a share whose base is members. */
export function estimateShareOfMembers(totals: Totals, { design }: People): IndicatorEstimatesIn {
  const { eligible, numerator, denominator } = totals;
  const marks = {
    eligible,
    usable: answeredIn(totals),
    base: zeroForNone(denominator),
    numerator: zeroForNone(numerator),
    prorated: null,
  };
  return withCounts(design, marks, ratiosOf(totals, design, logitInterval));
}

function ratiosOf(
  { eligible, numerator, denominator }: Totals,
  design: People["design"],
  interval: Parameters<typeof ratiosInCells>[2],
) {
  const ratio = {
    numerator: { values: numerator, eligible },
    denominator: { values: denominator, eligible },
  };
  return ratiosInCells(design, ratio, interval);
}

type RatioOfTotals = Extract<EstimandOf<"ratio">, { totalOf: unknown }>;

export function totalsOf(
  indicator: IndicatorDefinition,
  { totalOf, perTotalOf }: RatioOfTotals,
  dataset: Dataset,
): Totals {
  const belongs = belongingTo(indicator, dataset);
  const unanswered = unansweredAmong([totalOf, perTotalOf].flatMap(variablesOfQuantity), dataset);
  const [over, under] = [quantityOf(totalOf, dataset), quantityOf(perTotalOf, dataset)];
  const eligible = new Uint8Array(dataset.rows);
  const [numerator, denominator] = [
    new Float64Array(dataset.rows).fill(Number.NaN),
    new Float64Array(dataset.rows).fill(Number.NaN),
  ];
  for (let row = 0; row < dataset.rows; row++) {
    if (!belongs(row)) continue;
    numerator[row] = over(row);
    denominator[row] = under(row);
    const known = !Number.isNaN(numerator[row]! + denominator[row]!);
    eligible[row] = known || unanswered(row) > 0 ? 1 : 0;
  }
  return { eligible, numerator, denominator };
}

function answeredIn({ numerator, denominator }: Totals): Uint8Array {
  return Uint8Array.from(numerator, (over, row) => (Number.isNaN(over + denominator[row]!) ? 0 : 1));
}

function zeroForNone(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? 0 : value));
}
