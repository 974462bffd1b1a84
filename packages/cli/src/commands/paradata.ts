import { existsSync } from "node:fs";
import { speeders } from "@tiltas/analysis/quality";
import { writeCsv } from "@tiltas/formats/tables";
import { openReader } from "@tiltas/store/open";
import type { Command } from "commander";
import { CommandError, type Output, writeNamedFile } from "../terminal/index.ts";
import { timeRows, type WaveInterview, waveTimes } from "./paradata/wave-times.ts";

interface ParadataOptions {
  readonly data: string;
  readonly databaseUrl?: string;
  readonly to: string;
}

/** `tiltas paradata --data FOLDER WAVE --to FILE.csv` */
export function paradataCommand(program: Command, output: Output): void {
  program
    .command("paradata")
    .description("Write how long people took, by item and page, as a CSV that tiltas pilot reads.")
    .argument("<wave>", "the wave")
    .requiredOption("--data <folder>", "the server's data folder")
    .option("--database-url <url>", "PostgreSQL address, if the server keeps its data there")
    .requiredOption("--to <file>", "table to write, such as times.csv")
    .action(async (wave: string, options: ParadataOptions) => output.print(await paradata(wave, options)));
}

async function paradata(wave: string, { data, databaseUrl, to }: ParadataOptions): Promise<string> {
  if (databaseUrl === undefined && !existsSync(data))
    throw new CommandError(
      `There is no folder "${data}". Name the data folder of a server that has been started once.`,
    );
  const place = { folder: data, url: databaseUrl };
  const reader = await openReader(place).catch((error: unknown) => {
    throw new CommandError(error instanceof Error ? error.message : `The data in "${data}" cannot be read.`);
  });
  try {
    if (!(await reader.findWave(wave))) throw new CommandError(`There is no wave "${wave}" in these data.`);
    const interviews = (await waveTimes(place, reader, wave)) ?? [];
    if (interviews.length === 0)
      throw new CommandError(`There are no paradata of the wave "${wave}" in these data.`);
    const rows = timeRows(interviews).map(({ item = "", page = "", focused: _focused, ...row }) => ({
      ...row,
      item,
      page,
      focused: "yes",
    }));
    writeNamedFile(to, writeCsv(["response", "item", "page", "milliseconds", "focused"], rows));
    return told(to, interviews);
  } finally {
    await reader.close();
  }
}

/** What the person at the keyboard reads: how many, who was too fast, and where people left. */
function told(to: string, interviews: readonly WaveInterview[]): string {
  const versions = Map.groupBy(interviews, ({ instrument }) => instrument);
  const fast = [...versions].flatMap(([instrument, own]) =>
    speeders(
      instrument,
      own.map(({ response, language, times: { items } }) => ({ response, language, items })),
    ),
  );
  const left = Map.groupBy(
    interviews.filter(({ times }) => times.leftAt !== null),
    ({ times }) => times.leftAt,
  );
  const pages = [...left].map(([page, who]) => `${page} ${who.length}`).join(", ");
  return `Wrote ${to}: times of ${interviews.length} interviews; faster than one can read: ${fast.length}; not come to the end: ${pages || "nobody"}.`;
}
