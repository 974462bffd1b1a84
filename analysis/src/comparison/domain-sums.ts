import type { RatioStatistic } from "../indicators/index.ts";
import type { ScoreSpace } from "./score-space.ts";

/** Sums of a statistic over the respondents of a domain; those of domains that share nobody may be added. */
export interface DomainSums {
  /** Respondents that count. */
  readonly respondents: number;
  /** Σwy and Σwx; Σ scale·w²y², Σ scale·w²xy and Σ scale·w²x². */
  readonly y: number;
  readonly x: number;
  readonly yy: number;
  readonly xy: number;
  readonly xx: number;
  /** By category of the margins: Σ fit·y, Σ fit·x, Σ scale·after·w·y, Σ scale·after·w·x, one behind the other. */
  readonly byCategory: Float64Array;
  /** By stratum: Σwy, then Σwx. */
  readonly byStratum: Float64Array;
}

const scalars = ["respondents", "y", "x", "yy", "xy", "xx"] as const;

/** Sums by domain; rows in none (-1) count nowhere. One pass over the rows. */
export function sumsByDomain(
  { numerator, denominator }: RatioStatistic,
  { weights, places, fit, after, width, strata }: ScoreSpace,
  of: Int32Array,
  count: number,
): DomainSums[] {
  const strataCount = strata.sampled.length;
  const own = new Float64Array(count * scalars.length);
  const byCategory = new Float64Array(count * width * 4);
  const byStratum = new Float64Array(count * strataCount * 2);
  for (let row = 0; row < of.length; row++) {
    const domain = of[row]!;
    const w = weights[row]!;
    const y = numerator[row]!;
    const x = denominator ? denominator[row]! : 1;
    if (domain < 0 || w === 0 || Number.isNaN(y + x)) continue;
    const wy = w * y;
    const wx = w * x;
    const stratum = strata.of[row]!;
    const scale = strata.scale[stratum]!;
    addScalars(own, domain * scalars.length, wy, wx, scale);
    byStratum[domain * strataCount * 2 + stratum]! += wy;
    byStratum[(domain * 2 + 1) * strataCount + stratum]! += wx;
    const f = fit[row]!;
    const a = scale * after[row]!;
    for (let m = 0; m < places.length; m++) {
      const slot = domain * width * 4 + places[m]![row]!;
      byCategory[slot]! += f * y;
      byCategory[slot + width]! += f * x;
      byCategory[slot + 2 * width]! += a * wy;
      byCategory[slot + 3 * width]! += a * wx;
    }
  }
  return Array.from({ length: count }, (_, domain) =>
    sumsOf(part(own, domain, count), part(byCategory, domain, count), part(byStratum, domain, count)),
  );
}

function addScalars(own: Float64Array, at: number, wy: number, wx: number, scale: number): void {
  own[at]! += 1;
  own[at + 1]! += wy;
  own[at + 2]! += wx;
  own[at + 3]! += scale * wy * wy;
  own[at + 4]! += scale * wy * wx;
  own[at + 5]! += scale * wx * wx;
}

function sumsOf(own: Float64Array, byCategory: Float64Array, byStratum: Float64Array): DomainSums {
  const [respondents = 0, y = 0, x = 0, yy = 0, xy = 0, xx = 0] = own;
  return { respondents, y, x, yy, xy, xx, byCategory, byStratum };
}

const part = (all: Float64Array, domain: number, count: number): Float64Array =>
  all.subarray((domain * all.length) / count, ((domain + 1) * all.length) / count);

/** The sums of several domains that share nobody. */
export function together(domains: readonly DomainSums[]): DomainSums {
  return domains.slice(1).reduce((sum, one) => added(sum, one, 1), domains[0] ?? nobody);
}

const nobody: DomainSums = {
  respondents: 0,
  y: 0,
  x: 0,
  yy: 0,
  xy: 0,
  xx: 0,
  byCategory: new Float64Array(0),
  byStratum: new Float64Array(0),
};

/** Everybody but those of a domain. */
export function without(all: DomainSums, domain: DomainSums): DomainSums {
  return added(all, domain, -1);
}

function added(one: DomainSums, other: DomainSums, times: 1 | -1): DomainSums {
  const sum = (left: Float64Array, right: Float64Array) => left.map((value, i) => value + times * right[i]!);
  return {
    respondents: one.respondents + times * other.respondents,
    y: one.y + times * other.y,
    x: one.x + times * other.x,
    yy: one.yy + times * other.yy,
    xy: one.xy + times * other.xy,
    xx: one.xx + times * other.xx,
    byCategory: sum(one.byCategory, other.byCategory),
    byStratum: sum(one.byStratum, other.byStratum),
  };
}
