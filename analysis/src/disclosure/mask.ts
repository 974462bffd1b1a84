import type { DisclosurePolicy } from "./policy.ts";
import type { Table, TableCell } from "./table.ts";

/** Which cells of the columns of one universe stay hidden. */
export interface Mask {
  /** Columns with too few respondents in the whole country: hidden altogether. */
  readonly columns: ReadonlySet<number>;
  /** Rows hidden in every column of the universe. */
  readonly rows: ReadonlySet<number>;
}

/**
 * One mask for all columns over the same people: if any of them has too few respondents in a domain, none of
 * them shows that domain, so two indicators cannot be compared to find a hidden number.
 *
 * What is hidden must also not follow from the total: the hidden domains of a column together count at least
 * `hideBelow` respondents, in two domains or more. Until then the smallest shown domain is hidden as well.
 *
 * @param members  indices of the table's columns that share a universe
 */
export function maskOf(members: readonly number[], table: Table, policy: DisclosurePolicy): Mask {
  const columns = new Set(members.filter((column) => countInAll(table, column) < policy.hideBelow));
  const shown = members.filter((column) => !columns.has(column));
  const smallest = table.rows.map((_, row) =>
    Math.min(...shown.map((column) => countIn(table, row, column))),
  );
  const concerned = [...table.rows.keys()].filter((row) => !isLeftOutOf(members, table, row));
  const rows = new Set(concerned.filter((row) => (smallest[row] ?? 0) < policy.hideBelow));
  const nextSmallest = concerned
    .filter((row) => !rows.has(row))
    .sort((a, b) => (smallest[a] ?? 0) - (smallest[b] ?? 0) || a - b);
  for (const row of nextSmallest) {
    if (shown.every((column) => isSheltered(rows, table, column, policy))) break;
    rows.add(row);
  }
  return { columns, rows };
}

/** True if the total minus what is shown says nothing about fewer than `hideBelow` respondents or a single domain. */
function isSheltered(
  hidden: ReadonlySet<number>,
  table: Table,
  column: number,
  policy: DisclosurePolicy,
): boolean {
  if (hidden.size === 0) return true;
  const counts = [...hidden].map((row) => countIn(table, row, column)).filter((count) => count > 0);
  const together = counts.reduce((sum, count) => sum + count, 0);
  return counts.length >= 2 && together >= policy.hideBelow;
}

/** Nobody of this row can be in the column, and nobody is. */
export const isLeftOut = ({ leftOut, estimate }: TableCell) => leftOut === true && estimate.respondents === 0;

function isLeftOutOf(members: readonly number[], table: Table, row: number): boolean {
  const cells = members.flatMap((column) => table.rows[row]?.cells[column] ?? []);
  return cells.length > 0 && cells.every(isLeftOut);
}

const countIn = (table: Table, row: number, column: number) =>
  table.rows[row]?.cells[column]?.estimate.respondents ?? 0;

const countInAll = (table: Table, column: number) => table.total[column]?.estimate.respondents ?? 0;
