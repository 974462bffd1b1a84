import { type NotEstimable, NotEstimableError, orNotEstimable } from "./not-estimable.ts";
import { bestCorrelation, jointMaximum, type PolychoricFit } from "./polychoric-likelihood.ts";
import { marginalThresholds, type OrderedTable, orderedTable } from "./polychoric-table.ts";

/** Correlation of the two normal variables assumed behind two ordered items. */
export interface Polychoric {
  readonly estimable: true;
  readonly rho: number;
  readonly standardError: number;
  readonly rowThresholds: Float64Array;
  readonly columnThresholds: Float64Array;
  readonly logLikelihood: number;
  /** Who answered both items. */
  readonly respondents: number;
}

/** "two-step": cuts from the shares of answers, then the correlation; "ml": all at once. */
export type PolychoricMethod = "two-step" | "ml";

/**
 * Polychoric correlation of two ordered items (tetrachoric for two categories each); respondents with both answers.
 * Rows and columns that nobody chose are left out. The two-step standard error takes the cuts as known.
 *
 * @param first   codes in order, NaN where missing
 * @param second  the same respondents
 * @source Olsson (1979), Maximum likelihood estimation of the polychoric correlation coefficient, Psychometrika 44
 * @agrees R polycor::polychor, whose "ML" search stops short of the maximum
 */
export function polychoricCorrelation(
  first: Float64Array,
  second: Float64Array,
  method: PolychoricMethod = "two-step",
): Polychoric | NotEstimable {
  return orNotEstimable(() => {
    const table = orderedTable(first, second);
    requireSpread(table);
    const start = twoStep(table);
    const { latent, standardError, logLikelihood } =
      method === "ml" ? jointMaximum(table, start.latent) : start;
    return {
      estimable: true,
      rho: latent.rho,
      standardError,
      rowThresholds: latent.rowCuts,
      columnThresholds: latent.columnCuts,
      logLikelihood,
      respondents: table.respondents,
    };
  });
}

function twoStep(table: OrderedTable): PolychoricFit {
  const cuts = {
    rowCuts: marginalThresholds(table, "rows"),
    columnCuts: marginalThresholds(table, "columns"),
  };
  return bestCorrelation(table, cuts);
}

function requireSpread({ rows, columns, respondents }: OrderedTable): void {
  if (respondents < 3)
    throw new NotEstimableError(
      respondents === 0 ? "everyone-missing" : "too-few-respondents",
      `Respondents who answered both items: ${respondents}. Collect more answers.`,
    );
  if (rows < 2 || columns < 2)
    throw new NotEstimableError(
      "constant-item",
      "Everyone who answered both items gave the same answer to one of them, so there is nothing to correlate. Leave that item out.",
    );
}
