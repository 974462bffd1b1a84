import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { compressFiles } from "./compress.ts";
import { keepEarlierFiles } from "./earlier.ts";
import { freshMarker, isFresh, sourceDigest } from "./fresh.ts";

export const applications = ["packages/respondent", "packages/console"] as const;

/** Builds the web applications whose sources have changed since the last build. */
export async function buildApplications(repository: string, say: (line: string) => void): Promise<void> {
  for (const application of applications) {
    const digest = sourceDigest(repository, application);
    if (isFresh(join(repository, application, "dist"), digest)) continue;
    say(`Building ${application} …`);
    await buildOne(join(repository, application), digest);
  }
}

/** Builds beside the old one and then changes places, so that a running server never sees half an application. */
async function buildOne(root: string, digest: string): Promise<void> {
  const dist = join(root, "dist");
  const made = join(root, "node_modules", `.build-${process.pid}`);
  const old = join(root, "node_modules", `.old-${process.pid}`);
  try {
    const configFile = join(root, "vite.config.ts");
    await build({ root, configFile, logLevel: "error", build: { outDir: made, emptyOutDir: true } });
    await compressFiles(made);
    await keepEarlierFiles(join(dist, "assets"), join(made, "assets"), new Date());
    await writeFile(join(made, freshMarker), digest);
    await rename(dist, old).catch(() => undefined);
    await rename(made, dist);
  } finally {
    await rm(made, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}
