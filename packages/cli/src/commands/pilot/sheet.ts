import type { CellTone, CellValue, WorkbookColumn, WorkbookSheet } from "@tiltas/formats/tables";
import type { PilotWords } from "./words.ts";

/** A column of a report: what it is called, how wide, how its cell is made from a row. */
export interface ReportColumn<Row> {
  readonly header: string;
  readonly width: number;
  readonly wrap?: boolean;
  readonly cell: (row: Row) => CellValue;
  readonly tone?: (row: Row) => CellTone | undefined;
}

/** A sheet whose first header carries the mark that these are working estimates. */
export function sheetOf<Row>(
  name: string,
  words: PilotWords,
  rows: readonly Row[],
  columns: readonly ReportColumn<Row>[],
  frozenColumns = 1,
): WorkbookSheet {
  const keys = columns.map((_, i) => `c${i}`);
  return {
    name,
    frozenColumns,
    columns: columns.map(
      ({ header, width, wrap = false }, i): WorkbookColumn => ({
        key: keys[i]!,
        header: i === 0 ? `${header}\n${words.mark}` : header,
        width: i === 0 ? Math.max(width, 30) : width,
        wrap,
      }),
    ),
    rows: rows.map((row) => Object.fromEntries(columns.map(({ cell }, i) => [keys[i]!, cell(row)]))),
    tone: (row, key) => {
      const column = columns[keys.indexOf(key)];
      const record = rows[row];
      return column && record !== undefined ? column.tone?.(record) : undefined;
    },
  };
}
