import { type NotEstimable, NotEstimableError, orNotEstimable } from "./not-estimable.ts";
import {
  bestCorrelation,
  jointMaximum,
  type PolychoricFit,
  simplexMaximum,
} from "./polychoric-likelihood.ts";
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

/**
 * "two-step": cuts from the shares of answers, then the correlation; "ml": all at once; "ml-simplex": all at once by the
 * search of R polycor, which stops short of the maximum. Only for comparisons with numbers made there.
 */
export type PolychoricMethod = "two-step" | "ml" | "ml-simplex";

/**
 * Polychoric correlation of two ordered items (tetrachoric for two categories each); respondents with both answers.
 * Rows and columns that nobody chose are left out. The two-step standard error takes the cuts as known.
 *
 * @param first   codes in order, NaN where missing
 * @param second  the same respondents
 * @source Olsson (1979), Maximum likelihood estimation of the polychoric correlation coefficient, Psychometrika 44
 * @agrees R polycor::polychor; its `ML = TRUE` is "ml-simplex" here
 */
export function polychoricCorrelation(
  first: Float64Array,
  second: Float64Array,
  method: PolychoricMethod = "two-step",
): Polychoric | NotEstimable {
  return orNotEstimable(() => {
    const table = orderedTable(first, second);
    requireSpread(table);
    const { latent, standardError, logLikelihood } = fitOf(table, method);
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

function fitOf(table: OrderedTable, method: PolychoricMethod): PolychoricFit {
  const cuts = {
    rowCuts: marginalThresholds(table, "rows"),
    columnCuts: marginalThresholds(table, "columns"),
  };
  const twoStep = bestCorrelation(table, cuts);
  if (method === "ml-simplex") return simplexMaximum(table, cuts);
  return method === "ml" ? jointMaximum(table, twoStep.latent) : twoStep;
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
