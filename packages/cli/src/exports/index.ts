export type { ExportFile } from "./export-file.ts";
export { planOfFolder, standardPlanFolder } from "./plan-files.ts";
export { readExport } from "./read-export.ts";
export type { Through } from "./read-responses.ts";
export { writeExport } from "./write-export.ts";
