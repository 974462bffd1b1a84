import type { Dataset } from "../dataset/dataset.ts";
import { unansweredAmong } from "./answers.ts";
import type { IndicatorDefinition } from "./definition.ts";
import type { EstimandOf } from "./estimand.ts";
import { quantityOf } from "./quantities.ts";
import { variablesOfQuantity } from "./rules.ts";
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
  const [numerator, denominator] = [quantityOf(totalOf, dataset), quantityOf(perTotalOf, dataset)];
  const eligible = new Uint8Array(dataset.rows);
  for (let row = 0; row < dataset.rows; row++) {
    if (belongs[row] === 0) numerator[row] = denominator[row] = Number.NaN;
    else if (!Number.isNaN(numerator[row]! + denominator[row]!) || unanswered[row]! > 0) eligible[row] = 1;
  }
  return { eligible, numerator, denominator };
}
