import type { Arrangement } from "./arrangement.ts";

/** PSU totals of linearised scores, as a combination of two sums by cell: z = a·first + b·second, a and b by domain. */
export interface LinearisedTotals {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** Σ w of usable rows by cell: a stratum takes part where this is positive. */
  readonly weights: Float64Array;
}

/** Marks a domain that meets a stratum with a single PSU under the policy "fail". */
export const singlePsuFailure = -1;

/**
 * Variance of a total by domain from PSU totals within strata (ultimate clusters), Taylor-linearised scores given.
 * PSUs of a stratum without respondents in the domain enter with a zero total: the domain keeps the full design.
 *
 * @returns by domain: squared units of the scores; NaN when every stratum has one PSU under "average";
 *   `singlePsuFailure` when the policy is "fail" and a stratum of the domain has one PSU
 * @source Hansen, Hurwitz & Madow (1953), Sample Survey Methods and Theory; single-PSU policies as R survey 4.1
 * @agrees R survey::svyrecvar, tests/reference
 */
export function varianceByDomain(arrangement: Arrangement, totals: LinearisedTotals): Float64Array {
  const { design, runStarts, stratumOfRun, domainOfRun, psusInStratum, domains } = arrangement;
  const variances = new Float64Array(domains.count);
  const failed = new Uint8Array(domains.count);
  const [strata, estimable] = [new Int32Array(domains.count), new Int32Array(domains.count)];
  for (let run = 0; run < stratumOfRun.length; run++) {
    const [stratum, domain] = [stratumOfRun[run]!, domainOfRun[run]!];
    const [start, end] = [runStarts[run]!, runStarts[run + 1]!];
    if (!anyWeight(totals.weights, start, end)) continue;
    const [sampled, fpc] = [psusInStratum[stratum]!, design.fpc[stratum]!];
    strata[domain]!++;
    if (fpc < 1e-7) estimable[domain]!++;
    else if (sampled > 1) {
      estimable[domain]!++;
      const spread = sumOfSquaresAround(totals, start, end, sampled, totals.a[domain]!, totals.b[domain]!);
      variances[domain]! += ((fpc * sampled) / (sampled - 1)) * spread;
    } else if (design.singlePsu === "fail") failed[domain] = 1;
    else if (design.singlePsu !== "average") {
      estimable[domain]!++;
      const total = totals.a[domain]! * totals.first[start]! + totals.b[domain]! * totals.second[start]!;
      // "adjust" centres at zero, as R survey 4.1; "remove" and "certainty" centre at the PSU itself.
      if (design.singlePsu === "adjust") variances[domain]! += fpc * total * total;
    }
  }
  return variances.map((variance, domain) => {
    if (failed[domain]) return singlePsuFailure;
    return strata[domain] === estimable[domain]
      ? variance
      : variance * (strata[domain]! / estimable[domain]!);
  });
}

function anyWeight(weights: Float64Array, start: number, end: number): boolean {
  for (let cell = start; cell < end; cell++) if (weights[cell]! > 0) return true;
  return false;
}

/** Σ (z − mean z)² over all sampled PSUs of the stratum; those without a cell have z = 0. */
function sumOfSquaresAround(
  { first, second }: LinearisedTotals,
  start: number,
  end: number,
  sampled: number,
  a: number,
  b: number,
): number {
  let total = 0;
  for (let cell = start; cell < end; cell++) total += a * first[cell]! + b * second[cell]!;
  const mean = total / sampled;
  let squares = (sampled - (end - start)) * mean * mean;
  for (let cell = start; cell < end; cell++) {
    const deviation = a * first[cell]! + b * second[cell]! - mean;
    squares += deviation * deviation;
  }
  return squares;
}
