import type { Candidate } from "@tiltas/contract/releases";

/** Where a wave stands on the way of a release. */
export type Stage = "compute" | "look" | "sign" | "released";
export const stages: readonly Stage[] = ["compute", "look", "sign", "released"];

/** The computation that matters now: the one that runs, else the newest that waits to be released or needs to be told of. */
export function currentCandidate(candidates: readonly Candidate[]): Candidate | undefined {
  const newest = [...candidates].sort((one, other) => other.requestedAt.localeCompare(one.requestedAt));
  const running = newest.find(({ state }) => state === "running");
  return running ?? newest.find(({ state }) => state !== "cancelled");
}

/** How far a computation has come; what failed or was overtaken by a withdrawal begins again. */
export function stageOf(candidate: Candidate | undefined): Stage {
  if (candidate === undefined || candidate.state === "running") return "compute";
  if (candidate.state === "released") return "released";
  if (candidate.state !== "ready") return "compute";
  return candidate.signatures.length > 0 ? "sign" : "look";
}

/** Computations that were running when looked at before and no longer are: what someone wants to be told of. */
export function endedSince(before: readonly Candidate[], now: readonly Candidate[]): Candidate[] {
  const running = new Set(before.filter(({ state }) => state === "running").map(({ id }) => id));
  return now.filter(({ id, state }) => running.has(id) && state !== "running");
}
