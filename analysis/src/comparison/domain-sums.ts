import type { Domains } from "../estimation/index.ts";
import type { RatioStatistic } from "../indicators/index.ts";
import type { ScoreSpace } from "./score-space.ts";

/** Sums of a statistic over the respondents of a domain; those of a domain may be taken from those of the country. */
export interface DomainSums {
  /** Respondents that count. */
  readonly respondents: number;
  /** Σwy and Σwx; Σ scale·w²y², Σ scale·w²xy and Σ scale·w²x². */
  readonly y: number;
  readonly x: number;
  readonly yy: number;
  readonly xy: number;
  readonly xx: number;
  /** By category of the margins: Σ toFit·wy, Σ toFit·wx, Σ toCross·wy, Σ toCross·wx, one behind the other. */
  readonly byCategory: Float64Array;
  /** By stratum: Σwy, then Σwx. */
  readonly byStratum: Float64Array;
}

/** The respondents who count, with what they add to sums: read once, for any number of crossings. */
export interface Counted {
  readonly rows: Int32Array;
  /** w·y and w·x. */
  readonly wy: Float64Array;
  readonly wx: Float64Array;
}

/** @param isInside by row: 1 for who belongs to the population */
export function countedOf(
  { numerator, denominator }: RatioStatistic,
  weights: Float64Array,
  isInside: Uint8Array,
): Counted {
  const rows = new Int32Array(weights.length);
  let count = 0;
  for (let row = 0; row < weights.length; row++) {
    const x = denominator ? denominator[row]! : 1;
    if (isInside[row] === 1 && weights[row] !== 0 && !Number.isNaN(numerator[row]! + x)) rows[count++] = row;
  }
  const kept = rows.subarray(0, count);
  const [wy, wx] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < count; i++) {
    const row = kept[i]!;
    const w = weights[row]!;
    wy[i] = w * numerator[row]!;
    wx[i] = denominator ? w * denominator[row]! : w;
  }
  return { rows: kept, wy, wx };
}

/** Sums by domain; respondents in none (-1) count nowhere. */
export function sumsByDomain(counted: Counted, space: ScoreSpace, { of, count }: Domains): DomainSums[] {
  const { strata, slotsOfRow, columnsOfSlot, width } = space;
  const strataCount = strata.sampled.length;
  const scalars = new Float64Array(count * 6);
  const byStratum = new Float64Array(count * strataCount * 2);
  const slots = 4 * columnsOfSlot.length;
  const bySlot = new Float64Array(count * slots);
  addScalars(scalars, byStratum, counted, space, of);
  for (const slotOf of slotsOfRow) addBySlot(bySlot, slots, slotOf, counted, space, of);
  return Array.from({ length: count }, (_, domain) => {
    const [respondents = 0, y = 0, x = 0, yy = 0, xy = 0, xx = 0] = part(scalars, domain, count);
    const byCategory = byColumn(bySlot.subarray(domain * slots, (domain + 1) * slots), columnsOfSlot, width);
    return { respondents, y, x, yy, xy, xx, byCategory, byStratum: part(byStratum, domain, count) };
  });
}

function addScalars(
  scalars: Float64Array,
  byStratum: Float64Array,
  { rows, wy, wx }: Counted,
  { strata }: ScoreSpace,
  of: Int32Array,
): void {
  const strataCount = strata.sampled.length;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const domain = of[row]!;
    if (domain < 0) continue;
    const [y, x, stratum] = [wy[i]!, wx[i]!, strata.of[row]!];
    const scale = strata.scale[stratum]!;
    const at = 6 * domain;
    scalars[at]! += 1;
    scalars[at + 1]! += y;
    scalars[at + 2]! += x;
    scalars[at + 3]! += scale * y * y;
    scalars[at + 4]! += scale * y * x;
    scalars[at + 5]! += scale * x * x;
    byStratum[2 * domain * strataCount + stratum]! += y;
    byStratum[(2 * domain + 1) * strataCount + stratum]! += x;
  }
}

function addBySlot(
  bySlot: Float64Array,
  slots: number,
  slotOf: Int32Array,
  { rows, wy, wx }: Counted,
  { toFit, toCross }: ScoreSpace,
  of: Int32Array,
): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const domain = of[row]!;
    if (domain < 0) continue;
    const [y, x, fit, cross] = [wy[i]!, wx[i]!, toFit[row]!, toCross[row]!];
    const at = domain * slots + 4 * slotOf[row]!;
    bySlot[at]! += fit * y;
    bySlot[at + 1]! += fit * x;
    bySlot[at + 2]! += cross * y;
    bySlot[at + 3]! += cross * x;
  }
}

/** From four sums by slot to four sums by category, one kind behind the other. */
export function byColumn(
  bySlot: Float64Array,
  columnsOfSlot: ScoreSpace["columnsOfSlot"],
  width: number,
): Float64Array {
  const sums = new Float64Array(4 * width);
  for (let slot = 0; slot < columnsOfSlot.length; slot++) {
    if (bySlot[4 * slot + 1] === 0 && bySlot[4 * slot] === 0) continue;
    for (const column of columnsOfSlot[slot]!)
      for (let kind = 0; kind < 4; kind++) sums[kind * width + column]! += bySlot[4 * slot + kind]!;
  }
  return sums;
}

const part = (all: Float64Array, domain: number, count: number): Float64Array =>
  all.subarray((domain * all.length) / count, ((domain + 1) * all.length) / count);

/** Everybody but those of a domain. */
export function without(all: DomainSums, domain: DomainSums): DomainSums {
  const difference = (of: "byCategory" | "byStratum") => all[of].map((one, i) => one - domain[of][i]!);
  return {
    respondents: all.respondents - domain.respondents,
    y: all.y - domain.y,
    x: all.x - domain.x,
    yy: all.yy - domain.yy,
    xy: all.xy - domain.xy,
    xx: all.xx - domain.xx,
    byCategory: difference("byCategory"),
    byStratum: difference("byStratum"),
  };
}
