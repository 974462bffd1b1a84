import ExcelJS from "exceljs";

/** What one row of the workbook's table of all data says: estimate, interval and respondents, or nothing. */
export interface DataRow {
  readonly indicator: string;
  /** As printed in English, such as "Municipality". */
  readonly cut: string;
  /** Code of the place or group of people; "" for the country. */
  readonly place: string;
  /** Estimate, low, high, n. */
  readonly numbers: readonly [unknown, unknown, unknown, unknown];
}

/** Rows of the sheet "Data" about whole indicators. */
export async function readDataSheet(workbook: Uint8Array): Promise<DataRow[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(workbook).buffer);
  const rows: DataRow[] = [];
  let columns: ReadonlyMap<string, number> | undefined;
  book.getWorksheet("Data")?.eachRow((row) => {
    const at = (word: string) => row.getCell(columns?.get(word) ?? 0).value;
    if (columns === undefined) {
      if (row.getCell(1).text !== "Id") return;
      columns = new Map(row.model?.cells?.map((_, i) => [row.getCell(i + 1).text, i + 1]));
    } else if (!at("Part"))
      rows.push({
        indicator: String(at("Id")),
        cut: String(at("Cut")),
        place: String(at("Code") ?? ""),
        numbers: [at("Estimate"), at("from"), at("to"), at("n")],
      });
  });
  return rows;
}
