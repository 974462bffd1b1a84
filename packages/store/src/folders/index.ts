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
