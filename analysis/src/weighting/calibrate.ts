import { scaledToOneTotal, type TotalOptions } from "./agreed-total.ts";
import {
  type Auxiliaries,
  auxiliaries,
  combined,
  crossProducts,
  type NumericTotal,
  totalsUnder,
} from "./auxiliaries.ts";
import {
  type Distance,
  type FactorBounds,
  type FactorFunction,
  factorFunction,
} from "./calibration-distance.ts";
import { negativeWeights, notMet, refuseMissingNumbers, refuseOutOfReach } from "./calibration-refusals.ts";
import { type CountedMargin, refuseUnmatched } from "./counted-margin.ts";
import { refuseRedundant, solverOf } from "./normal-equations.ts";
import { refuseMissing } from "./post-stratify.ts";
import type { Weighted } from "./weighted.ts";
import { WeightingError } from "./weighting-error.ts";

export interface KnownTotals {
  readonly margins?: readonly CountedMargin[];
  readonly numeric?: readonly NumericTotal[];
}

export interface CalibrateOptions extends TotalOptions {
  /** "linear" (default): one step, weights may turn negative without bounds; "raking": never negative; "logit": bounded. */
  readonly distance?: Distance;
  /** Bounds on the weight after divided by the weight before. */
  readonly bounds?: Partial<FactorBounds>;
  /** Stops when |total − weighted total| / (1 + |total|) is below this everywhere; 1e-10 when left out (R: 1e-7). */
  readonly tolerance?: number;
  /** 100 when left out (R: 50). */
  readonly maximumIterations?: number;
  /** What to do with negative weights of the linear distance: "refuse" (default) or "keep", as R does. */
  readonly negativeWeights?: "refuse" | "keep";
}

export interface Calibrated extends Weighted {
  readonly iterations: number;
  /** Smallest and largest weight after divided by the weight before. */
  readonly factors: FactorBounds;
}

/**
 * Changes the weights as little as possible, in the distance chosen, so that they meet known totals of categories and
 * of numeric variables.
 *
 * @param weights by row, before; none negative
 * @throws WeightingError totals that no weights meet (named), that follow from others (named), or that the bounds
 *   exclude (named with what is missing); rows without a category or a number; negative weights unless kept
 * @source Deville & Särndal (1992), Calibration Estimators in Survey Sampling, JASA 87
 * @agrees R survey::calibrate (linear, linear with bounds, raking, logit), tests/reference
 */
export function calibrate(
  weights: Float64Array,
  totals: KnownTotals,
  options: CalibrateOptions = {},
): Calibrated {
  const { margins, notes } = agreedMargins(weights, totals, options);
  const numeric = totals.numeric ?? [];
  refuseMissingNumbers(numeric, weights);
  if (options.negativeWeights !== "keep") refuseOutOfReach(weights, margins, numeric);
  const columns = auxiliaries(weights, margins, numeric);
  const bounds = { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY, ...options.bounds };
  const { factors, iterations, scale } = solve(columns, bounds, options);
  const after = weights.map((weight, row) => weight * factors[columns.unitOfRow?.[row] ?? row]!);
  const negative = after.filter((weight) => weight < 0).length;
  if (negative > 0 && options.negativeWeights !== "keep") throw negativeWeights(negative);
  return {
    weights: after,
    converged: true,
    iterations,
    factors: rangeOf(factors, columns.weights),
    adjustment: {
      margins: margins.map(({ cells, counts }) => ({ codes: cells, count: counts.length })),
      covariates: numeric.map(({ values }) => values),
      after,
      fitWeights: weights,
      fit: "least-squares",
    },
    notes: [...notes, ...notesOn(scale, negative)],
  };
}

function agreedMargins(
  weights: Float64Array,
  { margins = [], numeric = [] }: KnownTotals,
  options: TotalOptions,
) {
  if (margins.length === 0 && numeric.length === 0)
    throw new WeightingError("There is no total to calibrate to. Give at least one margin or numeric total.");
  if (margins.length === 0) return { margins, notes: [] };
  for (const margin of margins) refuseMissing(margin, weights);
  const agreed = scaledToOneTotal(margins, options);
  for (const margin of agreed.margins) refuseUnmatched(margin, weights);
  return agreed;
}

/** Newton's method for the λ with Σ w g(x'λ) x = totals; columns without people or respondents are met already. */
function solve(columns: Auxiliaries, bounds: FactorBounds, options: CalibrateOptions) {
  const { distance = "linear", tolerance = 1e-10, maximumIterations = 100 } = options;
  const target = Float64Array.from(columns.columns, ({ total }) => total);
  const { weights, scale } = rescaled(columns, target);
  const functions = factorFunction(distance, bounds);
  refuseRedundant(crossProducts(columns, weights), columns.columns);
  let lambda: Float64Array = new Float64Array(target.length);
  let state = stateAt(columns, weights, target, functions, lambda);
  let iterations = 0;
  do {
    const slopes = state.u.map((u, unit) => weights[unit]! * functions.slope(u));
    let step = solverOf(crossProducts(columns, slopes))(state.misfit);
    let next = stateAt(
      columns,
      weights,
      target,
      functions,
      lambda.map((value, i) => value + step[i]!),
    );
    while (!next.finite && iterations < maximumIterations) {
      iterations++;
      step = step.map((part) => part / 2);
      next = stateAt(
        columns,
        weights,
        target,
        functions,
        lambda.map((value, i) => value + step[i]!),
      );
    }
    [lambda, state] = [next.lambda, next];
    iterations++;
    if (iterations > maximumIterations) throw notMet(columns, state.misfit, target, bounds, iterations - 1);
  } while (!(largestMisfit(state.misfit, target) < tolerance));
  return { factors: state.factors.map((factor) => factor * scale), iterations, scale };
}

function stateAt(
  columns: Auxiliaries,
  weights: Float64Array,
  target: Float64Array,
  { factor }: FactorFunction,
  lambda: Float64Array,
) {
  const u = combined(columns, lambda);
  const factors = u.map(factor);
  const totals = totalsUnder(
    columns,
    factors.map((g, unit) => (weights[unit]! > 0 ? g * weights[unit]! : 0)),
  );
  return {
    lambda,
    u,
    factors,
    misfit: target.map((total, i) => total - totals[i]!),
    finite: totals.every(Number.isFinite),
  };
}

/** Weights whose every total is more than twenty times too small are multiplied first, as R does: bounds then hold after. */
function rescaled(columns: Auxiliaries, target: Float64Array) {
  const sample = totalsUnder(columns, columns.weights);
  const ratios = target.map((total, i) => (sample[i] === 0 ? Number.POSITIVE_INFINITY : total / sample[i]!));
  if (!(ratios.reduce((a, b) => Math.min(a, b)) > 20)) return { weights: columns.weights, scale: 1 };
  const scale = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
  return { weights: columns.weights.map((weight) => weight * scale), scale };
}

function largestMisfit(misfit: Float64Array, target: Float64Array): number {
  return misfit.reduce((largest, gap, i) => {
    const here = Math.abs(gap) / (1 + Math.abs(target[i]!));
    return Number.isNaN(here) ? Number.NaN : Math.max(largest, here);
  }, 0);
}

function rangeOf(factors: Float64Array, weights: Float64Array): FactorBounds {
  let [lower, upper] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  factors.forEach((factor, unit) => {
    if (weights[unit]! > 0) [lower, upper] = [Math.min(lower, factor), Math.max(upper, factor)];
  });
  return { lower, upper };
}

function notesOn(scale: number, negative: number): string[] {
  const notes: string[] = [];
  if (scale !== 1)
    notes.push(
      `All totals are more than twenty times those of the sample: the weights were first multiplied by ${scale.toPrecision(4)}, and bounds count from there.`,
    );
  if (negative > 0) notes.push(`Negative weights: ${negative}. They were kept as asked.`);
  return notes;
}
