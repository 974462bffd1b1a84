export { CellError } from "./cell.ts";
export { municipalitySheet } from "./one-page/municipality-sheet.ts";
export { type WorkbookInput, writeReleaseWorkbook } from "./release-workbook.ts";
