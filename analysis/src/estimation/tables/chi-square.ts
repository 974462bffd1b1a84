import type { Design, ReplicateDesign } from "../../design/index.ts";
import { chiSquare, fisher, inverseOf, quadraticForm } from "../../numerics/index.ts";
import type { Categories } from "../categories.ts";
import { covarianceOfCombinations } from "../contrasts/combinations.ts";
import { estimateFrom } from "../estimate-from.ts";
import type { Estimated } from "../estimated.ts";
import type { Significance } from "../significance.ts";
import { interactionContrasts, residualsOf } from "./chi-square-contrasts.ts";
import { cellsOf } from "./table.ts";
import { tableShares, tableTotals } from "./table-shares.ts";

/**
 * How independence in a two-way table is tested:
 * - "rao-scott-f": Pearson's X² with the second-order correction of Rao and Scott, referred to F (the usual choice);
 * - "rao-scott-chi-square": with the first-order correction, referred to chi-square; the statistic is X² as it stands;
 * - "wald": residuals of the counts against their covariance; too many findings when PSUs are few;
 * - "adjusted-wald": the same with the correction for few PSUs.
 */
export type IndependenceTest = "rao-scott-f" | "rao-scott-chi-square" | "wald" | "adjusted-wald";

export interface IndependenceOptions {
  readonly test?: IndependenceTest;
  /** By row: 1 in the domain. */
  readonly within?: Uint8Array;
}

/**
 * Whether two variables of categories are independent in the population, of those who answered both.
 *
 * @returns no statistic, with the reason, where a variable has one level only, the design has no variance, or the
 *   covariance of the residuals is singular (more cells than degrees of freedom)
 * @source Rao & Scott (1984), Annals of Statistics 12; Thomas & Rao (1987), JASA 82 (Wald and adjusted Wald)
 * @agrees R survey::svychisq(statistic = "F", "Chisq", "Wald", "adjWald")
 */
export function testIndependence(
  sample: Design | ReplicateDesign,
  [row, column]: readonly [Categories, Categories],
  { test = "rao-scott-f", within }: IndependenceOptions = {},
): Significance {
  const cells = cellsOf(sample, [row, column], within);
  const sizes = cells.variables.map(({ levels }) => levels.length);
  const [rows, columns] = [sizes[0]!, sizes[1]!];
  const parameters = (rows - 1) * (columns - 1);
  if (!(parameters > 0)) return oneLevelOnly(cells.variables);
  const estimator = test.startsWith("rao") ? tableShares(cells) : tableTotals(cells);
  const table = estimateFrom(sample, estimator, within ? { within } : {});
  if (table.reason) return { ...noTest(parameters), reason: table.reason };
  const size = within ? within.reduce((sum, one) => sum + one, 0) : sample.rows;
  const tested = test.startsWith("rao")
    ? raoScott(table, rows, columns, size, test)
    : wald(table, rows, columns, test);
  return tested ?? { ...noTest(parameters), reason: "not-estimable", explanation: singular };
}

const singular =
  "The covariance of the cells is singular: there are more cells than degrees of freedom, or cells that nobody is in. Combine levels.";

function noTest(degreesOfFreedom: number) {
  return { statistic: null, degreesOfFreedom, pValue: null };
}

function oneLevelOnly(variables: readonly Categories[]): Significance {
  const lone = variables.find(({ levels }) => levels.length < 2);
  if (lone?.levels.length === 0) return { ...noTest(0), reason: "no-respondents" };
  return {
    ...noTest(0),
    reason: "not-estimable",
    explanation: `Everyone who answered has "${lone?.levels[0]}" in "${lone?.name}", so there is nothing to compare.`,
  };
}

/** Pearson's X² of the shares times the size, corrected by the generalised design effects (the eigenvalues of Δ). */
function raoScott(
  table: Estimated,
  rows: number,
  columns: number,
  size: number,
  test: IndependenceTest,
): Significance | undefined {
  const shares = table.values;
  const residuals = residualsOf(shares, rows, columns);
  const pearson =
    size * residuals.values.reduce((sum, r, cell) => sum + (r * r) / residuals.expected[cell]!, 0);
  const inverseShares = shares.map((share) => (share === 0 ? 0 : 1 / share));
  const contrasts = interactionContrasts(rows, columns);
  const scaled = contrasts.map((contrast) => contrast.map((c, cell) => c * inverseShares[cell]!));
  const simple = contrasts.map((left) =>
    Float64Array.from(scaled, (right) => left.reduce((sum, c, cell) => sum + (c * right[cell]!) / size, 0)),
  );
  const inverse = inverseOf(simple);
  if (!inverse) return undefined;
  const delta = product(inverse, covarianceOfCombinations(scaled, table.covariance));
  const trace = delta.reduce((sum, row, i) => sum + row[i]!, 0);
  const traceOfSquare = delta.reduce(
    (sum, row, i) => sum + row.reduce((part, x, j) => part + x * delta[j]![i]!, 0),
    0,
  );
  if (!(trace > 0) || !Number.isFinite(pearson)) return undefined;
  if (test === "rao-scott-chi-square")
    return {
      statistic: pearson,
      degreesOfFreedom: contrasts.length,
      pValue: chiSquare.upper(pearson / (trace / contrasts.length), contrasts.length),
    };
  const numerator = (trace * trace) / traceOfSquare;
  return referredToF(pearson / trace, numerator, numerator * table.degreesOfFreedom);
}

/** Residuals of the counts from independence, all but the first row and column, against their covariance. */
function wald(
  table: Estimated,
  rows: number,
  columns: number,
  test: IndependenceTest,
): Significance | undefined {
  const residuals = residualsOf(table.values, rows, columns);
  const free = Array.from(residuals.values, (_, cell) => cell).filter(
    (cell) => cell % rows > 0 && cell >= rows,
  );
  const inverse = inverseOf(
    covarianceOfCombinations(
      free.map((cell) => residuals.jacobian(cell)),
      table.covariance,
    ),
  );
  if (!inverse) return undefined;
  const statistic = quadraticForm(
    free.map((cell) => residuals.values[cell]!),
    inverse,
  );
  const [parameters, df] = [free.length, table.degreesOfFreedom];
  if (test === "wald") return referredToF(statistic / parameters, parameters, df);
  const left = df - parameters + 1;
  return referredToF((statistic * left) / (parameters * df), parameters, left);
}

function referredToF(statistic: number, numerator: number, denominator: number): Significance {
  const shared = { degreesOfFreedom: numerator, denominatorDegreesOfFreedom: denominator };
  if (!(denominator > 0))
    return {
      statistic: Number.isFinite(statistic) ? statistic : null,
      ...shared,
      pValue: null,
      reason: "not-estimable",
      explanation: "The design has fewer degrees of freedom than the test needs. Combine levels.",
    };
  return { statistic, ...shared, pValue: fisher.upper(statistic, numerator, denominator) };
}

function product(left: readonly Float64Array[], right: readonly Float64Array[]): Float64Array[] {
  return left.map((row) =>
    Float64Array.from(right, (_, j) => row.reduce((sum, x, k) => sum + x * right[k]![j]!, 0)),
  );
}
