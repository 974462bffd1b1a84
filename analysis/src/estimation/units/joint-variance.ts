import type { Design, JointSelection } from "../../design/index.ts";

/**
 * Covariance of two totals when first-stage units were drawn with unequal probabilities and every pair of units has a
 * factor of its own.
 *
 * @param left, right  by first-stage unit of the whole sample: sums of w·z
 * @returns NaN where a pair that cannot be drawn together enters
 * @source Horvitz & Thompson (1952), JASA 47; Yates & Grundy (1953), JRSS B 15; Hartley & Rao (1962), Annals of
 *   Mathematical Statistics 33
 * @agrees R survey::svydesign(pps = HR(), ppsmat()), tests/reference
 */
export function jointCovariance(
  { stages: [first] }: Design,
  selection: JointSelection,
  left: Float64Array,
  right: Float64Array,
): number {
  if (selection.kind === "joint-probabilities") return quadratic(selection.factors, left, right);
  const stratumOfUnit = new Int32Array(first.unitCount);
  first.units.forEach((unit, row) => {
    stratumOfUnit[unit] = first.strata[row]!;
  });
  const probabilities = first.probabilities ?? new Float64Array(first.unitCount);
  return hartleyRao({ ...first, stratumOfUnit, probabilities }, selection.meanSquares, left, right);
}

function quadratic(factors: Float64Array, left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let i = 0, at = 0; i < left.length; i++)
    for (let j = 0; j < right.length; j++, at++) sum += factors[at]! * left[i]! * right[j]!;
  return sum;
}

/** Pairs i ≠ j of a stratum have the factor 1 − (n − π_i − π_j + Σπ²/n)/(n − 1), a unit with itself 1 − π_i. */
function hartleyRao(
  stage: {
    readonly sampled: Int32Array;
    readonly stratumOfUnit: Int32Array;
    readonly probabilities: Float64Array;
  },
  meanSquares: Float64Array,
  left: Float64Array,
  right: Float64Array,
): number {
  const { sampled, stratumOfUnit, probabilities } = stage;
  const sums = {
    left: zeros(sampled),
    right: zeros(sampled),
    weightedLeft: zeros(sampled),
    weightedRight: zeros(sampled),
  };
  let covariance = 0;
  left.forEach((l, unit) => {
    const [r, h, p] = [right[unit]!, stratumOfUnit[unit]!, probabilities[unit]!];
    const { level, slope } = pairFactor(sampled[h]!, meanSquares[h]!);
    sums.left[h]! += l;
    sums.right[h]! += r;
    sums.weightedLeft[h]! += p * l;
    sums.weightedRight[h]! += p * r;
    covariance += (1 - p - (level + 2 * slope * p)) * l * r;
  });
  sampled.forEach((n, h) => {
    const { level, slope } = pairFactor(n, meanSquares[h]!);
    covariance += level * sums.left[h]! * sums.right[h]!;
    covariance += slope * (sums.weightedLeft[h]! * sums.right[h]! + sums.left[h]! * sums.weightedRight[h]!);
  });
  return covariance;
}

function pairFactor(n: number, meanSquare: number) {
  return n > 1 ? { level: 1 - (n + meanSquare) / (n - 1), slope: 1 / (n - 1) } : { level: 0, slope: 0 };
}

function zeros({ length }: { readonly length: number }): Float64Array {
  return new Float64Array(length);
}
