export { findDailyCounts } from "./daily-counts.ts";
export { findInstrument, listInstruments } from "./instruments.ts";
export type { AccessContext, Context, Database, DataContext, Operation } from "./operation.ts";
export { findReport, listReports } from "./reports.ts";
export { countResponses, lastSequence, pageOfWave } from "./responses.ts";
export { findStudy, findWave, listWaves } from "./studies.ts";
export { type Argument, type Commit, type Result, type Write, type WriteName, writes } from "./writes.ts";
