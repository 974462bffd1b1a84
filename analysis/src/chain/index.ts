export { changesBetween, countChanges } from "./changes.ts";
export { releaseText } from "./digests.ts";
export { finishRelease, type Signing } from "./finish-release.ts";
export type { AnalysisPlan, ChainInput, ChainOptions, ChainStep, ChainWave, DatasetRead } from "./input.ts";
export { type Candidate, prepareRelease } from "./prepare-release.ts";
export { type ChainResponse, readDataset } from "./read-dataset.ts";
export { RebuildError } from "./rebuild.ts";
