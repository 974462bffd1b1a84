import { readFile, writeFile } from "node:fs/promises";
import type { Manifest, ReleaseFile } from "@tiltas/analysis/release";
import { writeReleaseWorkbook } from "@tiltas/analysis/workbook";
import { manifestFileIn, releaseFileIn } from "./release-folder.ts";
import type { MakeOutput, Outcomes } from "./task.ts";

/** Runs in a worker thread: writes one output of a frozen release, from its files alone. */
export async function makeOutput(task: MakeOutput): Promise<Outcomes["make-output"]> {
  const { output, folder, policy, language, file } = task;
  const release = await readRelease(folder, policy);
  const manifest = JSON.parse(await readFile(manifestFileIn(folder), "utf8")) as Manifest;
  if (output === "workbook") {
    const previousReleases = await Promise.all(task.earlier.map((earlier) => readRelease(earlier, policy)));
    await writeFile(file, await writeReleaseWorkbook({ release, previousReleases, manifest, language }), {
      mode: 0o600,
    });
    return { state: "made" };
  }
  return { state: "failed", failure: "This output is not made yet." };
}

async function readRelease(folder: string, policy: MakeOutput["policy"]): Promise<ReleaseFile> {
  return JSON.parse(await readFile(releaseFileIn(folder, policy), "utf8"));
}
