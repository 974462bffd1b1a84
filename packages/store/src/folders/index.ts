export { checkPublished, listInstrumentFolders } from "./list-folders.ts";
export {
  type InstrumentFolder,
  InstrumentFolderError,
  parseInstrumentFiles,
  readInstrumentFolder,
} from "./read-folder.ts";
