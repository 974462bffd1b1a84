import { dot } from "../numerics/index.ts";
import type { Domains } from "./domains.ts";
import type { Estimator } from "./estimator.ts";
import type { RatioOf } from "./means/ratio.ts";
import { answeredIn, type Measurement } from "./measurement.ts";

/**
 * Means Σwy / Σw of several variables over the rows that are complete in all of them.
 *
 * @agrees R survey::svymean(na.rm = TRUE)
 */
export function meansEstimator(names: readonly string[], measurements: readonly Measurement[]): Estimator {
  const ones = new Float64Array(measurements[0]?.values.length ?? 0).fill(1);
  return ratiosEstimator(
    names,
    measurements.map((numerator) => ({ numerator, denominator: { values: ones } })),
  );
}

/**
 * Totals Σwy of several variables over the rows that are complete in all of them.
 *
 * @agrees R survey::svytotal(na.rm = TRUE)
 */
export function totalsEstimator(names: readonly string[], measurements: readonly Measurement[]): Estimator {
  const usable = completeIn(measurements);
  const values = measurements.map((one) => zeroWhereUnusable(one.values, usable));
  return {
    names,
    usable,
    valueAt: (weights) => Float64Array.from(values, (one) => dot(weights, one)),
    scoresAt: (weights) => values.map((one) => one.map((value, row) => (weights[row] === 0 ? 0 : value))),
  };
}

/**
 * Ratios Σwy / Σwx of several pairs over the rows that are complete in all of them; NaN where Σwx is zero.
 *
 * @agrees R survey::svyratio(na.rm = TRUE)
 */
export function ratiosEstimator(names: readonly string[], ratios: readonly RatioOf[]): Estimator {
  const usable = completeIn(ratios.flatMap(({ numerator, denominator }) => [numerator, denominator]));
  const pairs = ratios.map(({ numerator, denominator }) => ({
    over: zeroWhereUnusable(numerator.values, usable),
    under: zeroWhereUnusable(denominator.values, usable),
  }));
  return {
    names,
    usable,
    valueAt: (weights) =>
      Float64Array.from(pairs, ({ over, under }) => {
        const base = dot(weights, under);
        return base === 0 ? Number.NaN : dot(weights, over) / base;
      }),
    scoresAt: (weights) =>
      pairs.map(({ over, under }) => {
        const base = dot(weights, under);
        const ratio = dot(weights, over) / base;
        return over.map((value, row) => (weights[row] === 0 ? 0 : (value - ratio * under[row]!) / base));
      }),
  };
}

/**
 * An estimator repeated in every domain, so that the covariances between domains are known; statistics in the order
 * domain, then statistic within it, named `domain` or `domain:statistic`.
 */
export function acrossDomains(
  estimator: Estimator,
  domains: Domains & { readonly names: readonly string[] },
): Estimator {
  const inDomain = (weights: Float64Array, domain: number) =>
    weights.map((weight, row) => (domains.of[row] === domain ? weight : 0));
  const each = Array.from({ length: domains.count }, (_, domain) => domain);
  const single = estimator.names.length === 1;
  return {
    names: domains.names.flatMap((domain) =>
      estimator.names.map((name) => (single ? domain : `${domain}:${name}`)),
    ),
    usable: estimator.usable.map((usable, row) => (domains.of[row]! >= 0 ? usable : 0)),
    valueAt: (weights) =>
      Float64Array.from(each.flatMap((domain) => [...estimator.valueAt(inDomain(weights, domain))])),
    scoresAt: (weights) => each.flatMap((domain) => estimator.scoresAt(inDomain(weights, domain))),
  };
}

function completeIn(measurements: readonly Measurement[]): Uint8Array {
  return answeredIn(measurements.map(({ values }) => values));
}

function zeroWhereUnusable(values: Float64Array, usable: Uint8Array): Float64Array {
  return values.map((value, row) => (usable[row] === 1 ? value : 0));
}
