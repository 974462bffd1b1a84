import { solverOf } from "../weighting/normal-equations.ts";

/**
 * Solves a symmetric system for any right-hand side by its inverse (the generalised one where it is singular): many
 * right-hand sides cost one product each, and zeros in them nothing.
 */
export function inverseOf(products: readonly Float64Array[]): (right: Float64Array) => Float64Array {
  const size = products.length;
  const solve = solverOf(products);
  const inverse = products.map((_, i) => {
    const unit = new Float64Array(size);
    unit[i] = 1;
    return solve(unit);
  });
  return (right) => {
    const solution = new Float64Array(size);
    for (let j = 0; j < size; j++) {
      const factor = right[j]!;
      if (factor === 0) continue;
      const column = inverse[j]!;
      for (let i = 0; i < size; i++) solution[i]! += factor * column[i]!;
    }
    return solution;
  };
}

/** Σ left · right. */
export function product(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += left[i]! * right[i]!;
  return sum;
}
