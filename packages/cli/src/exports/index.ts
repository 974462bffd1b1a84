export { orderOfRelease, orderOfToday } from "./export-order.ts";
export { planOfFolder, standardPlanFolder } from "./plan-files.ts";
export { type ExportRead, readExport } from "./read-export.ts";
export type { Through } from "./read-responses.ts";
export { register } from "./register.ts";
export { type FrozenRelease, frozenRelease } from "./release-files.ts";
export { writeExport } from "./write-export.ts";
