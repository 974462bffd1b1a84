import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Candidate, releaseText } from "@tiltas/analysis/chain";
import { type Manifest, type ReleaseFile, readManifest, readReleaseFile } from "@tiltas/analysis/release";
import { canonicalJson } from "@tiltas/instrument/digest";
import { CommandError, readNamedFile, writeNamedFile } from "../terminal/index.ts";

/** A release as it lies in a folder of results. */
export interface ReleaseFolder {
  readonly manifest: Manifest;
  readonly releases: Candidate["releases"];
}

const folderOf = (results: string) => join(results, "release");

/** Writes a file of results, and its folder where it is the first in it. @throws CommandError when it cannot be */
export function writeResult(path: string, content: string | Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch {
    throw notYours(dirname(path));
  }
  writeNamedFile(path, content);
}

/** Before anything is computed: whoever cannot write there hears of it at once; nothing is made. @throws CommandError */
export function refuseUnwritable(results: string): void {
  let there = resolve(results);
  while (!existsSync(there)) there = dirname(there);
  try {
    accessSync(there, constants.W_OK);
    if (statSync(there).isDirectory()) return;
  } catch {
    // Said below.
  }
  throw notYours(results);
}

const notYours = (folder: string) =>
  new CommandError(`The folder "${folder}" cannot be made. Check that it is yours to write in.`);

/** What an earlier run wrote there, pages of other municipalities perhaps, is not left beside what is written now. */
export const removeResult = (path: string): void => rmSync(path, { recursive: true, force: true });

export const manifestText = (manifest: Manifest): string => canonicalJson(manifest);

/** Lays a release into `release/`: a file for each circle of readers, and the manifest. */
export function writeRelease(results: string, { releases, manifest }: ReleaseFolder): void {
  removeResult(folderOf(results));
  for (const [policy, release] of releases)
    writeResult(join(folderOf(results), `${policy}.json`), releaseText(release));
  writeResult(join(folderOf(results), "manifest.json"), manifestText(manifest));
}

/**
 * Reads the release in a folder of results, or in a release folder itself.
 *
 * @throws CommandError when there is none; ReleaseError when a file is not the one that the manifest names
 */
export function readRelease(folder: string): ReleaseFolder {
  const place = existsSync(join(folder, "manifest.json")) ? folder : folderOf(folder);
  const path = join(place, "manifest.json");
  if (!existsSync(path))
    throw new CommandError(
      `There is no release in "${folder}". Name a folder that "tiltas chain" or "tiltas release" has written.`,
    );
  const manifest = readManifest(readNamedFile(path));
  const releases = new Map<ReleaseFile["policy"], ReleaseFile>();
  for (const name of readdirSync(place).toSorted()) {
    if (!/^(release-)?(ministry|public)\.json$/.test(name)) continue;
    const release = readReleaseFile(readFileSync(join(place, name), "utf8"), manifest);
    releases.set(release.policy, release);
  }
  return { manifest, releases };
}
