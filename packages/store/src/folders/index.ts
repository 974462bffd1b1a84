export { checkPublished, listInstrumentFolders } from "./list-folders.ts";
export { InstrumentFolderError } from "./read-file.ts";
export { type InstrumentFolder, parseInstrumentFiles, readInstrumentFolder } from "./read-folder.ts";
