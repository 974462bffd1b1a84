import { type Domains, logSurvivalEstimator } from "../estimation/index.ts";
import type { ScoredStatistic } from "../indicators/index.ts";

/** By row, given domains and the values of their figures. */
export type FigureScores = (domains: Domains, values: Values) => Float64Array;
type Values = readonly (number | null)[];

/**
 * How the figure of the row's domain hangs on it, times its weight, up to a positive factor by domain; 0 for who does not
 * count. A quantile hangs on the share of those at or below it, a time on the survival at it. Prepared once for any
 * number of crossings.
 *
 * @source Woodruff (1952), Confidence Intervals for Medians and Other Position Measures, JASA 47
 */
export function figureScores(statistic: OtherStatistic, weights: Float64Array): FigureScores {
  switch (statistic.kind) {
    case "quantile":
      return (domains, values) => quantileScores(statistic, weights, domains, values);
    case "time-to-event":
      return (domains, values) => timeScores(statistic, weights, domains, values);
  }
}

/** Figures that follow from no sums. */
export type OtherStatistic = Extract<ScoredStatistic, { kind: "quantile" | "time-to-event" }>;
type Statistic<Kind> = Extract<ScoredStatistic, { kind: Kind }>;
/** w (share of those at or below − 1 for who is). */
function quantileScores(
  { values }: Statistic<"quantile">,
  weights: Float64Array,
  { of, count }: Domains,
  quantiles: Values,
): Float64Array {
  const [all, below] = [new Float64Array(count), new Float64Array(count)];
  const isBelow = weights.map((weight, row) => {
    const domain = of[row]!;
    const quantile = domain < 0 ? null : (quantiles[domain] ?? null);
    if (quantile === null || weight === 0 || Number.isNaN(values[row]!)) return Number.NaN;
    all[domain]! += weight;
    if (values[row]! > quantile) return 0;
    below[domain]! += weight;
    return 1;
  });
  const shares = below.map((sum, domain) => sum / all[domain]!);
  return isBelow.map((one, row) => (Number.isNaN(one) ? 0 : weights[row]! * (shares[of[row]!]! - one)));
}

/** w times the martingale residual of log survival, stopped at the time. */
function timeScores(
  { times, events }: Statistic<"time-to-event">,
  weights: Float64Array,
  domains: Domains,
  found: Values,
): Float64Array {
  const scores = new Float64Array(weights.length);
  membersOf(domains, (row) => weights[row]! > 0 && !Number.isNaN(times[row]!)).forEach((rows, domain) => {
    const time = found[domain] ?? null;
    if (time === null) return;
    const own = {
      times: Float64Array.from(rows, (row) => times[row]!),
      events: Uint8Array.from(rows, (row) => events[row]!),
    };
    const ownWeights = Float64Array.from(rows, (row) => weights[row]!);
    const [residuals] = logSurvivalEstimator(own, [time], "product").scoresAt(ownWeights);
    rows.forEach((row, i) => {
      scores[row] = ownWeights[i]! * residuals![i]!;
    });
  });
  return scores;
}

/** Rows that count, by domain. */
function membersOf({ of, count }: Domains, isCounted: (row: number) => boolean): number[][] {
  const members = Array.from({ length: count }, (): number[] => []);
  for (let row = 0; row < of.length; row++) if (of[row]! >= 0 && isCounted(row)) members[of[row]!]!.push(row);
  return members;
}
