import { columnLetters, element, type WorkbookPackage } from "../charts/index.ts";

/** A cell that leads to another sheet of the same workbook; never out of it. */
export interface Link {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly target: string;
  readonly text: string;
}

export function addLinks(workbook: WorkbookPackage, links: readonly Link[]): void {
  for (const [sheet, own] of Map.groupBy(links, (link) => link.sheet))
    workbook.insert(
      sheet,
      "hyperlinks",
      element(
        "hyperlinks",
        {},
        ...own.map(({ row, column, target, text }) =>
          element("hyperlink", {
            ref: `${columnLetters(column)}${row}`,
            location: `'${target.replaceAll("'", "''")}'!A1`,
            display: text,
          }),
        ),
      ),
    );
}
