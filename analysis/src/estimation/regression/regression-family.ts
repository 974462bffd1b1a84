import type { Model } from "./regression-model.ts";

/** How the mean of an outcome follows from the linear predictor, and how far outcomes scatter around it. */
export interface Family {
  /** true: the mean is the predictor itself, so that one step of least squares is the answer. */
  readonly linear: boolean;
  /** The linear predictor from which the search starts; the weight has mean 1 over the sample. */
  start(outcome: number, weight: number): number;
  mean(predictor: number): number;
  /** Change of the mean with the predictor; for these families also the variance (up to the dispersion). */
  variance(mean: number): number;
  /** Twice the log likelihood lost by this mean against the outcome itself. */
  deviance(outcome: number, mean: number): number;
}

const gaussian: Family = {
  linear: true,
  start: (y) => y,
  mean: (predictor) => predictor,
  variance: () => 1,
  deviance: (y, mean) => (y - mean) ** 2,
};

/** Beyond this the probability is 0 or 1 to machine precision. */
const farthest = 36;

const quasibinomial: Family = {
  linear: false,
  start: (y, weight) => Math.log((weight * y + 0.5) / (weight * (1 - y) + 0.5)),
  mean: (predictor) => 1 / (1 + Math.exp(-Math.max(-farthest, Math.min(farthest, predictor)))),
  variance: (mean) => Math.max(mean * (1 - mean), Number.EPSILON),
  deviance: (y, mean) => 2 * (timesLog(y, y / mean) + timesLog(1 - y, (1 - y) / (1 - mean))),
};

const quasipoisson: Family = {
  linear: false,
  start: (y) => Math.log(y + 0.1),
  mean: (predictor) => Math.max(Math.exp(Math.min(predictor, 700)), Number.EPSILON),
  variance: (mean) => mean,
  deviance: (y, mean) => 2 * (timesLog(y, y / mean) - (y - mean)),
};

export const families: Readonly<Record<NonNullable<Model["family"]>, Family>> = {
  gaussian,
  quasibinomial,
  quasipoisson,
};

function timesLog(factor: number, argument: number): number {
  return factor === 0 ? 0 : factor * Math.log(argument);
}
