import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const hour = 3_600_000;
const day = 24 * hour;
/** A server checks itself nightly; a clock that is further ahead than this was more likely set wrongly than left alone. */
const furthestJump = 45 * day;

const markFile = (folder: string) => join(folder, "clock.mark");

/**
 * Why nothing may be removed at this moment, in a sentence; undefined when the clock can be believed. It is compared with
 * the latest moment this folder is known to have seen: its own mark, and the arrival of its newest response.
 */
export function clockObjection(
  folder: string,
  now: Date,
  newestArrival: Date | undefined,
): string | undefined {
  const latest = Math.max(markOf(folder), newestArrival?.getTime() ?? 0);
  if (latest === 0) return undefined;
  const seen = new Date(latest).toISOString().slice(0, 16).replace("T", " ");
  const says = now.toISOString().slice(0, 16).replace("T", " ");
  if (now.getTime() < latest - hour)
    return `The clock says ${says} UTC, but this folder has already seen ${seen}. Nothing is removed until the clock is right.`;
  if (now.getTime() > latest + furthestJump)
    return `The clock says ${says} UTC, ${Math.floor((now.getTime() - latest) / day)} days after anything this folder has seen (${seen}). If it is right, say so with --clock-is-right; nothing is removed before.`;
  return undefined;
}

/** Notes that this moment was seen; it only moves forward. */
export function noteClock(folder: string, now: Date): void {
  if (now.getTime() <= markOf(folder)) return;
  const file = markFile(folder);
  writeFileSync(`${file}.new`, `${now.toISOString()}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

/** Milliseconds since 1970; 0 when nothing was noted. */
function markOf(folder: string): number {
  try {
    return Date.parse(readFileSync(markFile(folder), "utf8").trim()) || 0;
  } catch {
    return 0;
  }
}
