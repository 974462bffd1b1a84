/** One factor that leaves the smallest residual correlations. */
export interface MinresSolution {
  readonly loadings: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
  /** Items whose loading stopped at the bound: nearly all of their variance is the factor's. */
  readonly heywood: readonly number[];
}

/** Least uniqueness of an item, as R psych sets it. */
const LEAST_UNIQUENESS = 0.005;

/**
 * Loadings of one factor by minimum residuals: Σ over pairs (r − l l')² is least.
 * Each loading in turn has a closed form given the others, so the sum falls at every step.
 *
 * @param correlations  row by row, size × size
 * @source Harman & Jones (1966), Factor analysis by minimizing residuals (minres), Psychometrika 31
 * @agrees R psych::fa(nfactors = 1, fm = "minres"), which stops its search earlier (1e-5 relative)
 */
export function minresLoadings(correlations: Float64Array, size: number): MinresSolution {
  const loadings = centroid(correlations, size);
  const bound = Math.sqrt(1 - LEAST_UNIQUENESS);
  let iterations = 0;
  let moved = Number.POSITIVE_INFINITY;
  while (moved > 1e-13 && iterations < 20_000) {
    moved = 0;
    iterations++;
    for (let i = 0; i < size; i++) {
      const next = bestLoading(correlations, loadings, i, bound);
      moved = Math.max(moved, Math.abs(next - loadings[i]!));
      loadings[i] = next;
    }
  }
  const turned =
    loadings.reduce((sum, value) => sum + value, 0) < 0 ? loadings.map((value) => -value) : loadings;
  const heywood = Array.from(turned.keys()).filter((i) => Math.abs(turned[i]!) >= bound);
  return { loadings: turned, iterations, converged: moved <= 1e-13, heywood };
}

function bestLoading(correlations: Float64Array, loadings: Float64Array, i: number, bound: number): number {
  const size = loadings.length;
  let [crossed, squares] = [0, 0];
  for (let j = 0; j < size; j++) {
    if (j === i) continue;
    crossed += correlations[i * size + j]! * loadings[j]!;
    squares += loadings[j]! ** 2;
  }
  return squares === 0 ? 0 : Math.min(Math.max(crossed / squares, -bound), bound);
}

/** The first principal direction, scaled into loadings, as a start. */
function centroid(correlations: Float64Array, size: number): Float64Array {
  let direction = new Float64Array(size).fill(1);
  for (let pass = 0; pass < 30; pass++) {
    const next = new Float64Array(size);
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) next[i] = next[i]! + correlations[i * size + j]! * direction[j]!;
    const length = Math.hypot(...next);
    direction = next.map((value) => value / length);
  }
  const root = direction.reduce((sum, value, i) => {
    for (let j = 0; j < size; j++) sum += value * correlations[i * size + j]! * direction[j]!;
    return sum;
  }, 0);
  return direction.map((value) => value * Math.sqrt(Math.max(root, 0.1)) * 0.8);
}
