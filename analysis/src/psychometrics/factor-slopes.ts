import type { GroupMatrices } from "./factor-matrices.ts";
import type { Cell, FactorModel } from "./factor-model.ts";

/**
 * How one free cell moves the implied moments, with u and v columns of V = [I, ΛΨ, Λ]: the covariances by
 * factor · (u v' + v u'), the means by shift · u.
 */
export interface Slope {
  readonly cell: Cell;
  readonly parameter: number;
  /** Column u. */
  readonly left: number;
  /** Column v. */
  readonly right: number;
  readonly factor: number;
  readonly shift: number;
}

export function slopesOf(model: FactorModel, matrices: GroupMatrices, group: number): Slope[] {
  return model.cells
    .filter((cell) => cell.group === group && cell.parameter >= 0)
    .map((cell) => ({ cell, parameter: cell.parameter, ...movement(cell, model, matrices) }));
}

function movement(
  cell: Cell,
  model: FactorModel,
  matrices: GroupMatrices,
): Omit<Slope, "cell" | "parameter"> {
  const [p, m] = [model.items.length, model.factors.length];
  const { row, column } = cell;
  if (cell.kind === "loading")
    return { left: row, right: p + column, factor: 1, shift: matrices.factorMeans[column]! };
  if (cell.kind === "residual") return { left: row, right: row, factor: 0.5, shift: 0 };
  if (cell.kind === "intercept") return { left: row, right: row, factor: 0, shift: 1 };
  if (cell.kind === "factor-mean") return { left: p + m + row, right: p + m + row, factor: 0, shift: 1 };
  return { left: p + m + row, right: p + m + column, factor: row === column ? 0.5 : 1, shift: 0 };
}
