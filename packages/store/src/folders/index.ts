export { digestOfFileIn, digestOfFolder } from "./folder-digest.ts";
export {
  checkPublished,
  digestOfFile,
  listInstrumentFolders,
  listPublishedFolders,
  publishedDigests,
} from "./list-folders.ts";
export { InstrumentFolderError } from "./read-file.ts";
export {
  type InstrumentFolder,
  type NumberedSet,
  parseInstrumentFiles,
  readInstrumentFolder,
} from "./read-folder.ts";
export {
  candidateFolder,
  datasetFolder,
  type FieldedWave,
  type MadeFrom,
  madeFromFile,
  masksFile,
  microdataFile,
  readMadeFrom,
  releaseFolder,
} from "./release-folder.ts";
