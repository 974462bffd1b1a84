import { readFileSync } from "node:fs";
import { CommandError } from "./output.ts";

/** Reads a file a person named. @throws CommandError when it is not there or not readable */
export function readNamedFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new CommandError(`${sentenceFor(error, path)} Check the name and the folder you are in.`);
  }
}

function sentenceFor(error: unknown, path: string): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return `There is no file "${path}".`;
  if (code === "EISDIR") return `"${path}" is a folder, not a file.`;
  return `The file "${path}" cannot be read.`;
}
