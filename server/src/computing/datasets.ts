import { existsSync, readdirSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type DatasetCache, datasetCache, forgetInCaches } from "@tiltas/analysis/dataset";
import { datasetFolder } from "@tiltas/store/folders";
import type { Place } from "@tiltas/store/open";

/** Cells of waves are kept between computations in a folder each, so that only new responses are read again. */
const folderOf = ({ folder }: Place) => join(folder, "datasets");

export function cacheOfWave(place: Place, wave: string): DatasetCache {
  return datasetCache({ folder: datasetFolder(place.folder, wave) });
}

/** Overwrites what is kept of somebody who withdrew; where that fails, nothing of anybody is kept. */
export async function forgetInDatasets(place: Place, responseId: string): Promise<void> {
  await forgetInCaches(folderOf(place), responseId).catch(() => dropDatasets(place));
}

/**
 * At the start, when nobody computes: after a crash between a withdrawal and the cells what was not touched since the last
 * withdrawal goes, and so does what somebody was working on who was stopped.
 */
export async function dropStaleDatasets(place: Place): Promise<void> {
  const ledger = statSync(join(place.folder, "withdrawals.ledger"), { throwIfNoEntry: false });
  const folder = folderOf(place);
  if (!existsSync(folder)) return;
  const isStale = (path: string) => {
    const names = readdirSync(path, { recursive: true, encoding: "utf8" });
    if (names.includes("lock")) return true;
    return ledger !== undefined && names.every((name) => statSync(join(path, name)).mtimeMs < ledger.mtimeMs);
  };
  for (const wave of readdirSync(folder))
    if (isStale(join(folder, wave))) await rm(join(folder, wave), { recursive: true, force: true });
}

/** Of several servers on one database each hears of the withdrawals that it took itself: every night the others start anew. */
export async function dropSharedDatasets(place: Place): Promise<void> {
  if (place.url !== undefined) await dropDatasets(place);
}

const dropDatasets = (place: Place) => rm(folderOf(place), { recursive: true, force: true });
