import type { Auxiliaries, NumericTotal } from "./auxiliaries.ts";
import type { FactorBounds } from "./calibration-distance.ts";
import type { CountedMargin } from "./counted-margin.ts";
import { WeightingError } from "./weighting-error.ts";

export function refuseMissingNumbers(numeric: readonly NumericTotal[], weights: Float64Array): void {
  for (const { name, values, total } of numeric) {
    if (!Number.isFinite(total))
      throw new WeightingError(
        `The population total of "${name}" is no number. Give it, or leave "${name}" out.`,
      );
    const row = values.findIndex((value, i) => !Number.isFinite(value) && weights[i]! > 0);
    if (row >= 0)
      throw new WeightingError(
        `Row ${row + 1} has no number in "${name}". Calibration needs one of every respondent: complete it, or leave "${name}" out.`,
      );
  }
}

/** A total whose mean no respondents of positive weight can have. */
export function refuseOutOfReach(
  weights: Float64Array,
  [margin]: readonly CountedMargin[],
  numeric: readonly NumericTotal[],
): void {
  if (!margin) return;
  const people = margin.counts.reduce((sum, count) => sum + count, 0);
  for (const { name, values, total } of numeric) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let row = 0; row < weights.length; row++)
      if (weights[row]! > 0) [low, high] = [Math.min(low, values[row]!), Math.max(high, values[row]!)];
    const mean = total / people;
    if (mean < low || mean > high)
      throw new WeightingError(
        `The population total ${total} of "${name}" means ${mean.toPrecision(6)} per person, but all respondents lie between ${low} and ${high}. Check its units and universe.`,
      );
  }
}

export function notMet(
  { columns }: Auxiliaries,
  misfit: Float64Array,
  target: Float64Array,
  { lower, upper }: FactorBounds,
  rounds: number,
): WeightingError {
  const worst = misfit.reduce(
    (worst, gap, i) =>
      Math.abs(gap) / (1 + Math.abs(target[i]!)) > Math.abs(misfit[worst]!) / (1 + Math.abs(target[worst]!))
        ? i
        : worst,
    0,
  );
  const bounded = Number.isFinite(lower) || Number.isFinite(upper);
  return new WeightingError(
    `Calibration did not meet its totals in ${rounds} rounds; ${columns[worst]?.name} lacks ${misfit[worst]!.toPrecision(4)} of ${target[worst]}. ${
      bounded
        ? `Weights may change by factors between ${lower} and ${upper} only: widen these bounds, or merge small categories.`
        : "Merge small categories, or check this total."
    }`,
  );
}

export function negativeWeights(count: number): WeightingError {
  return new WeightingError(
    `Linear calibration makes ${count} weights negative. Choose the raking distance, or set a lower bound.`,
  );
}
