/** A cell of a weighting variable, in its order. */
export interface CellToWeigh {
  readonly level: string;
  /** Unweighted respondents. */
  readonly respondents: number;
  /** Factor that weighting gives its weights. */
  readonly factor: number;
}

/** A proposal which categories to join, and why. Nothing is joined without somebody's decision. */
export interface CollapseProposal {
  readonly join: readonly string[];
  readonly reason: string;
}

export interface CollapseLimits {
  /** Cells with fewer respondents are proposed for joining; 20 when left out. */
  readonly respondents?: number;
  /** Cells whose factor is more than so many times the mean factor, too; 3 when left out. */
  readonly factor?: number;
  /** true: only neighbours in the order given are joined (ages); false (default): those of the nearest factor. */
  readonly ordered?: boolean;
}

/**
 * Proposes joins until every cell has enough respondents and no extreme factor: the smallest cell first, with a
 * neighbour (ordered categories) or with the cell of the nearest factor, because joining alike factors biases least.
 *
 * @returns one proposal per joined group; none where every cell is large enough
 * @source Kalton & Flores-Cervantes (2003), Weighting Methods, Journal of Official Statistics 19(2)
 */
export function proposeCollapses(
  cells: readonly CellToWeigh[],
  { respondents = 20, factor = 3, ordered = false }: CollapseLimits = {},
): CollapseProposal[] {
  const people = cells.reduce((sum, cell) => sum + cell.respondents * cell.factor, 0);
  const mean = people / cells.reduce((sum, cell) => sum + cell.respondents, 0);
  let groups: Group[] = cells.map((cell) => ({ cells: [cell] }));
  for (;;) {
    const small = groups
      .filter((group) => sizeOf(group) < respondents || factorOf(group) > factor * mean)
      .toSorted((a, b) => sizeOf(a) - sizeOf(b))[0];
    if (!small || groups.length === 1) break;
    const partner = partnerOf(small, groups, ordered);
    groups = groups
      .filter((group) => group !== partner)
      .map((group) =>
        group === small
          ? { cells: cells.filter((cell) => [...small.cells, ...partner.cells].includes(cell)) }
          : group,
      );
  }
  return groups
    .filter((group) => group.cells.length > 1)
    .map((group) => proposal(group, respondents, factor * mean));
}

interface Group {
  readonly cells: readonly CellToWeigh[];
}

function sizeOf({ cells }: Group): number {
  return cells.reduce((sum, cell) => sum + cell.respondents, 0);
}

/** Weighted people over respondents of the joined cells. */
function factorOf(group: Group): number {
  const people = group.cells.reduce((sum, cell) => sum + cell.respondents * cell.factor, 0);
  return sizeOf(group) > 0 ? people / sizeOf(group) : Number.POSITIVE_INFINITY;
}

function partnerOf(small: Group, groups: readonly Group[], ordered: boolean): Group {
  const at = groups.indexOf(small);
  const candidates = ordered
    ? [groups[at - 1], groups[at + 1]].filter((group) => group !== undefined)
    : groups.filter((group) => group !== small);
  const distance = (group: Group) =>
    ordered || sizeOf(small) === 0 ? sizeOf(group) : Math.abs(Math.log(factorOf(group) / factorOf(small)));
  return candidates.toSorted((a, b) => distance(a) - distance(b))[0] ?? small;
}

function proposal({ cells }: Group, respondents: number, factor: number): CollapseProposal {
  const reasons = cells.flatMap((cell) =>
    cell.respondents < respondents
      ? [`"${cell.level}" has ${cell.respondents} respondents, fewer than ${respondents}`]
      : cell.factor > factor
        ? [`the weights of "${cell.level}" are multiplied by ${cell.factor.toPrecision(3)}`]
        : [],
  );
  return { join: cells.map(({ level }) => level), reason: `${reasons.join("; ")}.` };
}
