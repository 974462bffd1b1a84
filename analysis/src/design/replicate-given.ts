import { checkedWeights } from "./base-weights.ts";
import { DesignError } from "./design-error.ts";
import type { ReplicateDesign } from "./replicate-design.ts";
import { replicateDegreesOfFreedom } from "./replicate-rank.ts";

/** How replicates were made; it says how their deviations are scaled where the numbers are not given. */
export type ReplicateMethod =
  | "JK1"
  | "JKn"
  | "JK2"
  | "BRR"
  | "Fay"
  | "bootstrap"
  | "ACS"
  | "successive-difference"
  | "other";

/** Replicate weights as a data file brings them. */
export interface GivenReplicates {
  /** Full-sample weights by row. */
  readonly weights: ArrayLike<number>;
  /** By replicate: a number per row. */
  readonly replicates: readonly ArrayLike<number>[];
  /** true: the replicates contain the full-sample weight already; false: they are factors to multiply it by. */
  readonly combined: boolean;
  readonly method: ReplicateMethod;
  /** Common factor of the squared deviations; left out: as the method has it. */
  readonly scale?: number;
  /** Factor of each replicate, or one for all; left out: as the method has it. */
  readonly rscales?: number | ArrayLike<number>;
  /** Fay's coefficient, 0 to below 1. */
  readonly rho?: number;
  /** true: deviations from the full-sample estimate; false (the default): from the mean of the replicates. */
  readonly mse?: boolean;
  /** Declared degrees of freedom; left out: the rank of the replicate weights minus 1. */
  readonly degreesOfFreedom?: number;
}

/**
 * A replicate design from weights that somebody else made.
 *
 * @throws DesignError weights negative, missing or all zero; replicates of another length; a scale that nothing determines
 * @agrees R survey::svrepdesign
 */
export function givenReplicates(given: GivenReplicates): ReplicateDesign {
  const weights = checkedWeights(given.weights);
  const columns = given.replicates.map((column, r) => checkedReplicate(column, r, weights.length));
  if (columns.length < 2)
    throw new DesignError(
      `The design has ${columns.length} replicate weights. Errors need at least two columns.`,
    );
  const combined = given.combined
    ? columns
    : columns.map((column) => column.map((factor, row) => factor * weights[row]!));
  const replicates = { by: "row", weights: combined } as const;
  return {
    kind: "replicate",
    rows: weights.length,
    weights,
    replicates,
    scale: scaleOf(given, columns),
    rscales: rscalesOf(given, columns),
    mse: given.mse ?? false,
    degreesOfFreedom: given.degreesOfFreedom ?? replicateDegreesOfFreedom({ weights, replicates }),
  };
}

function checkedReplicate(column: ArrayLike<number>, replicate: number, rows: number): Float64Array {
  if (column.length !== rows)
    throw new DesignError(
      `The replicate weights ${replicate + 1} have ${column.length} rows but the data have ${rows}. Give one per row, in the order of the data.`,
    );
  const missing = Array.prototype.findIndex.call(column, (weight) => !Number.isFinite(weight));
  if (missing >= 0)
    throw new DesignError(
      `The replicate weight ${replicate + 1} of row ${missing + 1} is missing. Give every row one; 0 leaves it out of the replicate.`,
    );
  return Float64Array.from(column);
}

function scaleOf(
  { method, scale, rho, combined }: GivenReplicates,
  columns: readonly Float64Array[],
): number {
  const count = columns.length;
  switch (method) {
    case "BRR":
      return 1 / count;
    case "Fay":
      if (rho === undefined || !(rho >= 0 && rho < 1))
        throw new DesignError(
          "Fay's replicates need their coefficient rho, from 0 to below 1: it stands in the documentation of the data.",
        );
      return 1 / (count * (1 - rho) ** 2);
    case "ACS":
    case "successive-difference":
      return 4 / count;
    case "JK2":
      return 1;
    case "JK1":
      return scale ?? (combined ? (count - 1) / count : 1 / largest(columns[0]!));
    case "bootstrap":
      return scale ?? 1 / (count - 1);
    default:
      return scale ?? 1;
  }
}

function rscalesOf(
  { method, rscales, combined }: GivenReplicates,
  columns: readonly Float64Array[],
): Float64Array {
  const ones = new Float64Array(columns.length).fill(1);
  if (["ACS", "successive-difference", "JK2"].includes(method)) return ones;
  if (typeof rscales === "number") return ones.fill(rscales);
  if (rscales !== undefined && rscales.length !== columns.length)
    throw new DesignError(
      `There are ${columns.length} replicates but ${rscales.length} factors (rscales). Give one per replicate.`,
    );
  if (rscales !== undefined) return Float64Array.from(rscales);
  if (method !== "JKn") return ones;
  if (combined)
    throw new DesignError(
      "A stratified jackknife (JKn) whose replicates contain the weight needs the factor (n-1)/n of each replicate (rscales).",
    );
  return Float64Array.from(columns, (column) => 1 / largest(column));
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
