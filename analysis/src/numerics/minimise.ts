/** Where a search ended. */
export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly iterations: number;
  /** false: stopped by the number of iterations, or where no step led down while the gradient was not small. */
  readonly converged: boolean;
}

export interface MinimiseOptions {
  /** Left out: central differences of the function. */
  readonly gradient?: (at: Float64Array) => Float64Array;
  /** Stop when no component of the gradient, scaled by max(1, |at|) / max(1, |value|), is larger; default 1e-9. */
  readonly gradientTolerance?: number;
  readonly maxIterations?: number;
}

/**
 * Local minimum of a smooth function by quasi-Newton steps (BFGS) with a line search. The function may return NaN or
 * Infinity outside its domain: such steps are shortened. Ours because `fmin` has no quasi-Newton method and the other
 * optimisers of the registry are unkept.
 *
 * @source Nocedal & Wright (2006), Numerical Optimization, chapters 3 and 6
 * @agrees R optim(method = "BFGS"), nlminb
 */
export function minimise(
  f: (at: Float64Array) => number,
  start: ArrayLike<number>,
  options: MinimiseOptions = {},
): Minimum {
  const { gradient = differences(f), gradientTolerance = 1e-9, maxIterations = 500 } = options;
  let at: Float64Array = Float64Array.from(start);
  let value = f(at);
  let slope = gradient(at);
  let inverse = identity(at.length);
  let fresh = true;
  for (let iterations = 0; iterations < maxIterations; iterations++) {
    if (isFlat(slope, at, value, gradientTolerance)) return { at, value, iterations, converged: true };
    const step = stepDown(f, at, value, slope, direction(inverse, slope));
    if (!step) {
      if (fresh)
        return { at, value, iterations, converged: isFlat(slope, at, value, Math.sqrt(gradientTolerance)) };
      inverse = identity(at.length);
      fresh = true;
      continue;
    }
    const nextSlope = gradient(step.at);
    update(inverse, difference(step.at, at), difference(nextSlope, slope), fresh);
    [at, value, slope, fresh] = [step.at, step.value, nextSlope, false];
  }
  return { at, value, iterations: maxIterations, converged: false };
}

function isFlat(slope: Float64Array, at: Float64Array, value: number, tolerance: number): boolean {
  const scale = Math.max(1, Math.abs(value));
  return slope.every((g, i) => Math.abs(g) * Math.max(1, Math.abs(at[i]!)) <= tolerance * scale);
}

function direction(inverse: readonly Float64Array[], slope: Float64Array): Float64Array {
  return Float64Array.from(inverse, (row) => -dot(row, slope));
}

/** Halves the step until the value falls by a small share of what the slope promises (Armijo). */
function stepDown(
  f: (at: Float64Array) => number,
  at: Float64Array,
  value: number,
  slope: Float64Array,
  towards: Float64Array,
): { at: Float64Array; value: number } | undefined {
  const promise = dot(slope, towards);
  if (!(promise < 0)) return undefined;
  for (let length = 1; length > 1e-12; length /= 2) {
    const next = at.map((x, i) => x + length * towards[i]!);
    const nextValue = f(next);
    if (nextValue <= value + 1e-4 * length * promise && next.some((x, i) => x !== at[i]))
      return { at: next, value: nextValue };
  }
  return undefined;
}

/** BFGS update of the inverse Hessian in place; left as it is where the curvature along the step is not positive. */
function update(inverse: Float64Array[], moved: Float64Array, turned: Float64Array, first: boolean): void {
  const curvature = dot(moved, turned);
  if (!(curvature > 1e-300)) return;
  if (first) {
    const scale = curvature / dot(turned, turned);
    inverse.forEach((row, i) => {
      row.fill(0);
      row[i] = scale;
    });
  }
  const pulled = Float64Array.from(inverse, (row) => dot(row, turned));
  const factor = (1 + dot(turned, pulled) / curvature) / curvature;
  inverse.forEach((row, i) => {
    for (let j = 0; j < row.length; j++)
      row[j]! +=
        factor * moved[i]! * moved[j]! - (pulled[i]! * moved[j]! + moved[i]! * pulled[j]!) / curvature;
  });
}

function differences(f: (at: Float64Array) => number): (at: Float64Array) => Float64Array {
  return (at) =>
    at.map((x, i) => {
      const step = Math.cbrt(Number.EPSILON) * Math.max(1, Math.abs(x));
      const [up, down] = [at.slice(), at.slice()];
      up[i] = x + step;
      down[i] = x - step;
      return (f(up) - f(down)) / (up[i]! - down[i]!);
    });
}

function identity(size: number): Float64Array[] {
  return Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)),
  );
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((x, i) => x - b[i]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
