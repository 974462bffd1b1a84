import { seeded } from "@tiltas/instrument/simulation";
import { spectrum } from "../numerics/index.ts";
import type { ItemAnswers } from "./factor-items.ts";
import { completeAnswers, correlationsFrom, covariancesOf } from "./item-moments.ts";
import { type NotEstimable, NotEstimableError, orNotEstimable } from "./not-estimable.ts";

/** How many dimensions a set of items has, by two rules. */
export interface NumberOfFactors {
  readonly estimable: true;
  /** Eigenvalues of the correlations, largest first. */
  readonly eigenvalues: Float64Array;
  /** The 95th percentile of the eigenvalues of unrelated answers, largest first. */
  readonly chance: Float64Array;
  /** Leading eigenvalues above chance (parallel analysis). */
  readonly parallel: number;
  /** Components that leave the least average squared partial correlation (Velicer's MAP). */
  readonly map: number;
  /** Average squared partial correlations after 0, 1, 2, … components. */
  readonly averageSquares: readonly number[];
  readonly seed: number;
  readonly draws: number;
  readonly respondents: number;
}

/**
 * Parallel analysis against normal answers without relation, and Velicer's minimum average partial; complete answers.
 *
 * @param seed  of the simulated answers; the same seed gives the same result
 * @source Horn (1965), Psychometrika 30; Velicer (1976), Psychometrika 41
 * @agrees R psych::fa.parallel (up to its own chance) and psych::vss (`map`)
 */
export function numberOfFactors(
  answers: ItemAnswers,
  seed: number,
  draws = 100,
): NumberOfFactors | NotEstimable {
  return orNotEstimable(() => {
    const used = completeAnswers(answers);
    const respondents = used.values[0]?.length ?? 0;
    const size = used.names.length;
    if (size < 3 || respondents <= size)
      throw new NotEstimableError(
        size < 3 ? "too-few-items" : "too-few-respondents",
        `Items: ${size}, respondents who answered all: ${respondents}. The number of dimensions needs at least three items and more respondents than items.`,
      );
    const correlations = correlationsFrom(covariancesOf(used, "listwise"));
    if (!correlations.every((row) => row.every(Number.isFinite)))
      throw new NotEstimableError(
        "constant-item",
        "Everyone gave the same answer to one of the items. Leave it out.",
      );
    const eigenvalues = spectrum(correlations).values.toReversed();
    const chance = chanceEigenvalues(respondents, size, seed, draws);
    const above = eigenvalues.findIndex((value, i) => value <= chance[i]!);
    const averageSquares = averagePartials(correlations);
    return {
      estimable: true,
      eigenvalues,
      chance,
      parallel: above < 0 ? size : above,
      map: averageSquares.indexOf(Math.min(...averageSquares)),
      averageSquares,
      seed,
      draws,
      respondents,
    };
  });
}

function chanceEigenvalues(respondents: number, size: number, seed: number, draws: number): Float64Array {
  const random = seeded(seed);
  const drawn = Array.from({ length: draws }, () => {
    const values = Array.from({ length: size }, () =>
      Float64Array.from({ length: respondents }, () => random.normal()),
    );
    const names = values.map((_, i) => String(i));
    return spectrum(correlationsFrom(covariancesOf({ names, values }, "listwise"))).values.toReversed();
  });
  return Float64Array.from({ length: size }, (_, i) => {
    const sorted = drawn.map((values) => values[i]!).sort((a, b) => a - b);
    return sorted[Math.ceil(0.95 * draws) - 1]!;
  });
}

/** After taking out 0, 1, 2, … principal components: the average squared correlation of what is left. */
function averagePartials(correlations: readonly Float64Array[]): number[] {
  const size = correlations.length;
  const { values, vectors } = spectrum(correlations);
  const left = correlations.map((row) => row.slice());
  const averages = [averageSquare(left)];
  for (let component = size - 1; component > 0; component--) {
    const [value, vector] = [values[component]!, vectors[component]!];
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) left[i]![j] = left[i]![j]! - value * vector[i]! * vector[j]!;
    if (left.some((row, i) => row[i]! < 1e-12)) break;
    averages.push(averageSquare(left));
  }
  return averages;
}

function averageSquare(covariances: readonly Float64Array[]): number {
  const size = covariances.length;
  let sum = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) sum += covariances[i]![j]! ** 2 / (covariances[i]![i]! * covariances[j]![j]!);
  return (2 * sum) / (size * (size - 1));
}
