import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Manifest, readManifest, releaseBeside } from "@tiltas/analysis/release";
import { type MadeFrom, readMadeFrom, releaseFolder } from "@tiltas/store/folders";
import { CommandError } from "../terminal/index.ts";

/** A frozen release in a server's data folder, and what it was made from. */
export interface FrozenRelease {
  readonly manifest: Manifest;
  /** What lies under `release/` of an export: the manifest, what each circle of readers sees, the release beside it. */
  readonly files: ReadonlyMap<string, string>;
  readonly madeFrom: MadeFrom;
  /** Texts by their path in an export: the analysis plan, margins. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * @throws CommandError when the wave has no release of that number, or one from before it was kept what it was made from
 */
export function frozenRelease(data: string, wave: string, number: number): FrozenRelease {
  const folder = releaseFolder(data, wave, number);
  if (!existsSync(join(folder, "manifest.json")))
    throw new CommandError(
      `The wave "${wave}" has no release ${number} in these data. Leave --release out, or name one that the console lists.`,
    );
  const madeFrom = readMadeFrom(folder);
  if (!madeFrom)
    throw new CommandError(
      `Release ${number} of the wave "${wave}" was frozen by an earlier version, which did not keep its margins and plan. Leave --release out, and give its manifest to "tiltas chain --release".`,
    );
  const manifest = readManifest(readFileSync(join(folder, "manifest.json"), "utf8"));
  const beside = releaseBeside(manifest.digests);
  return {
    manifest,
    files: new Map([
      ...filesOf(folder, "release/"),
      ...(beside ? filesOf(releaseFolder(data, beside.wave, beside.number), "release/beside/") : []),
    ]),
    madeFrom,
    texts: textsUnder(join(folder, "made-from")),
  };
}

function filesOf(folder: string, under: string): (readonly [string, string])[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^(manifest|release-(ministry|public))\.json$/.test(name))
    .toSorted()
    .map((name) => [`${under}${name}`, readFileSync(join(folder, name), "utf8")] as const);
}

function textsUnder(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\/.*\.(json|csv)$/.test(name))
    .toSorted();
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
