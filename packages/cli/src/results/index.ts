export { type ReleaseFolder, readRelease, writeRelease, writeResult } from "./result-folder.ts";
export { sign, type Unsigned } from "./sign.ts";
export { type ReportOrder, writeReport } from "./write-report.ts";
