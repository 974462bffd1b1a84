import { statfsSync } from "node:fs";
import { StorageFullError } from "../port/index.ts";

/**
 * Bytes that answers leave free, so that on a disk they have filled staff can still sign in and people withdraw;
 * a group of large responses and its log fit in too.
 */
const keptFree = 1024 * 1024;

/** Whether the disk that holds the folder has no room for more answers; takes microseconds. */
export function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < keptFree;
}

/** @throws StorageFullError when there is no room for more answers */
export function refuseWithoutSpace(folder: string): void {
  if (isFull(folder)) throw new StorageFullError();
}
