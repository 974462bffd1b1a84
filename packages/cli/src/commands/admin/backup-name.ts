import { join } from "node:path";

/** A name that sorts by time, where only a folder was named: `tiltas-2026-11-22T103107Z.backup` (UTC). */
export function backupNameIn(folder: string, now: Date): string {
  return join(folder, `tiltas-${now.toISOString().slice(0, 19).replaceAll(":", "")}Z.backup`);
}
