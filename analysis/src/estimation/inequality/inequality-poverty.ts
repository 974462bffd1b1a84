import type { Estimator } from "../estimator.ts";
import { answeredIn } from "../measurement.ts";
import { densityAt } from "../quantiles/quantile-density.ts";
import { orderOf } from "../quantiles/quantile-order.ts";
import { type Ordered, ordered } from "../quantiles/quantile-ordered.ts";
import { valueAbove } from "./inequality-quantile.ts";

export interface PovertyOptions {
  /** The threshold as a share of the median income; 0.6 when left out. */
  readonly ofMedian?: number;
  /** By row: 1 for the people whose rate or gap is asked. The threshold is always that of everyone. */
  readonly group?: Uint8Array;
}

/**
 * At-risk-of-poverty threshold (a share of the median income), in units of income; rate (share of people below it,
 * 0 to 1); and relative median poverty gap (how far the median income of those below is under the threshold, as a
 * share of it; NaN where nobody is below). Names: threshold, rate, gap.
 *
 * @param incomes one per person, NaN where missing
 * @source Eurostat, EU statistics on income and living conditions, methodology (monetary poverty); linearisation: Deville
 *   (1999), Survey Methodology 25(2); Osier (2009), Survey Research Methods 3(3)
 * @agrees R laeken::arpt, arpr, rmpg (percent / 100), tests/reference
 */
export function povertyEstimator(
  incomes: Float64Array,
  { ofMedian = 0.6, group }: PovertyOptions = {},
): Estimator {
  const usable = answeredIn([incomes]);
  const order = orderOf(incomes, usable);
  const inGroup = group ? order.filter((row) => group[row] === 1) : order;
  const partsAt = (weights: Float64Array) => {
    const everyone = ordered(incomes, order, weights);
    const asked = group ? ordered(incomes, inGroup, weights) : everyone;
    const threshold = ofMedian * valueAbove(everyone, 0.5);
    return { everyone, asked, threshold, ...belowThreshold(asked, threshold) };
  };
  return {
    names: ["threshold", "rate", "gap"],
    usable,
    valueAt(weights) {
      const { threshold, rate, poorMedian } = partsAt(weights);
      return Float64Array.of(threshold, rate, 1 - poorMedian / threshold);
    },
    scoresAt(weights) {
      const scores = scorePoverty(partsAt(weights), ofMedian);
      const zero = () => new Float64Array(incomes.length);
      const [thresholds, rates, gaps] = [zero(), zero(), zero()];
      for (const row of order) {
        if (weights[row] === 0) continue;
        const score = scores(incomes[row]!, group?.[row] !== 0);
        [thresholds[row], rates[row], gaps[row]] = [score.threshold, score.rate, score.gap];
      }
      return [thresholds, rates, gaps];
    },
  };
}

function belowThreshold(asked: Ordered, threshold: number): { rate: number; poorMedian: number } {
  let count = 0;
  while (count < asked.values.length && asked.values[count]! < threshold) count++;
  const poor = {
    ...asked,
    values: asked.values.subarray(0, count),
    cumulative: asked.cumulative.subarray(0, count),
  };
  const all = asked.cumulative.at(-1) ?? Number.NaN;
  return { rate: (poor.cumulative.at(-1) ?? 0) / all, poorMedian: valueAbove(poor, 0.5) };
}

interface PovertyParts {
  readonly everyone: Ordered;
  readonly asked: Ordered;
  readonly threshold: number;
  readonly rate: number;
  readonly poorMedian: number;
}

/** Influence of one person: through the threshold, which everyone moves, and through the group. */
function scorePoverty({ everyone, asked, threshold, rate, poorMedian }: PovertyParts, ofMedian: number) {
  const median = threshold / ofMedian;
  const medianSlope = densityAt(median, everyone) * everyone.total;
  const [atThreshold, atPoorMedian] = [densityAt(threshold, asked), densityAt(poorMedian, asked)];
  const shareOfPoorMedian = rate / 2;
  return (income: number, isAsked: boolean) => {
    const ofThreshold = (ofMedian * (0.5 - (income <= median ? 1 : 0))) / medianSlope;
    const below = isAsked ? ((income < threshold ? 1 : 0) - rate) / asked.total : 0;
    const ofRate = below + atThreshold * ofThreshold;
    const belowMedian = isAsked ? ((income <= poorMedian ? 1 : 0) - shareOfPoorMedian) / asked.total : 0;
    const ofPoorMedian = (ofRate / 2 - belowMedian) / atPoorMedian;
    const ofGap = (poorMedian * ofThreshold) / threshold ** 2 - ofPoorMedian / threshold;
    return { threshold: ofThreshold, rate: ofRate, gap: ofGap };
  };
}
