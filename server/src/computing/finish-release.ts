import { readFile, writeFile } from "node:fs/promises";
import { finishRelease } from "@tiltas/analysis/chain";
import { canonicalJson, sha256 } from "@tiltas/instrument/digest";
import { type CandidateFile, readReleases } from "./prepare-release.ts";
import { candidateFileIn, manifestFileIn } from "./release-folder.ts";
import type { FinishRelease, Outcomes } from "./task.ts";

/** Runs in a worker thread: writes the manifest of a candidate that people have signed. */
export async function finish({
  folder,
  corrects,
  ...signing
}: FinishRelease): Promise<Outcomes["finish-release"]> {
  const candidate = JSON.parse(await readFile(candidateFileIn(folder), "utf8")) as CandidateFile;
  const { sheets, respondents } = candidate;
  // The figures themselves are asked for only where they are laid beside those before.
  const releases = corrects ? await readReleases(folder) : new Map();
  const before = corrects && { number: corrects.number, releases: await readReleases(corrects.folder) };
  const manifest = finishRelease({ ...candidate, releases }, { ...signing, corrects: before });
  const text = canonicalJson(JSON.parse(JSON.stringify(manifest)));
  await writeFile(manifestFileIn(folder), text);
  return {
    changed: manifest.changed,
    digests: { ...manifest.digests, manifest: sha256(text) },
    sheets,
    respondents,
  };
}
