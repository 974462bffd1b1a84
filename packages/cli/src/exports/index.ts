export { planOfFolder, standardPlanFolder } from "./plan-files.ts";
export { type ExportRead, readExport } from "./read-export.ts";
export type { Through } from "./read-responses.ts";
export { releaseFiles } from "./release-files.ts";
export { writeExport } from "./write-export.ts";
