import { tQuantile } from "../estimation/index.ts";
import { holm, student } from "../numerics/index.ts";

/** A shown figure of a domain. */
export interface ShownFigure {
  readonly code: string;
  readonly value: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
}

/**
 * Groups of domains within which nothing can be told apart, after Holm's control over all pairs: no ranking, a domain
 * may stand in several groups. Codes within a group, and groups, stand in the order in which figures are given.
 *
 * @param correlationOf of the errors of two figures by their places
 * @source Piepho (2004), An Algorithm for a Letter-Based Representation of All-Pairwise Comparisons, Journal of
 *   Computational and Graphical Statistics 13(2)
 */
export function alikeGroups(
  figures: readonly ShownFigure[],
  correlationOf: (one: number, other: number) => number = () => 0,
): string[][] {
  let groups: number[][] = figures.length > 0 ? [figures.map((_, place) => place)] : [];
  for (const [one, other] of apartPairs(figures, correlationOf)) {
    const split = groups.flatMap((group) =>
      group.includes(one) && group.includes(other)
        ? [group.filter((place) => place !== one), group.filter((place) => place !== other)]
        : [group],
    );
    groups = absorbed(split);
  }
  return groups
    .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a.at(-1) ?? 0) - (b.at(-1) ?? 0))
    .map((group) => group.map((place) => figures[place]!.code));
}

const level = 0.05;

function apartPairs(
  figures: readonly ShownFigure[],
  correlationOf: (one: number, other: number) => number,
): (readonly [number, number])[] {
  const pairs = figures.flatMap((_, i) => figures.slice(i + 1).map((_, j) => [i, i + 1 + j] as const));
  const adjusted = holm(
    pairs.map(([i, j]) => {
      const [a, b] = [figures[i]!, figures[j]!];
      const variance =
        a.standardError ** 2 +
        b.standardError ** 2 -
        2 * correlationOf(i, j) * a.standardError * b.standardError;
      const degrees = Math.min(a.degreesOfFreedom, b.degreesOfFreedom);
      return Number.isNaN(tQuantile(degrees)) || !(variance > 0)
        ? Number.NaN
        : student.twoSided((a.value - b.value) / Math.sqrt(variance), degrees);
    }),
  );
  return pairs.filter((_, pair) => adjusted[pair]! < level);
}

/** Without groups that lie within another one. */
function absorbed(groups: readonly number[][]): number[][] {
  const sets = groups.map((group) => new Set(group));
  return groups.filter(
    (group, i) =>
      !sets.some(
        (set, j) => j !== i && group.every((place) => set.has(place)) && (set.size > group.length || j < i),
      ),
  );
}
