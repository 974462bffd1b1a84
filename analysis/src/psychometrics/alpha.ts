import { median, sumOf } from "../numerics/index.ts";
import type { ItemAnswers } from "./factor-items.ts";
import {
  belowDiagonal,
  completeAnswers,
  correlationOf,
  correlationsFrom,
  covarianceOf,
  covariancesOf,
  grandTotal,
  meanOf,
  type PairRule,
  traceOf,
  without,
} from "./item-moments.ts";
import { squaredMultipleCorrelations } from "./multiple-correlation.ts";
import { type NotEstimable, orNotEstimable } from "./not-estimable.ts";

/** How well items hang together as one scale. */
export interface Consistency {
  /** Cronbach's alpha from covariances, and from correlations (standardised). */
  readonly raw: number;
  readonly standardised: number;
  /** Guttman's lambda 6, from squared multiple correlations; null where an item follows from the others. */
  readonly lambda6: number | null;
  readonly averageCorrelation: number;
  readonly medianCorrelation: number;
  /** Variance of the correlations between different items; NaN with two items. */
  readonly varianceOfCorrelations: number;
  /** n r̄ / (1 − r̄). */
  readonly signalToNoise: number;
  /** Standard error of the raw alpha. */
  readonly standardError: number;
}

/** One item beside its scale. */
export interface ItemOfScale {
  readonly name: string;
  readonly respondents: number;
  readonly mean: number;
  readonly standardDeviation: number;
  /** Correlation with the mean of all items answered, with the standardised sum, and the latter without its own error (null as lambda 6). */
  readonly withTotal: number;
  readonly withStandardisedTotal: number;
  readonly withoutOwnError: number | null;
  /** Correlation with the sum of the other items, from covariances. */
  readonly withRest: number;
  /** The scale without this item; null with two items. */
  readonly scaleWithout: Consistency | null;
}

export interface Alpha extends Consistency {
  readonly estimable: true;
  readonly items: readonly ItemOfScale[];
  readonly respondents: number;
  /** Of the person means over answered items. */
  readonly mean: number;
  readonly standardDeviation: number;
}

/**
 * Cronbach's alpha of a scale, with each item deleted. Items keep their direction: reverse them before.
 *
 * @source Cronbach (1951), Psychometrika 16(3); Guttman (1945), Psychometrika 10(4); standard error: Duhachek & Iacobucci (2004), Journal of Applied Psychology 89(5)
 * @agrees R psych::alpha(check.keys = FALSE)
 */
export function cronbachAlpha(answers: ItemAnswers, missing: PairRule): Alpha | NotEstimable {
  return orNotEstimable(() => {
    const used = missing === "listwise" ? completeAnswers(answers) : answers;
    const covariances = covariancesOf(used, "pairwise");
    const correlations = correlationsFrom(covariances);
    const people = used.values[0]?.length ?? 0;
    const totals = personMeans(used);
    const answered = totals.filter((total) => !Number.isNaN(total));
    return {
      estimable: true,
      ...consistency(covariances, correlations, people),
      items: itemsOfScale(used, covariances, correlations, totals),
      respondents: people,
      mean: meanOf(answered),
      standardDeviation: Math.sqrt(covarianceOf(answered, answered)),
    };
  });
}

function consistency(
  covariances: readonly Float64Array[],
  correlations: readonly Float64Array[],
  people: number,
): Consistency {
  const n = covariances.length;
  const [sum, trace, sumOfR] = [grandTotal(covariances), traceOf(covariances), grandTotal(correlations)];
  const average = (sumOfR - n) / (n * (n - 1));
  const between = Float64Array.from(belowDiagonal(correlations));
  const explained = squaredMultipleCorrelations(correlations);
  return {
    raw: (1 - trace / sum) * (n / (n - 1)),
    standardised: standardisedAlpha(n, sumOfR),
    lambda6: explained ? 1 - (n - sumOf(explained)) / sumOfR : null,
    averageCorrelation: average,
    medianCorrelation: median(between),
    varianceOfCorrelations: covarianceOf(between, between),
    signalToNoise: (n * average) / (1 - average),
    standardError: Math.sqrt(samplingVariance(covariances, sum, trace) / people),
  };
}

/** Alpha of n items of variance 1 from the sum of all their correlations, those with themselves included. */
export function standardisedAlpha(n: number, sumOfCorrelations: number): number {
  return (1 - n / sumOfCorrelations) * (n / (n - 1));
}

/** n times the variance of alpha under multivariate normal answers. */
function samplingVariance(covariances: readonly Float64Array[], sum: number, trace: number): number {
  const n = covariances.length;
  const squares = sumOf(covariances.map((row) => sumOf(row.map((value) => value * value))));
  const rowTotals = covariances.map(sumOf);
  const sumOfSquare = sumOf(rowTotals.map((total) => total * total));
  return (
    ((2 * n ** 2) / ((n - 1) ** 2 * sum ** 3)) * (sum * (squares + trace ** 2) - 2 * trace * sumOfSquare)
  );
}

function itemsOfScale(
  { names, values }: ItemAnswers,
  covariances: readonly Float64Array[],
  correlations: readonly Float64Array[],
  totals: Float64Array,
): ItemOfScale[] {
  const people = totals.length;
  const explained = squaredMultipleCorrelations(correlations);
  const sumOfR = grandTotal(correlations);
  const common = explained && Math.sqrt(sumOfR - names.length + sumOf(explained));
  return values.map((column, i) => {
    const own = covariances[i]![i]!;
    const rest = without(covariances, i);
    const answered = column.filter((value) => !Number.isNaN(value));
    const withOthers = sumOf(correlations[i]!) - 1;
    return {
      name: names[i] ?? "",
      respondents: answered.length,
      mean: meanOf(answered),
      standardDeviation: Math.sqrt(own),
      withTotal: correlationOf(column, totals),
      withStandardisedTotal: (withOthers + 1) / Math.sqrt(sumOfR),
      withoutOwnError: explained && common ? (withOthers + explained[i]!) / common : null,
      withRest: (sumOf(covariances[i]!) - own) / Math.sqrt(own * grandTotal(rest)),
      scaleWithout: names.length > 2 ? consistency(rest, without(correlations, i), people) : null,
    };
  });
}

/** Mean of the answered items by person; NaN for those who answered none. */
function personMeans({ values }: ItemAnswers): Float64Array {
  return Float64Array.from({ length: values[0]?.length ?? 0 }, (_, row) => {
    const answered = values.map((column) => column[row]!).filter((value) => !Number.isNaN(value));
    return answered.length === 0 ? Number.NaN : sumOf(answered) / answered.length;
  });
}
