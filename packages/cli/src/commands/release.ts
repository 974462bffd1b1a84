import { finishRelease, refuseExposingChange } from "@tiltas/analysis/chain";
import type { Command } from "commander";
import manifest from "../../package.json" with { type: "json" };
import { readExport } from "../exports/index.ts";
import { readRelease, releaseLink, sign, writeRelease } from "../results/index.ts";
import { CommandError, type Output, wholeNumber } from "../terminal/index.ts";

interface ReleaseOptions {
  readonly out: string;
  readonly number?: number;
  readonly releasedAt?: string;
  readonly signedBy?: readonly string[];
  readonly noteLt?: string;
  readonly noteEn?: string;
  readonly corrects?: string;
}

/** `tiltas release DIR --out OUT [--number N --released-at TIME --signed-by WHO --note-lt … --note-en … --corrects FOLDER]` */
export function releaseCommand(program: Command, output: Output): void {
  program
    .command("release")
    .description(
      "Fourth link of the chain: what each circle of readers may see, with a manifest of everything it was made from.",
    )
    .argument("<export>", 'folder that "tiltas export" has written')
    .requiredOption("--out <folder>", "folder of results, the same for every link")
    .option("--number <number>", "number of the release; without it nobody has signed", wholeNumber)
    .option("--released-at <time>", "when it is released, such as 2026-12-01T09:00:00Z")
    .option("--signed-by <name>", "who signs; may be given twice", (name, names: readonly string[] = []) => [
      ...names,
      name,
    ])
    .option("--note-lt <text>", "what readers should know, in Lithuanian")
    .option("--note-en <text>", "the same in English")
    .option("--corrects <folder>", "results or release that this one corrects")
    .action(async (folder: string, options: ReleaseOptions) => output.print(await release(folder, options)));
}

async function release(folder: string, options: ReleaseOptions): Promise<string> {
  const { out, number, releasedAt, signedBy = [], noteLt = "", noteEn = "", corrects } = options;
  const source = await readExport(folder, manifest.version);
  if (number !== undefined && (releasedAt === undefined || Number.isNaN(Date.parse(releasedAt))))
    throw new CommandError("A release needs its time: add --released-at, such as 2026-12-01T09:00:00Z.");
  const before = corrects === undefined ? null : readRelease(corrects);
  if (before && number !== undefined && number !== before.manifest.number + 1)
    throw new CommandError(
      `A correction of release ${before.manifest.number} has the next number: --number ${before.manifest.number + 1}.`,
    );
  const candidate = await releaseLink(source, out);
  if (before && number !== undefined)
    refuseExposingChange(before.manifest, candidate, source.input.plan.policies.values());
  const signed =
    number === undefined || releasedAt === undefined
      ? sign(candidate, source.exported.wave)
      : finishRelease(candidate, {
          number,
          releasedAt: new Date(releasedAt).toISOString(),
          signedBy,
          notes: { lt: noteLt, en: noteEn },
          corrects: before && { number: before.manifest.number, releases: before.releases },
        });
  writeRelease(out, { releases: candidate.releases, manifest: signed });
  return [
    ...Object.entries(candidate.digests).map(([name, digest]) => `${digest}  ${name}`),
    ...signed.changed,
    number === undefined
      ? "Nobody has signed: these figures are not released."
      : `Release ${number} lies in ${out}.`,
  ].join("\n");
}
