import { dirname, join } from "node:path";
import type { PolicyName } from "@tiltas/contract/releases";
import { madeFromFile } from "@tiltas/store/folders";

/**
 * The files of a candidate, and of the release that it becomes. What is asked for again and again is cut out of the release
 * files once, so that the thread that serves reads small files and computes nothing.
 */
export const policies = ["ministry", "public"] as const satisfies readonly PolicyName[];

export { candidateFolder, releaseFolder } from "@tiltas/store/folders";

export const releaseFileIn = (folder: string, policy: PolicyName) => join(folder, `release-${policy}.json`);
export const candidateFileIn = (folder: string) => join(folder, "candidate.json");
export const previewFileIn = (folder: string) => join(folder, "preview.json");
export const manifestFileIn = (folder: string) => join(folder, "manifest.json");
/** Weights and response quality for those who prepare releases. */
export const workingFileIn = (folder: string) => join(folder, "working.json");
export const exploreFolderIn = (folder: string, policy: PolicyName) => join(folder, "explore", policy);
/** What can be explored: everything but cells. */
export const frameFileIn = (folder: string, policy: PolicyName) =>
  join(exploreFolderIn(folder, policy), "frame.json");
/** Cells of one measure, by its place among the measures. */
export const cellsFileIn = (folder: string, policy: PolicyName, measure: number) =>
  join(exploreFolderIn(folder, policy), `cells-${measure}.json`);
/** What it was made from besides answers and versions. */
export const madeFromFolderIn = (folder: string) => join(folder, dirname(madeFromFile));
export const outputsIn = (folder: string) => join(folder, "outputs");
