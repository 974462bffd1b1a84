import type { Report } from "@tiltas/contract/reports";

/** Reports that were being computed when looked at before and no longer are: what someone wants to be told of. */
export function endedSince(before: readonly Report[], now: readonly Report[]): Report[] {
  const running = new Set(before.filter((report) => report.state === "running").map((report) => report.id));
  return now.filter((report) => running.has(report.id) && report.state !== "running");
}

/** Newest first, whatever the order they came in. */
export function newestFirst(reports: readonly Report[]): Report[] {
  return [...reports].sort((one, other) => other.requestedAt.localeCompare(one.requestedAt));
}
