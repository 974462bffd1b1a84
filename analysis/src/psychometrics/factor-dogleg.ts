/** A quadratic model of a function around a point, in coordinates scaled so that all are of one size. */
export interface QuadraticModel {
  /** Norm of the scaled gradient. */
  readonly gradientNorm: number;
  /** The gradient in the original coordinates divided twice by the scale. */
  readonly descent: Float64Array;
  /** Curvature along the gradient: norm of L' times `descent`, with L L' the Hessian. */
  readonly curvature: number;
  readonly newton: Float64Array;
  /** Scaled length of the Newton step. */
  readonly newtonNorm: number;
  /** Reduction that the model promises for the Newton step. */
  readonly newtonReduction: number;
}

export interface TrialStep {
  readonly step: Float64Array;
  /** 0 for the full Newton step. */
  readonly kind: number;
  /** Scaled length. */
  readonly norm: number;
  readonly slope: number;
  readonly promised: number;
}

/** How far the double dogleg leans from the steepest point towards Newton's. */
const BIAS = 0.8;

/**
 * The double dogleg step within a radius: Newton's step if it fits, else a mixture of it with the steepest descent.
 *
 * @source Dennis & Mei (1979), Two new unconstrained optimization algorithms which use function and gradient values, Journal of Optimization Theory and Applications 28
 */
export function doubleDogleg(model: QuadraticModel, radius: number): TrialStep {
  const { gradientNorm: g, curvature, newton, newtonNorm } = model;
  const decrement = 2 * model.newtonReduction;
  const share = newtonNorm > 0 ? radius / newtonNorm : 1;
  if (share >= 1)
    return {
      step: newton.map((value) => -value),
      kind: 0,
      norm: newtonNorm,
      slope: -decrement,
      promised: model.newtonReduction,
    };
  const steepest = (g / curvature) ** 2;
  const relaxed = 1 - BIAS * (1 - (g * g * steepest) / decrement);
  if (share >= relaxed)
    return {
      step: newton.map((value) => -share * value),
      kind: 1 - (share - relaxed) / (1 - relaxed),
      norm: radius,
      slope: -share * decrement,
      promised: share * (1 - 0.5 * share) * decrement,
    };
  if (g * steepest >= radius)
    return {
      step: model.descent.map((value) => (-radius / g) * value),
      kind: 1 + (g * steepest) / radius,
      norm: radius,
      slope: -radius * g,
      promised: radius * (g - 0.5 * radius * (curvature / g) ** 2),
    };
  return between(model, radius, steepest, relaxed, decrement);
}

function between(
  { gradientNorm: g, curvature, newton, newtonNorm, descent }: QuadraticModel,
  radius: number,
  steepest: number,
  relaxed: number,
  decrement: number,
): TrialStep {
  const inner = (steepest * relaxed * decrement) / g;
  const first = inner - g * steepest ** 2;
  const second = radius * (radius / g) - g * steepest ** 2;
  const long = relaxed * newtonNorm;
  const square = (long / g) * long - inner - first;
  const t = second / (first + Math.sqrt(first ** 2 + square * second));
  const x = (t - 1) * steepest;
  const y = -t * relaxed;
  return {
    step: descent.map((value, i) => x * value + y * newton[i]!),
    kind: 2 - t,
    norm: radius,
    slope: x * g ** 2 + y * decrement,
    promised: -x * g * ((y + 1) * g) - y * (1 + 0.5 * y) * decrement - 0.5 * (curvature * x) ** 2,
  };
}
