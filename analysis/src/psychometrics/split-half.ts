import { spectrum, sumOf } from "../numerics/index.ts";
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
  squaresOffDiagonal,
  traceOf,
} from "./item-moments.ts";
import { squaredMultipleCorrelations } from "./multiple-correlation.ts";
import { type NotEstimable, NotEstimableError, orNotEstimable } from "./not-estimable.ts";

/** Reliability from halves of a scale: Guttman's lambda 4 of splits of the standardised items. */
export interface SplitHalf {
  readonly estimable: true;
  /** First, third, fifth … item against the others: Pearson's r, stepped up to full length, and lambda 4 of the raw sums. */
  readonly oddEven: {
    readonly correlation: number;
    readonly spearmanBrown: number;
    readonly lambda4: number;
  };
  readonly splits: {
    readonly best: number;
    readonly mean: number;
    readonly worst: number;
    readonly count: number;
  };
  readonly lambda2: number;
  /** null where an item follows from the others. */
  readonly lambda6: number | null;
  readonly averageCorrelation: number;
  /** Items turned round because they run against the first principal component. */
  readonly reversed: readonly string[];
  readonly respondents: number;
}

/** More items have more splits than are worth trying. */
const mostItems = 16;

/**
 * Split-half reliability over every split into halves (an odd number of items: halves that differ by one).
 *
 * @param splits "all", or for an odd number of items the first half of the splits in lexical order, as R's psych
 * @source Guttman (1945), A Basis for Analyzing Test-Retest Reliability, Psychometrika 10(4); Brown (1910); Spearman (1910)
 * @agrees R psych::splitHalf
 */
export function splitHalf(
  answers: ItemAnswers,
  { splits = "all" }: { readonly splits?: "all" | "first-half-if-odd" } = {},
): SplitHalf | NotEstimable {
  return orNotEstimable(() => {
    const { names, values } = completeAnswers(answers);
    if (names.length > mostItems)
      throw new NotEstimableError(
        "too-many-items",
        `${names.length} items have too many halves to try. Name at most ${mostItems} items of one scale.`,
      );
    const { correlations, reversed } = alongFirstComponent(
      correlationsFrom(covariancesOf(answers, "listwise")),
      names,
    );
    const lambdas = halvesOf(names.length, splits).map((half) => lambda4(correlations, half));
    return {
      estimable: true,
      oddEven: oddEven(values),
      splits: {
        best: Math.max(...lambdas),
        mean: sumOf(lambdas) / lambdas.length,
        worst: Math.min(...lambdas),
        count: lambdas.length,
      },
      ...guttmanBounds(correlations),
      reversed,
      respondents: values[0]?.length ?? 0,
    };
  });
}

function oddEven(values: readonly Float64Array[]): SplitHalf["oddEven"] {
  const sumOfItems = (parity: number) =>
    Float64Array.from(values[0] ?? [], (_, row) =>
      values.reduce((sum, column, item) => (item % 2 === parity ? sum + column[row]! : sum), 0),
    );
  const [odd, even] = [sumOfItems(0), sumOfItems(1)];
  const both = odd.map((sum, row) => sum + even[row]!);
  const correlation = correlationOf(odd, even);
  return {
    correlation,
    spearmanBrown: (2 * correlation) / (1 + correlation),
    lambda4: (4 * covarianceOf(odd, even)) / covarianceOf(both, both),
  };
}

function alongFirstComponent(correlations: Float64Array[], names: readonly string[]) {
  const first = spectrum(correlations).vectors.at(-1) ?? new Float64Array(names.length);
  const direction = sumOf(first) < 0 ? -1 : 1;
  const keys = first.map((loading) => (loading * direction < 0 ? -1 : 1));
  return {
    correlations: correlations.map((row, i) => row.map((r, j) => r * keys[i]! * keys[j]!)),
    reversed: names.filter((_, i) => keys[i] === -1),
  };
}

function guttmanBounds(correlations: readonly Float64Array[]) {
  const n = correlations.length;
  const total = grandTotal(correlations);
  const off = total - traceOf(correlations);
  const explained = squaredMultipleCorrelations(correlations);
  const squares = sumOf(squaresOffDiagonal(correlations));
  return {
    lambda2: (off + Math.sqrt((squares * n) / (n - 1))) / total,
    lambda6: explained ? (off + sumOf(explained)) / total : null,
    averageCorrelation: meanOf(Float64Array.from(belowDiagonal(correlations))),
  };
}

/** 4 × covariance of the halves / variance of their sum. */
function lambda4(correlations: readonly Float64Array[], half: ReadonlySet<number>): number {
  let across = 0;
  for (const i of half)
    correlations[i]!.forEach((r, j) => {
      if (!half.has(j)) across += r;
    });
  return (4 * across) / grandTotal(correlations);
}

/** The splits, each by the items of its smaller half, in lexical order; of an even number each split once. */
function halvesOf(items: number, splits: "all" | "first-half-if-odd"): ReadonlySet<number>[] {
  const halves = choices(items, Math.floor(items / 2));
  const once = items % 2 === 0 || splits === "first-half-if-odd";
  return (once ? halves.slice(0, Math.ceil(halves.length / 2)) : halves).map((half) => new Set(half));
}

function choices(from: number, size: number, first = 0): number[][] {
  if (size === 0) return [[]];
  const found: number[][] = [];
  for (let item = first; item <= from - size; item++)
    for (const rest of choices(from, size - 1, item + 1)) found.push([item, ...rest]);
  return found;
}
