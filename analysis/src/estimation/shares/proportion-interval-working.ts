import { expit } from "../../numerics/index.ts";

/** The binomial that stands in for the sample when the likelihood of a share is asked for. */
export interface WorkingBinomial {
  readonly respondents: number;
  /** Sum of the weights of those who answered, the mean weight in the domain being 1. */
  readonly size: number;
  /** Pearson's dispersion about the fit: n/(n − 1) times the mean weight of those who answered. */
  readonly dispersion: number;
  /** Information about the logit, at the last step but one of the fit, as R has it: near size · p(1 − p). */
  readonly information: number;
}

/**
 * @param indicator ones and zeros by row, NaN where missing
 * @param inside    by row: 1 in the domain
 * @agrees R survey::svyglm(y ~ 1, family = quasibinomial)
 */
export function workingBinomial(
  weights: Float64Array,
  indicator: Float64Array,
  inside: Uint8Array,
): WorkingBinomial {
  let [rows, all] = [0, 0];
  for (let row = 0; row < weights.length; row++)
    if (inside[row] === 1) {
      rows++;
      all += weights[row]!;
    }
  const answered = weights.map((weight, row) =>
    inside[row] === 1 && !Number.isNaN(indicator[row]!) ? (weight * rows) / all : Number.NaN,
  );
  let [respondents, positive, size, ones] = [0, 0, 0, 0];
  answered.forEach((weight, row) => {
    if (Number.isNaN(weight)) return;
    respondents++;
    if (weight > 0) positive++;
    size += weight;
    ones += weight * indicator[row]!;
  });
  const information = informationOfFit(answered, indicator, size, ones / size);
  return { respondents, size, dispersion: (positive / (positive - 1)) * (size / respondents), information };
}

/**
 * Fisher scoring from (w y + ½)/(w + 1) until the deviance changes by less than 1e-8 of itself.
 * The first step weighs row by row; from then on every row has the same logit.
 */
function informationOfFit(
  weights: Float64Array,
  indicator: Float64Array,
  size: number,
  share: number,
): number {
  let { logit, information, deviance } = firstStep(weights, indicator);
  for (let step = 0; step < 25; step++) {
    const fitted = expit(logit);
    const next = -2 * size * (share * Math.log(fitted) + (1 - share) * Math.log(1 - fitted));
    if (Math.abs(next - deviance) / (Math.abs(next) + 0.1) < 1e-8) break;
    deviance = next;
    information = size * fitted * (1 - fitted);
    logit += (share - fitted) / (fitted * (1 - fitted));
  }
  return information;
}

function firstStep(weights: Float64Array, indicator: Float64Array) {
  let [information, sum, deviance] = [0, 0, 0];
  weights.forEach((weight, row) => {
    if (!(weight > 0)) return;
    const start = (weight * indicator[row]! + 0.5) / (weight + 1);
    const spread = start * (1 - start);
    information += weight * spread;
    sum += weight * (spread * Math.log(start / (1 - start)) + indicator[row]! - start);
    deviance -= 2 * weight * Math.log(indicator[row]! > 0.5 ? start : 1 - start);
  });
  return { logit: sum / information, information, deviance };
}
