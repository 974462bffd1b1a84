import { statfs } from "node:fs/promises";
import { StorageFullError } from "../port/index.ts";

/** Bytes that a group of large responses and its log need. */
const leastSpace = 1024 * 1024;

/** @throws StorageFullError when the disk that holds the folder has no room for more answers */
export async function refuseWithoutSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < leastSpace) throw new StorageFullError();
}
