import { WeightingError } from "./weighting-error.ts";

/** How far apart weights before and after are counted, which decides the factor g as a function of u = x'λ. */
export type Distance = "linear" | "raking" | "logit";

/** Bounds on g, the weight after divided by the weight before. */
export interface FactorBounds {
  readonly lower: number;
  readonly upper: number;
}

/** g and its slope dg/du. */
export interface FactorFunction {
  factor(u: number): number;
  slope(u: number): number;
}

/**
 * @throws WeightingError bounds that do not enclose 1, or none for "logit"
 * @source Deville & Särndal (1992), Calibration Estimators in Survey Sampling, JASA 87, cases 1, 2 and 6
 */
export function factorFunction(distance: Distance, bounds: FactorBounds): FactorFunction {
  refuseBounds(distance, bounds);
  if (distance === "logit") return logit(bounds);
  const { lower, upper } = bounds;
  const within = (g: number) => g > lower && g < upper;
  const bounded = (g: number) => Math.min(Math.max(g, lower), upper);
  return distance === "linear"
    ? { factor: (u) => bounded(1 + u), slope: (u) => (within(1 + u) ? 1 : 0) }
    : {
        factor: (u) => bounded(Math.exp(u)),
        slope: (u) => (within(Math.exp(u)) ? Math.exp(u) : 0),
      };
}

function logit({ lower, upper }: FactorBounds): FactorFunction {
  const steepness = (upper - lower) / ((upper - 1) * (1 - lower));
  const factor = (u: number) => {
    const odds = Math.exp(-steepness * u);
    return (lower * (upper - 1) * odds + upper * (1 - lower)) / ((upper - 1) * odds + 1 - lower);
  };
  return {
    factor: (u) => (steepness * u < -700 ? lower : factor(u)),
    slope: (u) => {
      const g = steepness * u < -700 ? lower : factor(u);
      return ((g - lower) * (upper - g)) / ((1 - lower) * (upper - 1));
    },
  };
}

function refuseBounds(distance: Distance, { lower, upper }: FactorBounds): void {
  if (!(lower < 1 && upper > 1))
    throw new WeightingError(
      `The bounds ${lower} and ${upper} do not enclose 1. They bound the weight after divided by the weight before: give one below 1 and one above.`,
    );
  if (distance === "logit" && !(Number.isFinite(lower) && Number.isFinite(upper)))
    throw new WeightingError(
      "Logit calibration needs a lower and an upper bound. Give both, such as 0.5 and 2, or choose the raking distance.",
    );
}
