export { countsFellSince, type WaveCount, writeCounts } from "./counts.ts";
export { type DataFinding, type Finding, type Verification, verifyData } from "./verify.ts";
