import type { Page } from "./page.ts";
import type { CellStyle, Look } from "./style.ts";

/** A column of a table: words, or numbers in a format. */
export interface Column {
  readonly head: string;
  readonly look?: Look;
  /** Numbers, to the right. */
  readonly format?: string;
  /** Overrides `format` for a row, such as by its unit. */
  readonly formats?: readonly string[];
}

export type Value = string | number | null;

/**
 * A table of words and numbers under one head.
 *
 * @param links  key of the sheet that the first cell of a row leads to, by row
 * @returns rows of the head, for printing
 */
export function writeTable(
  page: Page,
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly Value[])[],
  { filter = false, links = [] }: { filter?: boolean; links?: readonly (string | null)[] } = {},
): { from: number; to: number } {
  const from = page.row;
  const words = columns.map(({ head }) => head);
  page.head(words, (column) =>
    columns[column - 1]?.format ? { align: "right" } : { indent: indentOf(columns, column - 1) },
  );
  for (const [r, row] of rows.entries()) writeRow(page, columns, row, r, links[r] ?? null);
  page.table(name, from, words, filter);
  return { from, to: from };
}

/** Words beside a number keep away from it. */
const indentOf = (columns: readonly Column[], c: number): number =>
  c > 0 && columns[c - 1]?.format && !columns[c]?.format ? 1 : 0;

function writeRow(
  page: Page,
  columns: readonly Column[],
  row: readonly Value[],
  r: number,
  link: string | null,
): void {
  for (const [c, { look = "body", format = "General", formats }] of columns.entries()) {
    const value = row[c] ?? null;
    const style: CellStyle = {
      look,
      line: "hairline",
      wrap: true,
      vertical: "top",
      ...(indentOf(columns, c) > 0 ? { indent: 1 } : {}),
    };
    if (typeof value === "number") page.number(c + 1, value, formats?.[r] ?? format, style);
    else if (c === 0 && link !== null) page.link(1, value ?? "", link, { ...style, look: "link" });
    else page.put(c + 1, value ?? "", columns[c]?.format ? { ...style, align: "right" } : style);
  }
  page.endRow(
    row.flatMap((value, c) =>
      typeof value === "string" ? [[c + 1, value, columns[c]?.look ?? "body"] as const] : [],
    ),
  );
}
