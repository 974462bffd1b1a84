import { readFile, writeFile } from "node:fs/promises";
import { openData } from "@tiltas/analysis/open-data";
import { type Manifest, type ReleaseFile, readingOf } from "@tiltas/analysis/release";
import { municipalitySheet, writeReleaseWorkbook } from "@tiltas/analysis/workbook";
import { zipSync } from "fflate";
import { manifestFileIn, releaseFileIn } from "./release-folder.ts";
import type { MakeOutput, Outcomes } from "./task.ts";
import { noTime } from "./zip-file.ts";

/** Runs in a worker thread: writes one output of a frozen release, from its files alone. */
export async function makeOutput(task: MakeOutput): Promise<Outcomes["make-output"]> {
  const release = await readRelease(task.folder, task.policy);
  if (task.output === "sheet" && !isPlace(release, task.municipality)) return { state: "unknown" };
  await writeFile(task.file, await bytesOf(task, release), { mode: 0o600 });
  return { state: "made" };
}

async function bytesOf(
  { output, folder, beside, policy, language, municipality }: MakeOutput,
  release: ReleaseFile,
): Promise<Uint8Array | string> {
  if (output === "sheet") return municipalitySheet(release, municipality ?? "", language);
  const manifest = JSON.parse(await readFile(manifestFileIn(folder), "utf8")) as Manifest;
  if (output === "open-data")
    return zipSync(Object.fromEntries(openData(release, manifest)), { level: 9, mtime: noTime });
  const previousReleases = beside === null ? [] : [await readRelease(beside, policy)];
  return writeReleaseWorkbook({ release, previousReleases, manifest, language });
}

function isPlace(release: ReleaseFile, municipality: string | null): boolean {
  return readingOf(release)
    .codes("municipality")
    .some(({ code }) => code === municipality);
}

async function readRelease(folder: string, policy: MakeOutput["policy"]): Promise<ReleaseFile> {
  return JSON.parse(await readFile(releaseFileIn(folder, policy), "utf8"));
}
