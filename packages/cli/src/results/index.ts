export { releaseLink, type Written, writeDatasets, writeIndicators, writeWeights } from "./links.ts";
export {
  manifestText,
  type ReleaseFolder,
  readRelease,
  refuseUnwritable,
  writeRelease,
  writeResult,
} from "./result-folder.ts";
export { sign, type Unsigned } from "./sign.ts";
export { type ReportOrder, type ReportWritten, writeReport } from "./write-report.ts";
