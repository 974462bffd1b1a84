import type { RatioStatistic } from "../indicators/index.ts";
import type { ScoreSpace } from "./score-space.ts";

/** Sums of a statistic over the respondents of a domain; those of domains that share nobody may be added. */
export interface DomainSums {
  /** Respondents that count. */
  readonly respondents: number;
  /** Σwy, Σwx, Σw²y², Σw²xy, Σw²x². */
  readonly y: number;
  readonly x: number;
  readonly yy: number;
  readonly xy: number;
  readonly xx: number;
  /** By category of the margins: Σ fit·y, Σ fit·x, Σ after·w·y, Σ after·w·x, one behind the other. */
  readonly byCategory: Float64Array;
}

/** Sums by domain; rows in none (-1) count nowhere. One pass over the rows. */
export function sumsByDomain(
  { numerator, denominator }: RatioStatistic,
  { weights, places, fit, after, width }: ScoreSpace,
  of: Int32Array,
  count: number,
): DomainSums[] {
  const [scalars, byCategory] = [new Float64Array(count * 6), new Float64Array(count * width * 4)];
  for (let row = 0; row < of.length; row++) {
    const [domain, y, w] = [of[row]!, numerator[row]!, weights[row]!];
    const x = denominator ? denominator[row]! : 1;
    if (domain < 0 || w === 0 || Number.isNaN(y + x)) continue;
    const at = domain * 6;
    const [wy, wx] = [w * y, w * x];
    scalars[at]! += 1;
    scalars[at + 1]! += wy;
    scalars[at + 2]! += wx;
    scalars[at + 3]! += wy * wy;
    scalars[at + 4]! += wy * wx;
    scalars[at + 5]! += wx * wx;
    const [f, a] = [fit[row]!, after[row]!];
    for (const place of places) {
      const slot = domain * width * 4 + place[row]!;
      byCategory[slot]! += f * y;
      byCategory[slot + width]! += f * x;
      byCategory[slot + 2 * width]! += a * wy;
      byCategory[slot + 3 * width]! += a * wx;
    }
  }
  return Array.from({ length: count }, (_, domain): DomainSums => {
    const [respondents, y, x, yy, xy, xx] = scalars.subarray(domain * 6, domain * 6 + 6) as unknown as Six;
    const own = byCategory.subarray(domain * width * 4, (domain + 1) * width * 4);
    return { respondents, y, x, yy, xy, xx, byCategory: own };
  });
}

type Six = [number, number, number, number, number, number];

/** The sums of several domains that share nobody. */
export function together(domains: readonly DomainSums[]): DomainSums {
  const byCategory = new Float64Array(domains[0]?.byCategory.length ?? 0);
  const sum = { respondents: 0, y: 0, x: 0, yy: 0, xy: 0, xx: 0 };
  for (const one of domains) {
    for (const key of ["respondents", "y", "x", "yy", "xy", "xx"] as const) sum[key] += one[key];
    for (let i = 0; i < byCategory.length; i++) byCategory[i]! += one.byCategory[i]!;
  }
  return { ...sum, byCategory };
}
