import ExcelJS from "exceljs";

/** What one cell of a domain's sheet shows: estimate, interval and respondents, or a mark and nothing beside it. */
export interface ShownCell {
  /** Heading of the indicator and of the row, as printed in English. */
  readonly indicator: string;
  readonly place: string;
  /** Estimate, low, high, n. */
  readonly shown: readonly [unknown, unknown, unknown, unknown];
}

/** Every cell of the sheets that have municipalities as rows. */
export async function readDomainSheets(workbook: Uint8Array): Promise<ShownCell[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(workbook).buffer);
  return book.worksheets.flatMap(readSheet);
}

function readSheet(sheet: ExcelJS.Worksheet): ShownCell[] {
  const places: ExcelJS.Row[] = [];
  let groups: { readonly column: number; readonly indicator: string }[] = [];
  sheet.eachRow((row, number) => {
    const starts = [...Array(sheet.columnCount).keys()].filter(
      (column) =>
        column > 0 && row.getCell(column).text === "Estimate" && row.getCell(column + 3).text === "n",
    );
    if (starts.length > 0)
      groups = starts.map((column) => ({ column, indicator: sheet.getCell(number - 2, column).text }));
    else if (groups.length > 0 && !row.getCell(1).isMerged) places.push(row);
  });
  return places.flatMap((row) =>
    groups.map(({ column, indicator }) => {
      const at = (next: number) => row.getCell(column + next).value;
      return { indicator, place: row.getCell(1).text, shown: [at(0), at(1), at(2), at(3)] };
    }),
  );
}
