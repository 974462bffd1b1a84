import { normal } from "../numerics/index.ts";
import { type NotEstimable, notEstimable } from "./not-estimable.ts";

/** How near misses count: not at all, by distance, or by squared distance of the categories. */
export type KappaWeights = "none" | "linear" | "quadratic";

export interface Kappa {
  readonly estimable: true;
  readonly kappa: number;
  /** Weighted share agreed, and what chance alone would give. */
  readonly observed: number;
  readonly expected: number;
  /** For the test that kappa is 0, and for the interval. */
  readonly standardErrorUnderNull: number;
  readonly standardError: number;
  readonly z: number;
  /** 95 %. */
  readonly low: number;
  readonly high: number;
  readonly subjects: number;
}

/**
 * Cohen's kappa of two raters of the same subjects, plain or weighted.
 *
 * @param categories all codes that may be given, in their order
 * @param first,second by subject; subjects that one of the two left out (undefined) do not count
 * @source Cohen (1960, 1968); Fleiss, Cohen & Everitt (1969), Large sample standard errors of kappa and weighted kappa, Psychological Bulletin 72(5)
 * @agrees R psych::cohen.kappa, vcd::Kappa
 */
export function cohenKappa<Code>(
  first: readonly (Code | undefined)[],
  second: readonly (Code | undefined)[],
  categories: readonly Code[],
  weights: KappaWeights = "none",
): Kappa | NotEstimable {
  const size = categories.length;
  const place = new Map(categories.map((code, i) => [code, i]));
  const shares = Array.from({ length: size }, () => new Float64Array(size));
  let subjects = 0;
  first.forEach((code, subject) => {
    const [a, b] = [place.get(code as Code), place.get(second[subject] as Code)];
    if (a === undefined || b === undefined) return;
    shares[a]![b]!++;
    subjects++;
  });
  if (subjects === 0)
    return notEstimable(
      "everyone-missing",
      "No subject was coded by both raters. Let both code the same interviews.",
    );
  for (const row of shares) for (let j = 0; j < size; j++) row[j]! /= subjects;
  return fromShares(shares, agreementWeights(size, weights), subjects);
}

function agreementWeights(size: number, weights: KappaWeights): Float64Array[] {
  const reach = Math.max(1, size - 1);
  return Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (_, j) => {
      const distance = Math.abs(i - j) / reach;
      if (weights === "none") return i === j ? 1 : 0;
      return weights === "linear" ? 1 - distance : 1 - distance ** 2;
    }),
  );
}

function fromShares(
  shares: readonly Float64Array[],
  weight: readonly Float64Array[],
  subjects: number,
): Kappa | NotEstimable {
  const size = shares.length;
  const cells = Array.from({ length: size * size }, (_, at) => [Math.floor(at / size), at % size] as const);
  const over = (term: (i: number, j: number) => number) => cells.reduce((sum, [i, j]) => sum + term(i, j), 0);
  const rows = shares.map((row) => row.reduce((sum, share) => sum + share, 0));
  const columns = shares.map((_, j) => shares.reduce((sum, row) => sum + row[j]!, 0));
  const observed = over((i, j) => weight[i]![j]! * shares[i]![j]!);
  const expected = over((i, j) => weight[i]![j]! * rows[i]! * columns[j]!);
  if (expected >= 1)
    return notEstimable(
      "constant-item",
      "Both raters gave everyone the same code, so agreement cannot be told from chance. Code more varied interviews.",
    );
  const kappa = (observed - expected) / (1 - expected);
  const ofRow = weight.map((row) => row.reduce((sum, w, j) => sum + w * columns[j]!, 0));
  const ofColumn = columns.map((_, j) => rows.reduce((sum, share, i) => sum + weight[i]![j]! * share, 0));
  const excess = (i: number, j: number, factor: number) =>
    (weight[i]![j]! - (ofRow[i]! + ofColumn[j]!) * factor) ** 2;
  const scale = subjects * (1 - expected) ** 2;
  const underNull = (over((i, j) => rows[i]! * columns[j]! * excess(i, j, 1)) - expected ** 2) / scale;
  const remainder = (kappa - expected * (1 - kappa)) ** 2;
  const variance = (over((i, j) => shares[i]![j]! * excess(i, j, 1 - kappa)) - remainder) / scale;
  const [standardErrorUnderNull, standardError] = [Math.sqrt(underNull), Math.sqrt(Math.max(0, variance))];
  const reach = normal.quantile(0.975) * standardError;
  return {
    estimable: true,
    kappa,
    observed,
    expected,
    standardErrorUnderNull,
    standardError,
    z: kappa / standardErrorUnderNull,
    low: kappa - reach,
    high: kappa + reach,
    subjects,
  };
}
