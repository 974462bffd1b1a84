import type { Report } from "@tiltas/contract/reports";

/** Reports that were being computed when looked at before and no longer are: what someone wants to be told of. */
export function endedSince(before: readonly Report[], now: readonly Report[]): Report[] {
  const running = new Set(before.filter((report) => report.state === "running").map((report) => report.id));
  return now.filter((report) => running.has(report.id) && report.state !== "running");
}

/** The newest report that has its workbook. */
export function latestFinished(reports: readonly Report[]): Report | undefined {
  return newestFirst(reports).find((report) => report.state === "finished");
}

/** Newest first, whatever the order they came in. */
export function newestFirst(reports: readonly Report[]): Report[] {
  return [...reports].sort((one, other) => other.requestedAt.localeCompare(one.requestedAt));
}
