import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
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

/**
 * Writes a file at once: where writing breaks off, the file is as it was. A link is followed and a device such as
 * /dev/stdout written to; neither is replaced by a file.
 *
 * @throws CommandError when it cannot be written
 */
export function writeNamedFile(path: string, content: string | Uint8Array): void {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined || found.isFile()) replace(path, content, found?.mode);
    else writeFileSync(path, content);
  } catch {
    throw new CommandError(
      `The file "${path}" cannot be written. Check that its folder exists and is yours to write in, and that the file is not open elsewhere.`,
    );
  }
}

/** Writes a JSON file of a version at once, and makes its folder where it is the first in it. @throws CommandError likewise */
export function writeJsonFile(path: string, content: unknown): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch {
    throw new CommandError(
      `The folder "${dirname(path)}" cannot be made. Check that it is yours to write in.`,
    );
  }
  writeNamedFile(path, `${JSON.stringify(content, null, 2)}\n`);
}

function replace(path: string, content: string | Uint8Array, mode: number | undefined): void {
  const part = `${path}.part`;
  try {
    writeFileSync(part, content, mode === undefined ? {} : { mode });
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
}
