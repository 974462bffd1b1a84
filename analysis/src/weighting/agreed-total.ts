import { sumOf } from "../numerics/index.ts";
import type { CountedMargin } from "./counted-margin.ts";
import { WeightingError } from "./weighting-error.ts";

/** Margins may differ from the total by this share without anybody's confirmation; they are scaled, and it is said. */
export const unconfirmedGap = 0.1;

export interface TotalOptions {
  /** People in the population; left out: the sum of the first margin. */
  readonly total?: number;
  /** true: somebody looked at margins whose sums differ by more than 10 % and wants them scaled all the same. */
  readonly confirmed?: boolean;
}

/**
 * Scales all margins to one total.
 *
 * @throws WeightingError when a margin differs from the total by more than 10 % and nobody confirmed it
 */
export function scaledToOneTotal(
  margins: readonly CountedMargin[],
  { total: declared, confirmed }: TotalOptions,
): { readonly total: number; readonly margins: readonly CountedMargin[]; readonly notes: readonly string[] } {
  const [first] = margins;
  if (!first) throw new WeightingError("There is no margin to weight to. Give at least one.");
  const total = declared ?? sumOf(first.counts);
  if (!(total > 0))
    throw new WeightingError(`The margin "${first.name}" counts nobody. Give the counts of the population.`);
  const notes: string[] = [];
  const scaled = margins.map((margin) => {
    const sum = sumOf(margin.counts);
    const gap = sum / total - 1;
    if (Math.abs(gap) < 1e-12) return margin;
    if (Math.abs(gap) > unconfirmedGap && !confirmed) throw tooFar(margin, sum, total);
    if (Math.abs(gap) > 1e-9)
      notes.push(
        `The margin "${margin.name}" counts ${plain(sum)} people, ${percent(gap)} from the total of ${plain(total)}; it was scaled to the total.`,
      );
    return { ...margin, counts: margin.counts.map((count) => (count / sum) * total) };
  });
  return { total, margins: scaled, notes };
}

function tooFar({ name }: CountedMargin, sum: number, total: number): WeightingError {
  return new WeightingError(
    `The margin "${name}" counts ${plain(sum)} people, ${percent(sum / total - 1)} from the total of ${plain(total)}. Margins may differ by at most 10 %: take counts of the same people and day, or confirm that this one is to be scaled.`,
  );
}

/** A count as it stands in notes and refusals. */
export function plain(count: number): number {
  return Math.round(count);
}

/** A signed share in per cent, as it stands in notes and refusals. */
export function percent(share: number): string {
  return `${share > 0 ? "+" : "−"}${(Math.abs(share) * 100).toFixed(1)} %`;
}
