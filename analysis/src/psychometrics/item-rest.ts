import type { ItemAnswers } from "./factor-items.ts";
import { completeAnswers, correlationOf, covariancesOf } from "./item-moments.ts";
import { type NotEstimable, orNotEstimable } from "./not-estimable.ts";

export interface ItemRest {
  readonly estimable: true;
  /** By item: Pearson's correlation with the sum of the others. */
  readonly correlations: Float64Array;
  readonly respondents: number;
}

/** Correlation of each item with the sum of the other items, of those who answered all. @agrees R cor(x, rowSums(others)) */
export function itemRestCorrelations(answers: ItemAnswers): ItemRest | NotEstimable {
  return orNotEstimable(() => {
    covariancesOf(answers, "listwise");
    const { values } = completeAnswers(answers);
    const respondents = values[0]?.length ?? 0;
    const total = Float64Array.from({ length: respondents }, (_, row) =>
      values.reduce((sum, column) => sum + column[row]!, 0),
    );
    const correlations = Float64Array.from(values, (column) =>
      correlationOf(
        column,
        total.map((sum, row) => sum - column[row]!),
      ),
    );
    return { estimable: true, correlations, respondents };
  });
}
