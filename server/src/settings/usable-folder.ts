import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { FolderUnusableError } from "@tiltas/store/port";

/**
 * Makes the data folder if there is none, for its owner only.
 * @throws FolderUnusableError when it cannot be written, before anything slow is begun
 */
export async function useFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "no reason given";
    // A file in its place has a sentence of its own.
    if (code === "EEXIST" || code === "ENOTDIR") throw error;
    throw new FolderUnusableError(folder, code === "ENOENT" ? "it cannot be made" : code);
  }
}
