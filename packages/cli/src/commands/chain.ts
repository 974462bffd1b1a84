import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { prepareRelease, releaseText } from "@tiltas/analysis/chain";
import type { Command } from "commander";
import manifest from "../../package.json" with { type: "json" };
import { readExport } from "../exports/index.ts";
import { type Output, writeNamedFile } from "../terminal/index.ts";

interface ChainOptions {
  readonly out: string;
}

/** `tiltas chain DIR --out OUT` */
export function chainCommand(program: Command, output: Output): void {
  program
    .command("chain")
    .description("Go the whole way from an export to the workbook again, and print each digest.")
    .argument("<export>", 'folder that "tiltas export" has written')
    .requiredOption("--out <folder>", "where results go")
    .action(async (folder: string, options: ChainOptions) => output.print(await chain(folder, options)));
}

async function chain(folder: string, { out }: ChainOptions): Promise<string> {
  const input = await readExport(folder, manifest.version);
  const candidate = await prepareRelease(input);
  mkdirSync(join(out, "release"), { recursive: true });
  for (const [policy, release] of candidate.releases)
    writeNamedFile(join(out, "release", `${policy}.json`), releaseText(release));
  return Object.entries(candidate.digests)
    .map(([name, digest]) => `${name}  ${digest}`)
    .join("\n");
}
