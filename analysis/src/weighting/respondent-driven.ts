import { Matrix, solve } from "ml-matrix";
import { WeightingError } from "./weighting-error.ts";

/** Who recruited whom, and how many people each knows in the population that is studied. */
export interface RecruitmentChains {
  /** Names of the groups whose shares are wanted. */
  readonly groups: readonly string[];
  /** Group of each row as index into `groups`; -1 where unknown. */
  readonly group: Int32Array;
  /** Row of the recruiter; -1 for seeds. */
  readonly recruiter: Int32Array;
  /** People known (network size) of each row. */
  readonly degrees: Float64Array;
}

export interface RdsOne {
  /** Estimated share of each group in the population; they sum to 1. */
  readonly shares: Float64Array;
  /** Row g, column h: share of the recruits of group g that belong to group h. */
  readonly recruitment: readonly Float64Array[];
  /** Harmonic mean degree of each group. */
  readonly meanDegrees: Float64Array;
}

/**
 * RDS-I: shares of groups from who recruits whom and how many each knows. The chain's equilibrium over mean degrees;
 * for two groups P(A) = D(B)·C(BA) / (D(A)·C(AB) + D(B)·C(BA)).
 *
 * @throws WeightingError a group without recruits of its own making, degrees that are not above zero, groups that
 *   never recruit each other
 * @source Heckathorn (1997), Respondent-Driven Sampling, Social Problems 44(2); Salganik & Heckathorn (2004),
 *   Sociological Methodology 34 (reciprocity and harmonic mean degree)
 * @agrees the base R formula of the case rds1, tests/reference
 */
export function rdsOne(chains: RecruitmentChains): RdsOne {
  refuseDegrees(chains.degrees);
  const recruitment = recruitmentShares(chains);
  const meanDegrees = Float64Array.from(chains.groups, (_, g) =>
    harmonicMean(chains.degrees.filter((_degree, row) => chains.group[row] === g)),
  );
  const equilibrium = equilibriumOf(recruitment, chains.groups);
  const perDegree = equilibrium.map((share, g) => share / meanDegrees[g]!);
  const all = perDegree.reduce((sum, share) => sum + share, 0);
  return { shares: perDegree.map((share) => share / all), recruitment, meanDegrees };
}

function recruitmentShares({ groups, group, recruiter }: RecruitmentChains): Float64Array[] {
  const counts = groups.map(() => new Float64Array(groups.length));
  for (let row = 0; row < group.length; row++) {
    const [from, to] = [group[recruiter[row]!] ?? -1, group[row]!];
    if (from >= 0 && to >= 0) counts[from]![to]!++;
  }
  return counts.map((row, g) => {
    const sum = row.reduce((all, count) => all + count, 0);
    if (sum === 0)
      throw new WeightingError(
        `Nobody of the group "${groups[g]}" recruited anyone, so RDS-I cannot know whom it would recruit. Join the group to another, or use RDS-II.`,
      );
    return row.map((count) => count / sum);
  });
}

/** The shares that recruiting leaves as they are: s = s·C with Σ s = 1. */
function equilibriumOf(recruitment: readonly Float64Array[], groups: readonly string[]): Float64Array {
  const size = groups.length;
  const balance = new Matrix(size, size);
  for (let h = 0; h < size; h++)
    for (let g = 0; g < size; g++)
      balance.set(h, g, h === size - 1 ? 1 : recruitment[g]![h]! - (g === h ? 1 : 0));
  const right = Matrix.zeros(size, 1);
  right.set(size - 1, 0, 1);
  const shares = Float64Array.from(solved(balance, right));
  if (!shares.every((share) => share > 0))
    throw new WeightingError(
      `The groups ${groups.map((group) => `"${group}"`).join(", ")} do not all recruit into each other, so the chain has no single equilibrium. Join groups, or use RDS-II.`,
    );
  return shares;
}

function solved(balance: Matrix, right: Matrix): number[] {
  try {
    return solve(balance, right).to1DArray();
  } catch {
    return right.to1DArray().map(() => Number.NaN);
  }
}

/**
 * RDS-II: weights in inverse proportion to degree, so that a weighted mean is Σ(y/d) / Σ(1/d).
 * Errors that treat these weights as a plain sample do not know of the chains and are too small.
 *
 * @returns 1/degree by row
 * @throws WeightingError degrees that are missing or not above zero
 * @source Volz & Heckathorn (2008), Probability Based Estimation Theory for RDS, Journal of Official Statistics 24(1)
 */
export function rdsTwoWeights(degrees: Float64Array): Float64Array {
  refuseDegrees(degrees);
  return degrees.map((degree) => 1 / degree);
}

/** n / Σ(1/x): the mean degree of a population whose people were met in proportion to their degree. */
export function harmonicMean(values: Float64Array): number {
  return values.length / values.reduce((sum, value) => sum + 1 / value, 0);
}

function refuseDegrees(degrees: Float64Array): void {
  const row = degrees.findIndex((degree) => !(degree > 0) || !Number.isFinite(degree));
  if (row >= 0)
    throw new WeightingError(
      `Row ${row + 1} has no degree above zero. Everybody recruited knows at least the recruiter: correct it to 1 or more, or leave the row out.`,
    );
}
