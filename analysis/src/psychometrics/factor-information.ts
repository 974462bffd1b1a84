import type { BasisProducts } from "./factor-basis.ts";
import type { GroupMatrices } from "./factor-matrices.ts";
import type { Cell, FactorModel } from "./factor-model.ts";
import type { Slope } from "./factor-slopes.ts";

/** "expected" under the model, or "observed": minus the second derivatives at the answers given. */
export type InformationKind = "expected" | "observed";

export function addGradient(
  slopes: readonly Slope[],
  { width, lack, pull }: BasisProducts,
  respondents: number,
  gradient: Float64Array,
): void {
  for (const { parameter, left, right, factor, shift } of slopes)
    gradient[parameter] =
      gradient[parameter]! + respondents * (factor * lack[left * width + right]! + shift * pull[left]!);
}

/** Adds the expected information of a block, lower and upper half alike. */
export function addExpectedInformation(
  slopes: readonly Slope[],
  { width, gram }: BasisProducts,
  respondents: number,
  parameters: number,
  information: Float64Array,
): void {
  for (let i = 0; i < slopes.length; i++) {
    const a = slopes[i]!;
    const [fromLeft, fromRight] = [a.left * width, a.right * width];
    for (let j = 0; j <= i; j++) {
      const b = slopes[j]!;
      const crossed =
        gram[fromLeft + b.left]! * gram[fromRight + b.right]! +
        gram[fromLeft + b.right]! * gram[fromRight + b.left]!;
      const value = a.factor * b.factor * crossed + a.shift * b.shift * gram[fromLeft + b.left]!;
      addBothHalves(information, parameters, a, b, respondents * value);
    }
  }
}

/** Adds minus the second derivatives of the log-likelihood of a block. */
export function addObservedInformation(
  model: FactorModel,
  matrices: GroupMatrices,
  slopes: readonly Slope[],
  products: BasisProducts,
  respondents: number,
  information: Float64Array,
): void {
  const { width, gram, lack } = products;
  // V' Σ⁻¹ D Σ⁻¹ V
  const met = lack.map((value, at) => value + gram[at]!);
  for (let i = 0; i < slopes.length; i++)
    for (let j = 0; j <= i; j++) {
      const [a, b] = [slopes[i]!, slopes[j]!];
      const [al, ar, bl, br] = [a.left * width, a.right * width, b.left, b.right];
      const bent =
        gram[ar + bl]! * met[al + br]! +
        gram[ar + br]! * met[al + bl]! +
        gram[al + bl]! * met[ar + br]! +
        gram[al + br]! * met[ar + bl]!;
      const crossed = gram[al + bl]! * gram[ar + br]! + gram[al + br]! * gram[ar + bl]!;
      const value =
        a.factor * b.factor * (bent - crossed) +
        a.shift * b.shift * gram[al + bl]! +
        meanThroughCovariance(a, b, products) +
        meanThroughCovariance(b, a, products) -
        secondSlope(a.cell, b.cell, model, matrices, products);
      addBothHalves(information, model.parameters, a, b, respondents * value);
    }
}

/** How the mean's move by one cell feels the other cell's move of the covariances. */
function meanThroughCovariance(mean: Slope, covariance: Slope, { width, gram, pull }: BasisProducts): number {
  if (mean.shift === 0 || covariance.factor === 0) return 0;
  const from = mean.left * width;
  return (
    mean.shift *
    covariance.factor *
    (gram[from + covariance.left]! * pull[covariance.right]! +
      gram[from + covariance.right]! * pull[covariance.left]!)
  );
}

/** What the implied moments' own bend adds: loadings multiply loadings, factor covariances and factor means. */
function secondSlope(
  one: Cell,
  other: Cell,
  model: FactorModel,
  { factorCovariance }: GroupMatrices,
  { width, lack, pull }: BasisProducts,
): number {
  const [p, m] = [model.items.length, model.factors.length];
  if (one.kind === "loading" && other.kind === "loading")
    return factorCovariance[one.column * m + other.column]! * lack[one.row * width + other.row]!;
  const [loading, moved] = one.kind === "loading" ? [one, other] : [other, one];
  if (loading.kind !== "loading") return 0;
  if (moved.kind === "factor-mean") return moved.row === loading.column ? pull[loading.row]! : 0;
  if (moved.kind !== "factor-covariance") return 0;
  const withFactor = (factor: number) => lack[loading.row * width + p + m + factor]!;
  if (moved.row === loading.column) return withFactor(moved.column);
  return moved.column === loading.column ? withFactor(moved.row) : 0;
}

function addBothHalves(matrix: Float64Array, size: number, a: Slope, b: Slope, value: number): void {
  const at = a.parameter * size + b.parameter;
  matrix[at] = matrix[at]! + value;
  if (a === b) return;
  const mirrored = b.parameter * size + a.parameter;
  matrix[mirrored] = matrix[mirrored]! + value;
}
