/** A factor and the items that measure it. */
export interface Factor {
  readonly name: string;
  readonly items: readonly string[];
}

/** "marker": the first loading of each factor is 1; "unit-variance": the variance of each factor is 1. */
export type Identification = "marker" | "unit-variance";

/** What several groups have in common: nothing but the pattern, the loadings, or the loadings and the intercepts. */
export type Invariance = "configural" | "metric" | "scalar";

export type ParameterKind = "loading" | "residual" | "factor-covariance" | "intercept" | "factor-mean";

/** One cell of the model's matrices: free (with the place of its parameter) or fixed at a value. */
export interface Cell {
  readonly kind: ParameterKind;
  readonly group: number;
  /** Item, or factor for factor covariances and means. */
  readonly row: number;
  /** Factor; 0 where there is none. */
  readonly column: number;
  /** Place in the vector of free parameters; -1 for a fixed cell. */
  readonly parameter: number;
  readonly fixed: number;
}

export interface FactorModel {
  readonly items: readonly string[];
  readonly factors: readonly Factor[];
  readonly groups: number;
  readonly meanStructure: boolean;
  readonly identification: Identification;
  /** In the order: by group loadings, residual variances, factor variances, covariances, intercepts, factor means. */
  readonly cells: readonly Cell[];
  readonly parameters: number;
}

export interface FactorModelOptions {
  readonly groups: number;
  readonly meanStructure: boolean;
  readonly identification: Identification;
  readonly invariance: Invariance;
}

/** Lays out the cells of a confirmatory factor model; equal cells of several groups share one parameter. */
export function layOutModel(
  items: readonly string[],
  factors: readonly Factor[],
  options: FactorModelOptions,
): FactorModel {
  const shared = new Map<string, number>();
  let parameters = 0;
  const place = (cell: CellPlan): number => {
    if (cell.fixed !== undefined) return -1;
    if (!cell.common) return parameters++;
    const key = `${cell.kind}:${cell.row}:${cell.column}`;
    const known = shared.get(key) ?? parameters++;
    shared.set(key, known);
    return known;
  };
  const cells: Cell[] = [];
  for (let group = 0; group < options.groups; group++)
    for (const cell of cellsOfGroup(items, factors, options, group))
      cells.push({
        kind: cell.kind,
        group,
        row: cell.row,
        column: cell.column,
        parameter: place(cell),
        fixed: cell.fixed ?? 0,
      });
  const { groups, meanStructure, identification } = options;
  return { items, factors, groups, meanStructure, identification, cells, parameters };
}

interface CellPlan {
  readonly kind: ParameterKind;
  readonly row: number;
  readonly column: number;
  readonly fixed?: number;
  /** The same in every group. */
  readonly common?: boolean;
}

function cellsOfGroup(
  items: readonly string[],
  factors: readonly Factor[],
  options: FactorModelOptions,
  group: number,
): CellPlan[] {
  const marker = options.identification === "marker";
  const equalLoadings = options.invariance !== "configural";
  const equalIntercepts = options.invariance === "scalar";
  const loadings = factors.flatMap((factor, column) =>
    factor.items.map((item, at): CellPlan => {
      const cell = { kind: "loading", row: items.indexOf(item), column, common: equalLoadings } as const;
      return marker && at === 0 ? { ...cell, fixed: 1 } : cell;
    }),
  );
  const residuals = items.map((_, row): CellPlan => ({ kind: "residual", row, column: 0 }));
  const unit = !marker && (group === 0 || !equalLoadings);
  const variances = factors.map((_, row): CellPlan => {
    const cell = { kind: "factor-covariance", row, column: row } as const;
    return unit ? { ...cell, fixed: 1 } : cell;
  });
  const covariances = factors.flatMap((_, row) =>
    factors
      .slice(row + 1)
      .map((_, next): CellPlan => ({ kind: "factor-covariance", row, column: row + 1 + next })),
  );
  if (!options.meanStructure) return [...loadings, ...residuals, ...variances, ...covariances];
  const intercepts = items.map(
    (_, row): CellPlan => ({ kind: "intercept", row, column: 0, common: equalIntercepts }),
  );
  const means = factors.map((_, row): CellPlan => {
    const cell = { kind: "factor-mean", row, column: 0 } as const;
    return equalIntercepts && group > 0 ? cell : { ...cell, fixed: 0 };
  });
  return [...loadings, ...residuals, ...variances, ...covariances, ...intercepts, ...means];
}
