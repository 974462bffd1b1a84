import type { Code } from "../definition/index.ts";

export interface AllocationRule {
  /** Fewest respondents of a municipality that is not kept small. */
  readonly floor: number;
  /** Exact number of respondents of municipalities that must stay small. */
  readonly small: ReadonlyMap<Code, number>;
}

/**
 * Respondents by municipality under the power rule n_h ~ N_h^0.5: large places more, small places still enough.
 * With too few respondents for the floor, the floor sinks; with fewer still, the small places shrink too.
 *
 * @param sizes  people by municipality, positive
 * @returns      whole numbers that add up to `respondents`
 * @source  M. D. Bankier (1988), Power allocations: determining sample sizes for subnational areas
 */
export function allocate(
  respondents: number,
  sizes: ReadonlyMap<Code, number>,
  { floor, small }: AllocationRule,
): Map<Code, number> {
  const kept = [...small].filter(([code]) => sizes.has(code));
  const others = [...sizes]
    .filter(([code]) => !small.has(code))
    .map(([code, size]) => ({ code, share: Math.sqrt(size) }));
  const smallTotal =
    others.length === 0
      ? 0
      : Math.min(
          kept.reduce((sum, [, count]) => sum + count, 0),
          Math.floor(respondents / 4),
        );
  const keptShares = kept.map(([code, count]) => ({ code, share: count }));
  if (others.length === 0) return round(respondents, keptShares);
  const rest = respondents - smallTotal;
  const lowest = Math.min(floor, Math.floor(rest / others.length));
  return new Map([...round(smallTotal, keptShares), ...withFloor(rest, others, lowest)]);
}

interface Share {
  readonly code: Code;
  readonly share: number;
}

function withFloor(total: number, shares: readonly Share[], floor: number): Map<Code, number> {
  const sum = shares.reduce((all, { share }) => all + share, 0);
  const low = shares.filter(({ share }) => (total * share) / sum < floor);
  if (low.length === 0 || low.length === shares.length) return round(total, shares);
  const high = shares.filter((each) => !low.includes(each));
  const lifted = new Map(low.map(({ code }) => [code, floor]));
  return new Map([...lifted, ...withFloor(total - floor * low.length, high, floor)]);
}

/** Largest remainders; of equal remainders the earlier wins. */
function round(total: number, shares: readonly Share[]): Map<Code, number> {
  const sum = shares.reduce((all, { share }) => all + share, 0);
  const exact = shares.map(({ code, share }) => ({ code, exact: sum === 0 ? 0 : (total * share) / sum }));
  const counts = new Map(exact.map(({ code, exact: value }) => [code, Math.floor(value)]));
  const given = [...counts.values()].reduce((all, count) => all + count, 0);
  const byRemainder = exact.toSorted((a, b) => (b.exact % 1) - (a.exact % 1));
  for (const { code } of byRemainder.slice(0, total - given)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
