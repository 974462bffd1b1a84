import { createHash } from "node:crypto";
import { join } from "node:path";
import { openData } from "@tiltas/analysis/open-data";
import type { ReleaseFile } from "@tiltas/analysis/release";
import { municipalitySheet, writeReleaseWorkbook } from "@tiltas/analysis/workbook";
import { CommandError } from "../terminal/index.ts";
import { type ReleaseFolder, writeResult } from "./result-folder.ts";

export interface ReportOrder {
  readonly language: "lt" | "en";
  readonly policy: ReleaseFile["policy"];
  /** Releases of earlier waves, whose figures stand beside these. */
  readonly earlier: readonly ReleaseFolder[];
}

export interface ReportWritten {
  /** Path of the workbook. */
  readonly workbook: string;
  /** SHA-256 of what was written; the pages of all municipalities together are one line. */
  readonly files: readonly (readonly [name: string, digest: string])[];
}

/** Writes everything that people read of a release: workbook, a page for each municipality, open data. */
export async function writeReport(
  results: string,
  { releases, manifest }: ReleaseFolder,
  { language, policy, earlier }: ReportOrder,
): Promise<ReportWritten> {
  const release = releaseFor(policy, releases);
  const previousReleases = earlier.flatMap((folder) => folder.releases.get(policy) ?? []);
  const workbook = await writeReleaseWorkbook({ release, previousReleases, manifest, language });
  const name = `workbook-${policy}-${language}.xlsx`;
  writeResult(join(results, name), workbook);
  const pages = `pages-${policy}-${language}`;
  const sheets = release.ladder.map(
    ({ municipality }) =>
      [`${municipality}.html`, municipalitySheet(release, municipality, language)] as const,
  );
  for (const [file, html] of sheets) writeResult(join(results, pages, file), html);
  const open = [...openData(releaseFor("public", releases), manifest)];
  for (const [file, bytes] of open) writeResult(join(results, "open-data", file), bytes);
  return {
    workbook: join(results, name),
    files: [
      [name, digestOf([[name, workbook]])],
      [pages, digestOf(sheets)],
      ["open-data", digestOf(open)],
    ],
  };
}

function releaseFor(policy: ReleaseFile["policy"], releases: ReleaseFolder["releases"]): ReleaseFile {
  const release = releases.get(policy);
  if (release) return release;
  throw new CommandError(
    `The release has no figures for "${policy}". It has them for: ${[...releases.keys()].join(", ")}.`,
  );
}

/** One digest of several files; of one file its own SHA-256. */
function digestOf(files: readonly (readonly [name: string, content: string | Uint8Array])[]): string {
  const of = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");
  const [first, ...more] = files;
  if (first && more.length === 0) return of(first[1]);
  return of(files.map(([name, content]) => `${of(content)}  ${name}\n`).join(""));
}
