import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { getHeapStatistics } from "node:v8";
import { CommandError } from "./output.ts";

/** A table takes some fifteen times its bytes while it is read; texts above half a gigabyte cannot be held at all. */
const mostBytes = Math.min(getHeapStatistics().heap_size_limit / 15, 500e6);

/**
 * Reads a file a person named.
 *
 * @param most  bytes; what this machine can hold when left out
 * @throws CommandError when it is not there, not readable, or larger than that
 */
export function readNamedFile(path: string, most = mostBytes): string {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes > most)
    throw new CommandError(
      `The file "${path}" has ${megabytes(bytes)}, more than the ${megabytes(most)} for which there is memory here. Keep only the columns that are needed, split it by rows, or give more memory: NODE_OPTIONS=--max-old-space-size=16000.`,
    );
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new CommandError(`${sentenceFor(error, path)} Check the name and the folder you are in.`);
  }
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
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
