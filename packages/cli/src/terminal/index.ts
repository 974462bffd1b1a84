export { readNamedFile } from "./files.ts";
export { CommandError, type Output } from "./output.ts";
