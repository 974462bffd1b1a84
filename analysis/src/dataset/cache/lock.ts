import { closeSync, mkdirSync, openSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";

/** A lock that nobody has touched for so long (milliseconds) was left by somebody who was stopped. */
const abandonedAfter = 60_000;

/** Who may change the files of a folder: one at a time, in whatever thread or process. */
export interface FolderLock {
  /** Says that its holder is still at work. */
  touch(): void;
  release(): void;
}

/**
 * Whoever was stopped may have left cells that nothing names any more, so that nobody could wipe them: they go first.
 *
 * @returns undefined while somebody else holds it
 */
export function lockFolder(folder: string): FolderLock | undefined {
  const file = join(folder, "lock");
  if (isAbandoned(file)) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!taken(file)) return undefined;
  return {
    touch: () => utimesSync(file, Date.now() / 1000, Date.now() / 1000),
    release: () => rmSync(file, { force: true }),
  };
}

function taken(file: string): boolean {
  try {
    closeSync(openSync(file, "wx", 0o600));
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function isAbandoned(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > abandonedAfter;
}
