import { existsSync } from "node:fs";
import { openReader, type Reader } from "@tiltas/store/open";
import type { WaveRecord } from "@tiltas/store/port";
import type { Command } from "commander";
import manifest from "../../package.json" with { type: "json" };
import {
  frozenRelease,
  orderOfRelease,
  orderOfToday,
  register,
  standardPlanFolder,
  writeExport,
} from "../exports/index.ts";
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
  readonly holder?: string;
  readonly purpose?: string;
  readonly until?: string;
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
    .option("--holder <name>", "who will hold the files; needed where people answered")
    .option("--purpose <text>", "what for")
    .option("--until <date>", "the day within a year on which they are deleted, such as 2027-03-01")
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
  { out, ...options }: ExportOptions & { readonly wave: string; readonly out: string },
): Promise<string> {
  const { data, wave: id, release } = options;
  const order =
    release === undefined
      ? await orderOfToday(reader, { ...options, wave: id })
      : await orderOfRelease(reader, frozenRelease(data, id, release));
  const entry = await register(reader, order, options);
  const exported = await writeExport(reader, { ...order, software: manifest.version, out });
  const and = exported.previous
    ? `, and ${exported.previous.responses} of the wave before it, ${exported.previous.id}`
    : "";
  return `Wrote ${out}: ${exported.wave.responses} responses of ${id}${and}. ${entry}`;
}
