import { type Domains, logSurvivalEstimator, quantileEstimator } from "../estimation/index.ts";
import type { ScoredStatistic } from "../indicators/index.ts";

type Statistic<Kind> = Extract<ScoredStatistic, { kind: Kind }>;

/** The figure of a domain as a function of the weights; NaN where there is none. */
export function valueUnder(statistic: ScoredStatistic, weights: Float64Array, { of }: Domains): number {
  switch (statistic.kind) {
    case "ratio":
      return ratioUnder(statistic, weights, of);
    case "quantile":
      return quantileEstimator(statistic.values, [statistic.share]).valueAt(within(weights, of))[0]!;
    case "time-to-event":
      return timeUnder(statistic, within(weights, of));
    case "priority":
      return priorityUnder(statistic, weights, of);
  }
}

function within(weights: Float64Array, of: Int32Array): Float64Array {
  return weights.map((weight, row) => (of[row]! < 0 ? 0 : weight));
}

function ratioUnder(
  { numerator, denominator }: Statistic<"ratio">,
  weights: Float64Array,
  of: Int32Array,
): number {
  let [over, under] = [0, 0];
  for (let row = 0; row < weights.length; row++) {
    const y = numerator[row]!;
    if (of[row]! < 0 || Number.isNaN(y)) continue;
    const x = denominator ? denominator[row]! : 1;
    if (Number.isNaN(x)) continue;
    const weight = weights[row]!;
    over += weight * y;
    under += weight * x;
  }
  return over / under;
}

/** The first time at which survival has fallen to the share of those who still wait. */
function timeUnder({ times, events, share }: Statistic<"time-to-event">, weights: Float64Array): number {
  const happened = new Set(times.filter((time, row) => events[row] === 1 && !Number.isNaN(time)));
  const at = [...happened].sort((a, b) => a - b);
  const logSurvival = logSurvivalEstimator({ times, events }, at, "product").valueAt(weights);
  return at[logSurvival.findIndex((one) => Math.exp(one) <= 1 - share)] ?? Number.NaN;
}

function priorityUnder({ needs }: Statistic<"priority">, weights: Float64Array, of: Int32Array): number {
  const products = needs.map(({ importance, unmet }) => {
    const mean = ratioUnder({ kind: "ratio", numerator: importance, denominator: null }, weights, of);
    const share = ratioUnder({ kind: "ratio", numerator: unmet, denominator: null }, weights, of);
    return mean * (Number.isNaN(share) ? 0 : share);
  });
  return products.reduce((sum, one) => sum + one / products.length, 0);
}
