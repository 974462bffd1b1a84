import type { Dataset } from "../dataset/dataset.ts";
import { type Estimate, estimateRatioByDomain } from "../estimation/index.ts";
import type { IndicatorDefinition } from "./definition.ts";
import type { EstimandOf } from "./estimand.ts";
import type { Ground, InDomains } from "./evaluate.ts";
import { countMarked, inDomains } from "./in-domains.ts";
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
  ground: Ground,
): InDomains {
  return ratioOf(totalsOf(indicator, estimand, ground.dataset), ground);
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

/** The ratio of totals in every domain; `shape` may turn its interval into that of a share. */
export function ratioOf(
  { eligible, numerator, denominator }: Totals,
  ground: Ground,
  shape: (estimate: Estimate) => Estimate = (estimate) => estimate,
): InDomains {
  return inDomains(ground, (arrangement) => {
    const ratios = estimateRatioByDomain(arrangement, [
      { numerator: { values: numerator, eligible }, denominator: { values: denominator, eligible } },
    ])[0];
    const counts = countMarked(eligible, arrangement);
    return (ratios ?? []).map((estimate, domain) => ({
      estimate: shape(estimate),
      eligible: counts[domain] ?? 0,
      prorated: null,
    }));
  });
}
