import { existsSync } from "node:fs";
import { join } from "node:path";
import { prepareRelease } from "@tiltas/analysis/chain";
import { keptMasks } from "@tiltas/analysis/disclosure";
import { type Manifest, readManifest, releaseBeside } from "@tiltas/analysis/release";
import { sha256 } from "@tiltas/instrument/digest";
import { type Command, Option } from "commander";
import manifest from "../../package.json" with { type: "json" };
import { readExport } from "../exports/index.ts";
import {
  manifestText,
  type ReleaseFolder,
  readRelease,
  refuseUnwritable,
  sign,
  writeRelease,
  writeReport,
} from "../results/index.ts";
import { type Output, readNamedFile, wholeNumber } from "../terminal/index.ts";

interface ChainOptions {
  readonly out: string;
  readonly language: "lt" | "en";
  readonly policy: "ministry" | "public";
  readonly release?: string;
  readonly earlier?: readonly string[];
  readonly threads?: number;
}

/** `tiltas chain DIR --out OUT [--language lt|en] [--release manifest.json] [--earlier RESULTS]` */
export function chainCommand(program: Command, output: Output): void {
  program
    .command("chain")
    .description(
      "Go the whole way from an export to the workbook, print the digest of each link, and with --release say whether a release comes out again.",
    )
    .argument("<export>", 'folder that "tiltas export" has written')
    .requiredOption("--out <folder>", "where results go")
    .addOption(
      new Option("--language <language>", "language of the workbook").choices(["lt", "en"]).default("lt"),
    )
    .addOption(
      new Option("--policy <policy>", "whose workbook").choices(["ministry", "public"]).default("ministry"),
    )
    .option(
      "--release <file>",
      "manifest of the release that is made again (default: the one in the export, if there is one)",
    )
    .option(
      "--earlier <folder>",
      "results or release of an earlier wave, for trends",
      (value, earlier: readonly string[] = []) => [...earlier, value],
    )
    .option("--threads <number>", "threads that write; the bytes are the same with any number", wholeNumber)
    .action(async (folder: string, options: ChainOptions) => output.print(await chain(folder, options)));
}

async function chain(folder: string, options: ChainOptions): Promise<string> {
  const { out, release } = options;
  const rebuilt = rebuiltRelease(folder, release);
  const through = new Map(rebuilt?.records.map((record) => [record.wave, record.through]));
  const { exported, input } = await readExport(folder, manifest.version, through);
  refuseUnwritable(out);
  const masks = keptMasks(join(out, "masks.json"));
  const candidate = await prepareRelease(input, { masks, ...(rebuilt ? { rebuilds: rebuilt } : {}) });
  writeRelease(out, { releases: candidate.releases, manifest: sign(candidate, rebuilt ?? exported.wave) });
  masks.save();
  const { earlier, missing } = earlierFor(rebuilt, folder, options.earlier);
  const { workbook, files } = await writeReport(out, readRelease(out), { ...options, earlier });
  return [
    ...[...Object.entries(candidate.digests), ...files].map(([name, digest]) => `${digest}  ${name}`),
    rebuilt
      ? `Release ${rebuilt.number} comes out again: every digest is that of its manifest.`
      : "These figures are not released: nobody has signed them.",
    ...missing,
    `Workbook: ${workbook}`,
  ].join("\n");
}

/** What stands beside the figures: what was named, else the release that lies in the export beside the one made again. */
function earlierFor(
  rebuilt: Manifest | undefined,
  folder: string,
  named: readonly string[] = [],
): { readonly earlier: readonly ReleaseFolder[]; readonly missing: readonly string[] } {
  const inExport = join(folder, "release", "beside");
  const places = named.length === 0 && existsSync(inExport) ? [inExport] : named;
  const earlier = places.map(readRelease);
  const beside = rebuilt && releaseBeside(rebuilt.digests);
  const isThere = earlier.some(({ manifest: own }) => sha256(manifestText(own)) === beside?.manifest);
  const missing = `Release ${beside?.number} of the wave ${beside?.wave} stood beside this one, and was not given: the workbook is written without it. Name its folder with --earlier for the same bytes.`;
  return { earlier, missing: beside && !isThere ? [missing] : [] };
}

function rebuiltRelease(folder: string, named: string | undefined): Manifest | undefined {
  const inExport = join(folder, "release", "manifest.json");
  const path = named ?? (existsSync(inExport) ? inExport : undefined);
  return path === undefined ? undefined : readManifest(readNamedFile(path));
}
