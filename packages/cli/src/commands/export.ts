import { existsSync } from "node:fs";
import { openReader, type Reader, waveBefore } from "@tiltas/store/open";
import type { StudyRecord, WaveRecord } from "@tiltas/store/port";
import type { Command } from "commander";
import manifest from "../../package.json" with { type: "json" };
import { planOfFolder, releaseFiles, standardPlanFolder, writeExport } from "../exports/index.ts";
import { CommandError, type Output, textTable, wholeNumber } from "../terminal/index.ts";

interface ExportOptions {
  readonly data: string;
  readonly databaseUrl?: string;
  readonly list?: boolean;
  readonly json?: boolean;
  readonly wave?: string;
  readonly previous?: string;
  readonly plan: string;
  readonly release?: number;
  readonly out?: string;
}

/** `tiltas export --data FOLDER --list [--json]`, `tiltas export --data FOLDER --wave ID --out DIR` */
export function exportCommand(program: Command, output: Output): void {
  program
    .command("export")
    .description(
      "Write everything from which a wave's figures are made as plain files: versions, responses without contacts, margins, plan.",
    )
    .requiredOption("--data <folder>", "the server's data folder")
    .option("--database-url <url>", "PostgreSQL address, if the server keeps its data there")
    .option("--list", "name the waves and write nothing")
    .option("--json", "with --list: as JSON")
    .option("--wave <id>", "the wave")
    .option(
      "--previous <id>",
      'the wave that changes are measured from, or "none" (default: as the analysis plan says, else the newest one before it of the same study, questionnaire and kind of sample)',
    )
    .option("--plan <folder>", "the analysis plan, where the wave has none of its own", standardPlanFolder)
    .option(
      "--release <number>",
      "a release of the wave on this server: its files go along, and a chain makes it again",
      wholeNumber,
    )
    .option("--out <folder>", "a new or empty folder")
    .action(async (options: ExportOptions) => output.print(await answer(options)));
}

async function answer(options: ExportOptions): Promise<string> {
  const { data, databaseUrl: url, list, wave, out } = options;
  if (url === undefined && !existsSync(data))
    throw new CommandError(
      `There is no folder "${data}". Name the data folder of a server that has been started once.`,
    );
  const reader = await openReader({ folder: data, url }).catch((error: unknown) => {
    throw new CommandError(error instanceof Error ? error.message : `The data in "${data}" cannot be read.`);
  });
  try {
    if (list) return await listed(reader, options.json ?? false);
    if (wave === undefined || out === undefined)
      throw new CommandError("Name a wave with --wave and a new folder with --out, or ask for the --list.");
    return await written(reader, { ...options, wave, out });
  } finally {
    await reader.close();
  }
}

async function listed(reader: Reader, asJson: boolean): Promise<string> {
  const waves = (await reader.listWaves()).toSorted(inOrder);
  const rows = [];
  for (const { id, study, sample, opens, closes } of waves)
    rows.push({ wave: id, study, sample, opens, closes, responses: await reader.countResponses(id) });
  if (asJson) return JSON.stringify(rows, null, 2);
  if (rows.length === 0) return "These data hold no wave yet.";
  const head = ["wave", "study", "sample", "opens", "closes", "responses"];
  return textTable([head, ...rows.map((row) => Object.values(row).map(String))]);
}

const inOrder = (a: WaveRecord, b: WaveRecord) =>
  a.opens < b.opens ? -1 : a.opens > b.opens ? 1 : a.id < b.id ? -1 : 1;

async function written(
  reader: Reader,
  {
    wave: id,
    out,
    previous,
    plan,
    data,
    release,
  }: ExportOptions & { readonly wave: string; readonly out: string },
): Promise<string> {
  const [wave, study] = await findWave(reader, id);
  const before = await previousOf(reader, wave, previous);
  const exported = await writeExport(reader, {
    study,
    wave,
    previous: before,
    plan: await planFilesOf(reader, wave, plan),
    software: manifest.version,
    release: release === undefined ? new Map() : releaseFiles(data, id, release),
    out,
  });
  const and = exported.previous
    ? `, and ${exported.previous.responses} of the wave before it, ${exported.previous.id}`
    : "";
  return `Wrote ${out}: ${exported.wave.responses} responses of ${id}${and}. ${
    study.synthetic
      ? "All of them are invented."
      : "These are personal data: keep them safe, and delete them when you are done."
  }`;
}

/** The standard plan, and over it the parts that the wave's own plan has. */
async function planFilesOf(
  reader: Reader,
  { id }: WaveRecord,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const [own] = await reader.analysisPlans(id);
  const parts = (["lattice", "weighting", "policies"] as const).flatMap((part) => {
    const text = own?.[part] ?? null;
    return text === null ? [] : [[`${part}.json`, text] as const];
  });
  return new Map([...planOfFolder(folder), ...parts]);
}

async function findWave(reader: Reader, id: string): Promise<[WaveRecord, StudyRecord]> {
  const wave = await reader.findWave(id);
  const study = wave && (await reader.findStudy(wave.study));
  if (wave && study) return [wave, study];
  const known = (await reader.listWaves()).map((other) => other.id).join(", ");
  throw new CommandError(
    `There is no wave "${id}" in these data. ${known ? `There are: ${known}.` : "They hold no wave yet."}`,
  );
}

/** The named one; else that of the wave's analysis plan; without a plan the newest that had closed before. */
async function previousOf(
  reader: Reader,
  wave: WaveRecord,
  named: string | undefined,
): Promise<WaveRecord | null> {
  if (named === "none") return null;
  if (named !== undefined) return (await findWave(reader, named))[0];
  const [plan] = await reader.analysisPlans(wave.id);
  if (!plan) return waveBefore(reader, wave);
  return plan.previousWave === null ? null : (await findWave(reader, plan.previousWave))[0];
}
