import { createHash } from "node:crypto";
import { join } from "node:path";
import type { ReleaseFile } from "@tiltas/analysis/release";
import { CommandError } from "../terminal/index.ts";
import { makeOutputs } from "./in-threads.ts";
import type { OutputTask } from "./outputs.ts";
import { type ReleaseFolder, removeResult, writeResult } from "./result-folder.ts";

export interface ReportOrder {
  readonly language: "lt" | "en";
  readonly policy: ReleaseFile["policy"];
  /** Releases of earlier waves, whose figures stand beside these. */
  readonly earlier: readonly ReleaseFolder[];
  /** Threads that write; the bytes are the same with any number. */
  readonly threads?: number;
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
  { language, policy, earlier, threads = 1 }: ReportOrder,
): Promise<ReportWritten> {
  const release = releaseFor(policy, releases);
  const previousReleases = earlier.flatMap((folder) => folder.releases.get(policy) ?? []);
  const open = releaseFor("public", releases);
  const outputs: readonly (readonly [name: string, task: OutputTask])[] = [
    [
      `workbook-${policy}-${language}.xlsx`,
      { kind: "workbook", release, previousReleases, manifest, language },
    ],
    [`pages-${policy}-${language}`, { kind: "pages", release, language }],
    ["open-data", { kind: "open-data", release: open, manifest }],
  ];
  const made = await makeOutputs(
    outputs.map(([, task]) => task),
    threads,
  );
  const files = outputs.map(([name], at) => {
    const own = made[at] ?? [];
    removeResult(join(results, name));
    for (const [file, content] of own) writeResult(join(results, name, file), content);
    return [name, digestOf(own)] as const;
  });
  return { workbook: join(results, outputs[0]?.[0] ?? ""), files };
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
