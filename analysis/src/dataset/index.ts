export {
  type BuildOptions,
  buildDataset,
  type HarmonisedInput,
  harmonisedDataset,
  type Responses,
} from "./build-dataset.ts";
export { type CachedInput, type DatasetCache, datasetCache, forgetInCaches } from "./cache/dataset-cache.ts";
export { collectRosters, collectVariables } from "./collected-variables.ts";
export * from "./dataset.ts";
export { DatasetFileError, readDatasetFile, writeDatasetFile } from "./dataset-file.ts";
export { actualMunicipality, declaredMunicipality } from "./municipality.ts";
export { VersionsError } from "./version-chain.ts";
export { WithdrawnMeanwhile } from "./withdrawn-meanwhile.ts";
