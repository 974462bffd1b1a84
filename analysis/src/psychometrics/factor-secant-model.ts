import { dot } from "../numerics/index.ts";
import type { QuadraticModel } from "./factor-dogleg.ts";
import { invertPositive, timesVector } from "./factor-positive.ts";

/** A point with the function's value and gradient there. */
export interface Place {
  readonly at: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

/** The function around a point as a paraboloid; undefined where it does not open upwards. */
export function quadraticAt(
  { gradient }: Place,
  hessian: Float64Array,
  scale: Float64Array,
): QuadraticModel | undefined {
  const inverse = invertPositive(hessian, gradient.length)?.inverse;
  if (!inverse) return undefined;
  const newton = timesVector(inverse, gradient);
  const descent = gradient.map((value, i) => value / scale[i]! ** 2);
  return {
    gradientNorm: Math.hypot(...gradient.map((value, i) => value / scale[i]!)),
    descent,
    curvature: Math.sqrt(dot(descent, timesVector(hessian, descent))),
    newton,
    newtonNorm: Math.hypot(...newton.map((value, i) => value * scale[i]!)),
    newtonReduction: 0.5 * dot(newton, gradient),
  };
}

/** Whether the new gradient bears the model out, or falls fast along the step, so that a longer one may follow. */
export function grows(
  step: Float64Array,
  change: Float64Array,
  next: Place,
  hessian: Float64Array,
  scale: Float64Array,
  slope: number,
): boolean {
  const bent = timesVector(hessian, step);
  const lack = Math.hypot(...bent.map((value, i) => (value - change[i]!) / scale[i]!));
  if (lack <= 0.5 * Math.hypot(...next.gradient.map((value, i) => value / scale[i]!))) return true;
  return dot(next.gradient, step) < 0.75 * slope;
}

/** The BFGS update, damped where the function bends the wrong way. */
export function updated(hessian: Float64Array, step: Float64Array, change: Float64Array): Float64Array {
  const bent = timesVector(hessian, step);
  const before = dot(step, bent);
  const seen = dot(change, step);
  const theta = seen >= 0.1 * before ? 1 : (0.9 * before) / (before - seen);
  const used = change.map((value, i) => theta * value + (1 - theta) * bent[i]!);
  const along = dot(used, step);
  const size = step.length;
  return hessian.map((value, place) => {
    const [i, j] = [Math.floor(place / size), place % size];
    return value - (bent[i]! * bent[j]!) / before + (used[i]! * used[j]!) / along;
  });
}

/** The Hessian to start from: squares of the scale. */
export function diagonal(scale: Float64Array): Float64Array {
  const size = scale.length;
  const matrix = new Float64Array(size * size);
  scale.forEach((value, i) => {
    matrix[i * size + i] = value * value;
  });
  return matrix;
}
