export { readNamedFile, writeJsonFile, writeNamedFile } from "./files.ts";
export { wholeNumber } from "./numbers.ts";
export { CommandError, NegativeResult, type Output } from "./output.ts";
export { textTable } from "./text-table.ts";
