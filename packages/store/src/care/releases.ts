import { existsSync } from "node:fs";
import { join } from "node:path";
import { candidateFolder, digestOfFileIn, digestOfFolder, releaseFolder } from "../folders/index.ts";
import type { Place, Reading } from "../open/index.ts";
import { listReleases, listWaves } from "../operations/index.ts";
import type { ReleaseRecord } from "../port/index.ts";
import type { DataFinding } from "./verify.ts";

/** Every frozen release is what it was when it was signed: the register has a digest of each file that is read of it. */
export async function checkReleases(
  { folder, url }: Place,
  read: Reading["read"],
  tell: (finding: DataFinding) => void,
): Promise<void> {
  for (const { id } of await read((context) => listWaves(context)))
    for (const release of await read((context) => listReleases(context, id)))
      for (const sentence of objectionsTo(folder, release, url !== undefined))
        tell({ problem: "release", sentence });
}

/** Of several servers on one database, one has the files. */
function objectionsTo(folder: string, release: ReleaseRecord, mayLieElsewhere: boolean): readonly string[] {
  const { wave, number, candidate } = release;
  const name = `Release ${number} of the wave ${wave}`;
  const own = [releaseFolder(folder, wave, number), candidateFolder(folder, candidate)].find(existsSync);
  if (own === undefined)
    return mayLieElsewhere
      ? []
      : [
          `${name} is not in this folder. Take releases from a backup: what was published must stay readable.`,
        ];
  const changed = Object.entries(release.digests)
    .filter(([file, digest]) => isOther(own, file, digest))
    .map(([file]) => file);
  if (changed.length === 0) return [];
  return [
    `${name} is not as it was signed: ${changed.join(", ")} changed or missing. Take it from a backup, and look into who could write there.`,
  ];
}

function isOther(folder: string, name: string, digest: string): boolean {
  const [kind, policy = ""] = name.split("/");
  if (kind === "manifest") return digestOfFileIn(folder, "manifest.json") !== digest;
  if (kind === "release") return digestOfFileIn(folder, `release-${policy}.json`) !== digest;
  if (kind === "explore") return digestOfFolder(join(folder, "explore", policy)) !== digest;
  return kind === "made-from" && digestOfFolder(join(folder, "made-from")) !== digest;
}
