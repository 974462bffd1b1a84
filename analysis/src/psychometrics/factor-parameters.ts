import { cellValue, matricesOf } from "./factor-matrices.ts";
import type { Cell, FactorModel, ParameterKind } from "./factor-model.ts";

/** One loading, variance, covariance, intercept or mean with its error. */
export interface ParameterEstimate {
  readonly kind: ParameterKind;
  /** Group by name. */
  readonly group: string;
  /** Item of a loading, residual variance or intercept. */
  readonly item?: string;
  /** Factor of a loading, variance or mean; the first of a covariance. */
  readonly factor?: string;
  /** The second factor of a covariance; of a variance the same as the first. */
  readonly otherFactor?: string;
  readonly estimate: number;
  /** 0 for a fixed value. */
  readonly standardError: number;
  /** With factors of variance 1. */
  readonly standardisedFactors: number;
  /** With factors and items of variance 1. */
  readonly standardised: number;
}

/** @param covariance  of the free parameters, row by row */
export function parameterEstimates(
  model: FactorModel,
  theta: Float64Array,
  groupNames: readonly string[],
  covariance: Float64Array,
): ParameterEstimate[] {
  const groups = groupNames.map((_, group) => matricesOf(model, theta, group));
  return model.cells.map((cell) => {
    const { factorCovariance, covariance: implied } = groups[cell.group]!;
    const estimate = cellValue(cell, theta);
    const factors = factorUnits(cell, factorCovariance, model.factors.length);
    return {
      kind: cell.kind,
      group: groupNames[cell.group]!,
      ...namesOf(cell, model),
      estimate,
      standardError: cell.parameter < 0 ? 0 : Math.sqrt(covariance[cell.parameter * (model.parameters + 1)]!),
      standardisedFactors: estimate * factors,
      standardised: (estimate * factors) / itemUnits(cell, implied, model.items.length),
    };
  });
}

function namesOf(
  { kind, row, column }: Cell,
  model: FactorModel,
): Pick<ParameterEstimate, "item" | "factor" | "otherFactor"> {
  const [item, factor, other] = [model.items[row]!, model.factors[row]?.name, model.factors[column]?.name];
  if (kind === "loading") return { item, factor: other! };
  if (kind === "residual" || kind === "intercept") return { item };
  return kind === "factor-mean" ? { factor: factor! } : { factor: factor!, otherFactor: other! };
}

function factorUnits({ kind, row, column }: Cell, covariance: Float64Array, size: number): number {
  const deviation = (factor: number) => Math.sqrt(covariance[factor * (size + 1)]!);
  if (kind === "loading") return deviation(column);
  if (kind === "factor-covariance") return 1 / (deviation(row) * deviation(column));
  return kind === "factor-mean" ? 1 / deviation(row) : 1;
}

function itemUnits({ kind, row }: Cell, implied: Float64Array, size: number): number {
  const variance = implied[row * (size + 1)]!;
  if (kind === "residual") return variance;
  return kind === "loading" || kind === "intercept" ? Math.sqrt(variance) : 1;
}

/** Items and factors whose variance comes out negative, or factors that correlate beyond one. */
export function improperNames(model: FactorModel, theta: Float64Array): string[] {
  const names = model.cells.flatMap((cell) => {
    const { item, factor, otherFactor } = namesOf(cell, model);
    if (cell.kind === "residual") return cellValue(cell, theta) < 0 ? [item!] : [];
    if (cell.kind !== "factor-covariance") return [];
    if (cell.row === cell.column) return cellValue(cell, theta) < 0 ? [factor!] : [];
    const units = factorUnits(
      cell,
      matricesOf(model, theta, cell.group).factorCovariance,
      model.factors.length,
    );
    return Math.abs(cellValue(cell, theta) * units) > 1 ? [`${factor} with ${otherFactor}`] : [];
  });
  return [...new Set(names)];
}
