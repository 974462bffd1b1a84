import { sumOf } from "../numerics/index.ts";
import { analyseOneFactor } from "./factor-analysis.ts";
import { type ItemAnswers, momentBlocks, requireVariation } from "./factor-items.ts";
import { minresLoadings } from "./factor-minres.ts";
import { type NotEstimable, NotEstimableError, orNotEstimable } from "./not-estimable.ts";

/** Reliability of a sum score from a one-factor model. */
export interface Omega {
  readonly estimable: true;
  /** Share of the model's variance of the sum that is the factor's. */
  readonly total: number;
  /** The same share of the observed variance of the sum. */
  readonly ofObservedVariance: number;
  readonly loadings: Readonly<Record<string, number>>;
  readonly residualVariances: Readonly<Record<string, number>>;
  readonly respondents: number;
}

export interface OmegaOptions {
  /** "ml" in units of the items (the default), "minres" on correlations. */
  readonly estimator?: "ml" | "minres";
  /** A negative residual variance: "refuse" (the default) or "report" the number all the same. */
  readonly heywood?: "refuse" | "report";
  /** As for factor models. */
  readonly search?: "maximum" | "as-lavaan";
}

/**
 * McDonald's omega: (Σ loadings)² / ((Σ loadings)² + Σ residual variances), complete answers only.
 *
 * @returns a share (at most 1), or why there is none
 * @source McDonald (1999), Test Theory: A Unified Treatment, chapter 6
 * @agrees R lavaan::cfa(std.lv = TRUE) for "ml", psych::fa(fm = "minres") for "minres"
 */
export function omega(answers: ItemAnswers, options: OmegaOptions = {}): Omega | NotEstimable {
  return orNotEstimable(() => {
    const blocks = momentBlocks(answers, undefined, "listwise");
    requireVariation(answers, blocks, ["all"]);
    const { covariance, respondents } = blocks[0]!;
    const solution =
      options.estimator === "minres"
        ? minresSolution(answers, covariance, options)
        : likelihoodSolution(answers, covariance, options);
    const common = sumOf(solution.loadings) ** 2;
    return {
      estimable: true,
      total: common / (common + sumOf(solution.residuals)),
      ofObservedVariance: common / sumOf(solution.observed),
      loadings: byName(answers.names, solution.loadings),
      residualVariances: byName(answers.names, solution.residuals),
      respondents,
    };
  });
}

interface Solution {
  readonly loadings: readonly number[] | Float64Array;
  readonly residuals: readonly number[] | Float64Array;
  /** Observed covariances in the units of the loadings. */
  readonly observed: Float64Array;
}

function likelihoodSolution(answers: ItemAnswers, covariance: Float64Array, options: OmegaOptions): Solution {
  const fitted = analyseOneFactor(answers, {
    heywood: options.heywood ?? "refuse",
    search: options.search ?? "maximum",
  });
  if (!fitted.estimable) throw new NotEstimableError(fitted.reason, fitted.sentence);
  const estimatesOf = (kind: "loading" | "residual") =>
    fitted.parameters.filter((parameter) => parameter.kind === kind).map(({ estimate }) => estimate);
  return { loadings: estimatesOf("loading"), residuals: estimatesOf("residual"), observed: covariance };
}

function minresSolution(answers: ItemAnswers, covariance: Float64Array, options: OmegaOptions): Solution {
  const size = answers.names.length;
  const correlations = covariance.map(
    (value, at) =>
      value /
      Math.sqrt(covariance[Math.floor(at / size) * (size + 1)]! * covariance[(at % size) * (size + 1)]!),
  );
  const { loadings, heywood, converged } = minresLoadings(correlations, size);
  if (size < 3 || !converged)
    throw new NotEstimableError(
      size < 3 ? "too-few-items" : "not-converged",
      `${size} items do not determine one factor. Use at least three items that relate to each other.`,
    );
  if (heywood.length > 0 && options.heywood !== "report")
    throw new NotEstimableError(
      "heywood-case",
      `The factor explains all of "${answers.names[heywood[0]!]}" (a Heywood case). Collect more answers or leave that item out.`,
    );
  return { loadings, residuals: loadings.map((loading) => 1 - loading ** 2), observed: correlations };
}

function byName(names: readonly string[], values: ArrayLike<number>): Record<string, number> {
  return Object.fromEntries(names.map((name, i) => [name, values[i]!]));
}
