export { changesBetween, countChanges } from "./changes.ts";
export { CorrectionError, isSameData, refuseExposingChange } from "./correction.ts";
export { digestsOf, digestsOfReleases, releaseText } from "./digests.ts";
export { finishRelease, type Signing } from "./finish-release.ts";
export { type HeadlineFigure, headlineFigures } from "./headline-figures.ts";
export type {
  AnalysisPlan,
  Both,
  ChainInput,
  ChainOptions,
  ChainStep,
  ChainWave,
  DatasetRead,
} from "./input.ts";
export { compareWaves, type Estimated, estimateWaves, readWaves, type Worked, weighWaves } from "./links.ts";
export { PlanFileError, readPlanFiles } from "./plan-files.ts";
export { type Candidate, prepareRelease, recordsOf, releaseWave } from "./prepare-release.ts";
export { type ChainResponse, readDataset } from "./read-dataset.ts";
export { RebuildError } from "./rebuild.ts";
