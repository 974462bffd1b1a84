import type { Design } from "../../design/index.ts";
import type { Estimate } from "../estimate.ts";
import { tInterval } from "../interval.ts";
import type { Measurement } from "../measurement.ts";
import type { EstimationOptions } from "../options.ts";
import { type Arrangement, arrange, refuseOtherLength } from "../units/arrangement.ts";
import { addCells } from "../units/sums.ts";
import type { NoVariance } from "../units/unit-variance.ts";
import { type LinearisedTotals, variancesOfEach } from "../units/variance.ts";
import { present, simpleSamplingFactor } from "./presented.ts";

export interface RatioOf {
  readonly numerator: Measurement;
  readonly denominator: Measurement;
}

/**
 * Ratio of two weighted totals Σwy / Σwx over those who answered both, with its Taylor-linearised standard error.
 *
 * @source Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, §5.6
 * @agrees R survey::svyratio, tests/reference
 */
export function estimateRatio(design: Design, ratio: RatioOf, options: EstimationOptions = {}): Estimate {
  return estimateRatioByDomain(arrange(design), [ratio], options)[0]![0]!;
}

/** Ratios by pair, then by domain; domains are estimated with the full design, never by filtering rows first. */
export function estimateRatioByDomain(
  arrangement: Arrangement,
  ratios: readonly RatioOf[],
  options: EstimationOptions = {},
): Estimate[][] {
  return ratios.map((ratio) => ratiosOf(arrangement, ratio, options));
}

function ratiosOf(arrangement: Arrangement, ratio: RatioOf, options: EstimationOptions): Estimate[] {
  const sums = ratioSumsOf(arrangement, ratio);
  const variances = variancesOfEach(arrangement, [linearised(sums, ratio)])[0]!;
  return presentRatios(arrangement, ratio, sums, variances, options);
}

/** Sums of those who answered both, by cell and by domain. */
export interface RatioSums {
  readonly byCell: ReturnType<typeof sumIntoCells>;
  /** Σwy, Σwx and Σw. */
  readonly totals: Float64Array;
  readonly bases: Float64Array;
  readonly weights: Float64Array;
  /** Rows of positive weight with both answers, and those who should have both. */
  readonly respondents: Float64Array;
  readonly eligible: Float64Array;
}

export function ratioSumsOf(arrangement: Arrangement, ratio: RatioOf): RatioSums {
  const { cellCount, domainOfCell, domains } = arrangement;
  const byCell = sumIntoCells(arrangement, ratio);
  const byDomain = (sums: Float64Array | Int32Array) =>
    addCells(sums, domainOfCell, cellCount, domains.count);
  return {
    byCell,
    totals: byDomain(byCell.values),
    bases: byDomain(byCell.bases),
    weights: byDomain(byCell.weights),
    respondents: byDomain(byCell.respondents),
    eligible: byDomain(byCell.eligible),
  };
}

/** Estimates by domain from the sums of a ratio and its variances, however these were had. */
export function presentRatios(
  arrangement: Arrangement,
  ratio: RatioOf,
  { totals, bases, weights, respondents, eligible }: RatioSums,
  variances: readonly (number | NoVariance)[],
  options: EstimationOptions,
): Estimate[] {
  const values = totals.map((total, domain) => total / bases[domain]!);
  const squares = squaredResiduals(arrangement, ratio, values);
  return variances.map((variance, domain) => {
    const [n, weight, base] = [respondents[domain]!, weights[domain]!, bases[domain]!];
    const residual = (squares[domain]! / weight) * (n / (n - 1)) * (weight / base) ** 2;
    const parts = {
      value: values[domain]!,
      variance,
      simpleVariance: residual * simpleSamplingFactor(weight, n, options),
      respondents: n,
      eligible: eligible[domain]!,
    };
    return present(parts, domain, arrangement, options, tInterval);
  });
}

/** PSU totals of w (y − R x) / Σwx. */
function linearised(
  { byCell, totals, bases }: RatioSums,
  { numerator, denominator }: RatioOf,
): LinearisedTotals {
  return {
    first: byCell.values,
    second: byCell.bases,
    a: bases.map((base) => 1 / base),
    b: bases.map((base, domain) => -totals[domain]! / base ** 2),
    weights: byCell.weights,
    byRow: { measurement: numerator, shift: 0, base: denominator },
  };
}

export function linearisedRatio(arrangement: Arrangement, ratio: RatioOf): LinearisedTotals {
  return linearised(ratioSumsOf(arrangement, ratio), ratio);
}

function sumIntoCells(arrangement: Arrangement, { numerator, denominator }: RatioOf) {
  refuseOtherLength(arrangement, numerator);
  refuseOtherLength(arrangement, denominator);
  const [over, under] = [numerator.values, denominator.values];
  const { design, cellOfRow, cellCount } = arrangement;
  const size = cellCount + 1;
  const sums = {
    values: new Float64Array(size),
    bases: new Float64Array(size),
    weights: new Float64Array(size),
    respondents: new Int32Array(size),
    eligible: new Int32Array(size),
  };
  for (let row = 0; row < design.rows; row++) {
    const [weight, cell] = [design.weights[row]!, cellOfRow[row]!];
    const [value, base] = [over[row]!, under[row]!];
    if (weight === 0) continue;
    if (!Number.isNaN(value + base)) {
      sums.values[cell]! += weight * value;
      sums.bases[cell]! += weight * base;
      sums.weights[cell]! += weight;
      sums.respondents[cell]!++;
      sums.eligible[cell]!++;
    } else if (isEligible(numerator, row) && isEligible(denominator, row)) sums.eligible[cell]!++;
  }
  return sums;
}

function isEligible({ eligible }: Measurement, row: number): boolean {
  return eligible === undefined || eligible[row] === 1;
}

/** Σ w (y − R x)² by domain. */
function squaredResiduals(
  { design, domains }: Arrangement,
  { numerator, denominator }: RatioOf,
  ratios: Float64Array,
) {
  const squares = new Float64Array(domains.count);
  const [over, under] = [numerator.values, denominator.values];
  for (let row = 0; row < design.rows; row++) {
    const domain = domains.of[row]!;
    if (domain < 0 || design.weights[row] === 0) continue;
    const residual = over[row]! - ratios[domain]! * under[row]!;
    if (!Number.isNaN(residual)) squares[domain]! += design.weights[row]! * residual * residual;
  }
  return squares;
}
