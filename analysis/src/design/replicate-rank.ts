import { dot } from "../numerics/index.ts";
import type { ReplicateDesign } from "./replicate-design.ts";

/** A column whose part that the others do not explain is shorter than this share of it counts as explained. */
const tolerance = 1e-5;

/**
 * Degrees of freedom of replicates: the rank of their analysis weights minus 1, over the rows of a domain where one is given.
 *
 * @param within  by row: 1 in the domain; left out: everyone
 * @agrees R survey::degf of a replicate design and of its subset: the rank by qr(tol = 1e-5)
 */
export function replicateDegreesOfFreedom(
  design: Pick<ReplicateDesign, "weights" | "replicates">,
  within?: Uint8Array,
): number {
  return rankOf(columnsOf(design, within)) - 1;
}

/** The replicates as columns of equal inner products: by row, or by unit with the length of its rows' weights. */
function columnsOf(
  { weights, replicates }: Pick<ReplicateDesign, "weights" | "replicates">,
  within: Uint8Array | undefined,
): Float64Array[] {
  if (replicates.by === "row")
    return replicates.weights.map((column) =>
      within ? column.filter((_, row) => within[row] === 1) : column,
    );
  const squares = new Float64Array(replicates.unitCount);
  for (let row = 0; row < weights.length; row++)
    if (within?.[row] !== 0) squares[replicates.units[row]!]! += weights[row]! * weights[row]!;
  return replicates.factors.map((factor) => factor.map((each, unit) => each * Math.sqrt(squares[unit]!)));
}

function products(columns: readonly Float64Array[]): Float64Array[] {
  return columns.map((left, i) => {
    const line = new Float64Array(columns.length);
    for (let j = 0; j <= i; j++) line[j] = dot(left, columns[j]!);
    return line;
  });
}

/** Below this share of its square, what the Cholesky factors leave of a column may be rounding: then it is measured. */
const doubtful = 1e-4;

/** Rank by Cholesky factors in the order of columns; a column that those before explain is passed over. */
function rankOf(columns: readonly Float64Array[]): number {
  const kept: number[] = [];
  const factors = columns.map(() => new Float64Array(columns.length));
  for (const [i, line] of products(columns).entries()) {
    const own = factors[i]!;
    for (const j of kept) own[j] = (line[j]! - dotOver(own, factors[j]!, kept, j)) / factors[j]![j]!;
    const left = line[i]! - dotOver(own, own, kept, i);
    const rest = left > doubtful * line[i]! ? left : unexplained(columns, i, kept, factors);
    if (!(rest > tolerance * tolerance * line[i]!)) continue;
    own[i] = Math.sqrt(rest);
    kept.push(i);
  }
  return kept.length;
}

/** Square of what the kept columns leave of a column: their part is taken away until rounding no longer matters. */
function unexplained(
  columns: readonly Float64Array[],
  i: number,
  kept: readonly number[],
  factors: readonly Float64Array[],
): number {
  const rest = Float64Array.from(columns[i]!);
  for (let round = 0; round < 3; round++) {
    const solved = new Float64Array(columns.length);
    for (const j of kept)
      solved[j] = (dot(rest, columns[j]!) - dotOver(solved, factors[j]!, kept, j)) / factors[j]![j]!;
    for (const j of kept.toReversed()) {
      for (const k of kept) if (k > j) solved[j]! -= factors[k]![j]! * solved[k]!;
      solved[j]! /= factors[j]![j]!;
    }
    for (const j of kept)
      for (let row = 0; row < rest.length; row++) rest[row]! -= solved[j]! * columns[j]![row]!;
  }
  return dot(rest, rest);
}

function dotOver(left: Float64Array, right: Float64Array, kept: readonly number[], before: number): number {
  let sum = 0;
  for (const k of kept) {
    if (k >= before) break;
    sum += left[k]! * right[k]!;
  }
  return sum;
}
