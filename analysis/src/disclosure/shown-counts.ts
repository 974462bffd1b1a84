import type { TableMeasure } from "../lattice/index.ts";
import type { Policy } from "./policies.ts";
import type { ReleasedTables } from "./release-tables.ts";

/** A count as readers may see it. */
export const shownCount = (respondents: number, { rounding }: Policy): number =>
  rounding ? Math.round(respondents / rounding.counts) * rounding.counts : respondents;

/** A share of respondents as readers may see it: with all its decimals it would say how many there are. */
export const shownShare = (share: number, { rounding }: Policy): number =>
  rounding ? Math.round(share * 100) / 100 : share;

/**
 * Counts of respondents by category that stand beside a release: only those whose category shows every figure about
 * everybody, or what the tables hide could be read off here.
 *
 * @param counts  by dimension and code of the lattice
 */
export function shownCounts<Count extends { dimension: string; code: string; respondents: number }>(
  counts: readonly Count[],
  measures: readonly TableMeasure[],
  { crossings, policy }: ReleasedTables,
): Count[] {
  const ofEverybody = measures.map(({ universe }) => universe === "everyone");
  return counts.flatMap((count) => {
    const table = crossings.find(({ crossing }) => crossing.length === 1 && crossing[0] === count.dimension);
    const domain = table?.domains.findIndex(([code]) => code === count.code) ?? -1;
    const states =
      table?.cells.flatMap((row, measure) => (ofEverybody[measure] ? row[domain]?.state : [])) ?? [];
    const isShown = states.some((state) => state === "published" || state === "few-observations");
    if (!isShown || states.includes("protected") || count.respondents < policy.precision.showFrom) return [];
    return [{ ...count, respondents: shownCount(count.respondents, policy) }];
  });
}
