import { join } from "node:path";
import type { PolicyName } from "@tiltas/contract/releases";

/**
 * The files of a candidate, and of the release that it becomes. What is asked for again and again is cut out of the release
 * files once, so that the thread that serves reads small files and computes nothing.
 */
export const policies = ["ministry", "public"] as const satisfies readonly PolicyName[];

export const releaseFileIn = (folder: string, policy: PolicyName) => join(folder, `release-${policy}.json`);
export const candidateFileIn = (folder: string) => join(folder, "candidate.json");
export const previewFileIn = (folder: string) => join(folder, "preview.json");
export const manifestFileIn = (folder: string) => join(folder, "manifest.json");
/** Weights and response quality for those who prepare releases. */
export const workingFileIn = (folder: string) => join(folder, "working.json");
/** What can be explored: everything but cells. */
export const frameFileIn = (folder: string, policy: PolicyName) =>
  join(folder, "explore", policy, "frame.json");
/** Cells of one measure, by its place among the measures. */
export const cellsFileIn = (folder: string, policy: PolicyName, measure: number) =>
  join(folder, "explore", policy, `cells-${measure}.json`);
export const outputsIn = (folder: string) => join(folder, "outputs");

/** Of a wave's releases in the data folder; names of waves may hold what no file name may. */
export const releaseFolder = (data: string, wave: string, number: number) =>
  join(data, "releases", encodeURIComponent(wave).replaceAll(".", "%2E"), String(number));
export const candidateFolder = (data: string, id: string) => join(data, "candidates", id);
