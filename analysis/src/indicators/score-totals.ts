import type { Dataset } from "../dataset/dataset.ts";
import type { IndicatorDefinition } from "./definition.ts";
import type { EstimandOf } from "./estimand.ts";
import { quantityOf } from "./quantities.ts";
import { unansweredAmong, variablesOfQuantity } from "./rules.ts";
import { belongingTo } from "./scores.ts";

/** Two numbers per respondent whose weighted totals are divided; NaN where one of them is missing. */
export interface Totals {
  readonly eligible: Uint8Array;
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
}

type RatioOfTotals = Extract<EstimandOf<"ratio">, { totalOf: unknown }>;

/** S6 over numbers: those who gave both. */
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
