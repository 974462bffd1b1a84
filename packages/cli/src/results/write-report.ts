import { join } from "node:path";
import type { ReleaseFile } from "@tiltas/analysis/release";
import { writeReleaseWorkbook } from "@tiltas/analysis/workbook";
import { CommandError } from "../terminal/index.ts";
import { type ReleaseFolder, writeResult } from "./result-folder.ts";

export interface ReportOrder {
  readonly language: "lt" | "en";
  readonly policy: ReleaseFile["policy"];
  /** Releases of earlier waves, whose figures stand beside these. */
  readonly earlier: readonly ReleaseFolder[];
}

/** Writes the workbook of a release. @returns its path */
export async function writeReport(
  results: string,
  { releases, manifest }: ReleaseFolder,
  { language, policy, earlier }: ReportOrder,
): Promise<string> {
  const release = releases.get(policy);
  if (!release)
    throw new CommandError(
      `The release has no figures for "${policy}". It has them for: ${[...releases.keys()].join(", ")}.`,
    );
  const workbook = await writeReleaseWorkbook({
    release,
    previousReleases: earlier.flatMap((folder) => folder.releases.get(policy) ?? []),
    manifest,
    language,
  });
  const path = join(results, `workbook-${policy}-${language}.xlsx`);
  writeResult(path, workbook);
  return path;
}
