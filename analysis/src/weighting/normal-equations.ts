import { spectrum } from "../numerics/index.ts";
import { WeightingError } from "./weighting-error.ts";

/** Eigenvalues below this share of the largest count as zero, after scaling to a unit diagonal. */
const negligible = 1e-12;

/**
 * Solves a symmetric system for any right-hand side; where it is singular, the shortest of its solutions in the scale
 * of its diagonal.
 */
export function solverOf(products: readonly Float64Array[]): (right: Float64Array) => Float64Array {
  const scale = scaleOf(products);
  const { values, vectors } = spectrum(scaled(products, scale));
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  return (right) => {
    const solution = new Float64Array(right.length);
    values.forEach((value, k) => {
      if (!(value > negligible * largest)) return;
      const along = right.reduce((sum, part, i) => sum + part * scale[i]! * vectors[k]![i]!, 0) / value;
      for (let i = 0; i < solution.length; i++) solution[i]! += along * vectors[k]![i]!;
    });
    return solution.map((part, i) => part * scale[i]!);
  };
}

/**
 * @throws WeightingError when a column follows from the others among the respondents, naming it
 */
export function refuseRedundant(
  products: readonly Float64Array[],
  columns: readonly { readonly name: string }[],
): void {
  const pivots = scaled(products, scaleOf(products));
  for (let i = 0; i < pivots.length; i++) {
    const pivot = pivots[i]![i]!;
    if (!(pivot > 1e-11))
      throw new WeightingError(
        `The total of ${columns[i]?.name} cannot be met beside the others: among the respondents it follows from ${partners(products, columns, i)}. Leave it out, or merge the category with a neighbour.`,
      );
    for (let j = i + 1; j < pivots.length; j++) {
      const share = pivots[j]![i]! / pivot;
      if (share !== 0) for (let k = i; k < pivots.length; k++) pivots[j]![k]! -= share * pivots[i]![k]!;
    }
  }
}

/** The earlier columns that a redundant one follows from, as words. */
function partners(
  products: readonly Float64Array[],
  columns: readonly { readonly name: string }[],
  i: number,
): string {
  if (i === 0 || products[i]![i] === 0) return "nothing, as no respondent has it";
  const before = products.slice(0, i).map((row) => row.slice(0, i));
  const shares = solverOf(before)(Float64Array.from(before, (_, j) => products[i]![j]!));
  const named = columns.slice(0, i).filter((_, j) => Math.abs(shares[j]!) > 1e-6);
  return named
    .slice(0, 4)
    .map(({ name }) => name)
    .join(", ");
}

function scaleOf(products: readonly Float64Array[]): Float64Array {
  return Float64Array.from(products, (row, i) => (row[i]! > 0 ? 1 / Math.sqrt(row[i]!) : 1));
}

function scaled(products: readonly Float64Array[], scale: Float64Array): Float64Array[] {
  return products.map((row, i) => row.map((value, j) => value * scale[i]! * scale[j]!));
}
