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
 *   Computational and Graphical Statistics 13(2): the groups are those of the letters
 */
export function alikeGroups(
  figures: readonly ShownFigure[],
  correlationOf: (one: number, other: number) => number = () => 0,
): string[][] {
  const isAlike = alikeness(figures, correlationOf);
  return maximalGroups(figures.length, isAlike)
    .map((group) => group.toSorted((a, b) => a - b))
    .toSorted(byPlaces)
    .map((group) => group.map((place) => figures[place]!.code));
}

/** By the first place in which two groups differ. */
function byPlaces(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((place, i) => place !== other[i]);
  return (one[at] ?? 0) - (other[at] ?? 0);
}

const level = 0.05;

/** Whether two figures cannot be told apart, after control over all pairs. */
function alikeness(
  figures: readonly ShownFigure[],
  correlationOf: (one: number, other: number) => number,
): (one: number, other: number) => boolean {
  const count = figures.length;
  const places = new Int32Array((count * (count - 1)) / 2);
  const pValues = new Float64Array(places.length);
  let pairs = 0;
  for (let i = 0; i < count; i++)
    for (let j = i + 1; j < count; j++) {
      places[pairs] = i * count + j;
      pValues[pairs++] = pValueOf(figures[i]!, figures[j]!, correlationOf(i, j));
    }
  const apart = new Uint8Array(count * count);
  holm(pValues).forEach((adjusted, pair) => {
    if (!(adjusted < level)) return;
    const [i, j] = [Math.floor(places[pair]! / count), places[pair]! % count];
    apart[i * count + j] = apart[j * count + i] = 1;
  });
  return (one, other) => apart[one * count + other] === 0;
}

/** Below this many standard errors no p-value is below the level, whatever the degrees of freedom. */
const never = 1.95;
/** Above it every p-value is so small that no number of pairs matters. */
const always = 20;

function pValueOf(one: ShownFigure, other: ShownFigure, correlation: number): number {
  const [a, b] = [one.standardError, other.standardError];
  const variance = a * a + b * b - 2 * correlation * a * b;
  const degrees = Math.min(one.degreesOfFreedom, other.degreesOfFreedom);
  if (!(variance > 0) || !(degrees > 0)) return Number.NaN;
  const t = Math.abs(one.value - other.value) / Math.sqrt(variance);
  if (t > always && degrees > 100) return 0;
  return t < never ? 1 : student.twoSided(t, degrees);
}

/**
 * All groups that cannot be made larger, within which everybody is alike.
 *
 * @source Bron & Kerbosch (1973), Algorithm 457: Finding All Cliques of an Undirected Graph, Communications of the ACM 16(9);
 *   pivots: Tomita, Tanaka & Takahashi (2006), Theoretical Computer Science 363(1)
 */
function maximalGroups(count: number, isAlike: (one: number, other: number) => boolean): number[][] {
  const found: number[][] = [];
  const grow = (group: readonly number[], candidates: readonly number[], done: readonly number[]): void => {
    const [some] = [...candidates, ...done];
    if (some === undefined) {
      if (group.length > 0) found.push([...group]);
      return;
    }
    const amongCandidates = (one: number) =>
      candidates.filter((other) => other !== one && isAlike(one, other));
    const pivot = [...candidates, ...done].reduce(
      (best, one) => {
        const size = amongCandidates(one).length;
        return size > best.size ? { one, size } : best;
      },
      { one: some, size: -1 },
    ).one;
    let [left, over] = [candidates, done];
    for (const one of candidates.filter((other) => other === pivot || !isAlike(pivot, other))) {
      const beside = (others: readonly number[]) =>
        others.filter((other) => other !== one && isAlike(one, other));
      grow([...group, one], beside(left), beside(over));
      left = left.filter((other) => other !== one);
      over = [...over, one];
    }
  };
  grow([], [...Array(count).keys()], []);
  return found;
}
