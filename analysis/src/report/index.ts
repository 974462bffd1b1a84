export { CellError } from "./cell.ts";
export type { WorkbookContent } from "./content.ts";
export { makeWaveReport } from "./make-wave-report.ts";
export type { WaveReport, WaveReportInput } from "./wave-report.ts";
export { writeWorkbook } from "./workbook.ts";
export { type WorkingEstimate, workingEstimates } from "./working-estimates.ts";
