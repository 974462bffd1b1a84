import { readdir, readFile, rm } from "node:fs/promises";

/** A file that this server wrote; undefined if it is not there. */
export async function readJson<Content>(file: string): Promise<Content | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Content);
}

export async function removeFolder(folder: string): Promise<void> {
  // A worker that is being stopped may still be writing into it.
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Names in a folder; none where it is not there. */
export const foldersIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
