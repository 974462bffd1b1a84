import { readFile, writeFile } from "node:fs/promises";
import { finishRelease } from "@tiltas/analysis/chain";
import { canonicalJson, sha256 } from "@tiltas/instrument/digest";
import { digestOfFolder } from "@tiltas/store/folders";
import { type CandidateFile, readReleases } from "./prepare-release.ts";
import {
  candidateFileIn,
  exploreFolderIn,
  madeFromFolderIn,
  manifestFileIn,
  policies,
} from "./release-folder.ts";
import type { FinishRelease, Outcomes } from "./task.ts";

/** Runs in a worker thread: writes the manifest of a candidate that people have signed. */
export async function finish({
  folder,
  corrects,
  beside: before,
  ...signing
}: FinishRelease): Promise<Outcomes["finish-release"]> {
  const candidate = JSON.parse(await readFile(candidateFileIn(folder), "utf8")) as CandidateFile;
  const { sheets, respondents } = candidate;
  // The figures themselves are asked for only where they are laid beside those before.
  const releases = corrects ? await readReleases(folder) : new Map();
  const corrected = corrects && { number: corrects.number, releases: await readReleases(corrects.folder) };
  const beside = before && {
    ...{ wave: before.wave, number: before.number },
    manifest: sha256(await readFile(manifestFileIn(before.folder), "utf8")),
  };
  const manifest = finishRelease({ ...candidate, releases }, { ...signing, corrects: corrected, beside });
  const text = canonicalJson(JSON.parse(JSON.stringify(manifest)));
  await writeFile(manifestFileIn(folder), text);
  return {
    changed: manifest.changed,
    digests: { ...manifest.digests, ...digestsBeside(folder), manifest: sha256(text) },
    sheets,
    respondents,
  };
}

/** Of what is read of a release besides the files that its manifest names: a check of the data folder asks for all of it. */
function digestsBeside(folder: string): Readonly<Record<string, string>> {
  const folders = [
    ...policies.map((policy) => [`explore/${policy}`, exploreFolderIn(folder, policy)] as const),
    ["made-from", madeFromFolderIn(folder)] as const,
  ];
  return Object.fromEntries(
    folders.flatMap(([name, path]) => {
      const digest = digestOfFolder(path);
      return digest === undefined ? [] : [[name, digest]];
    }),
  );
}
