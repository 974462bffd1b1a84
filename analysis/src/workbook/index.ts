export { CellError } from "./cell.ts";
export { type WorkbookInput, writeReleaseWorkbook } from "./release-workbook.ts";
