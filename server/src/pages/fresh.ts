import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** What each web application is built from, beside its own folder. */
const below = ["packages/contract", "packages/instrument", "pnpm-lock.yaml"];
const marker = "built-from.txt";
const notSource = new Set(["node_modules", "dist", "data"]);

/** SHA-256 over paths and contents of everything the application is built from, its tests left out. */
export function sourceDigest(repository: string, application: string): string {
  const hash = createHash("sha256").update("for production\0");
  for (const root of [application, ...below]) {
    for (const path of filesUnder(join(repository, root))) {
      hash
        .update(`${relative(repository, path)}\0`)
        .update(readFileSync(path))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

/** Whether `dist` was made from exactly these sources. */
export function isFresh(dist: string, digest: string): boolean {
  try {
    return readFileSync(join(dist, marker), "utf8") === digest;
  } catch {
    return false;
  }
}

export { marker as freshMarker };

function filesUnder(path: string): string[] {
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !notSource.has(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)],
    );
}
