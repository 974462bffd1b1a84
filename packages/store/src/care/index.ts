export { acceptLosses } from "./accept.ts";
export { countsFellSince, type WaveCount, writeCounts } from "./counts.ts";
export { databaseFiles } from "./structure.ts";
export { type DataFinding, type Finding, type Verification, verifyData } from "./verify.ts";
