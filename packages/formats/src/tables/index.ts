export * from "./csv.ts";
export { writeWorkbook } from "./workbook.ts";
export { workbookLimits } from "./workbook-parts.ts";
export { type ReadRow, type ReadSheet, readWorkbook } from "./workbook-read.ts";
export {
  type CellTone,
  type CellValue,
  type WorkbookColumn,
  WorkbookError,
  type WorkbookProperties,
  type WorkbookSheet,
} from "./workbook-sheet.ts";
