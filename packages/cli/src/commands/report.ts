import { existsSync } from "node:fs";
import { IndicatorSet } from "@tiltas/analysis/indicators";
import { makeWaveReport, type WaveReportInput } from "@tiltas/analysis/report";
import { readCsv } from "@tiltas/formats/tables";
import { readInstrument } from "@tiltas/instrument/definition";
import { parseInstrumentFiles } from "@tiltas/store/folders";
import { openReader, type Reader, snapshotOf } from "@tiltas/store/open";
import { type Command, Option } from "commander";
import manifest from "../../package.json" with { type: "json" };
import { CommandError, type Output, writeNamedFile } from "../terminal/index.ts";

interface ReportOptions {
  readonly data: string;
  readonly databaseUrl?: string;
  readonly wave: string;
  readonly language: "lt" | "en";
  readonly out: string;
}

/** `tiltas report --data FOLDER --wave ID --language lt|en --out FILE.xlsx` */
export function reportCommand(program: Command, output: Output): void {
  program
    .command("report")
    .description("Compute a wave's workbook from the data of a server, also while it runs.")
    .requiredOption("--data <folder>", "the server's data folder")
    .option("--database-url <url>", "PostgreSQL address, if the server keeps its data there")
    .requiredOption("--wave <id>", "the wave")
    .addOption(
      new Option("--language <language>", "language of the workbook").choices(["lt", "en"]).default("lt"),
    )
    .requiredOption("--out <file>", "workbook to write, such as wave.xlsx")
    .action(async (options: ReportOptions) => output.print(await report(options)));
}

async function report({ data, databaseUrl, wave, language, out }: ReportOptions): Promise<string> {
  if (databaseUrl === undefined && !existsSync(data))
    throw new CommandError(
      `There is no folder "${data}". Name the data folder of a server that has been started once.`,
    );
  const reader = await openReader({ folder: data, url: databaseUrl }).catch((error: unknown) => {
    throw new CommandError(error instanceof Error ? error.message : `The data in "${data}" cannot be read.`);
  });
  try {
    const { workbook, respondents, notes } = await makeWaveReport(await inputOf(reader, wave, language));
    writeNamedFile(out, workbook);
    return [`Wrote ${out}: ${respondents} responses entered.`, ...notes].join("\n");
  } finally {
    await reader.close();
  }
}

async function inputOf(reader: Reader, id: string, language: "lt" | "en"): Promise<WaveReportInput> {
  const wave = await reader.findWave(id);
  const study = wave && (await reader.findStudy(wave.study));
  if (!wave || !study) {
    const known = (await reader.listWaves()).map((other) => other.id).join(", ");
    throw new CommandError(
      `There is no wave "${id}" in these data. ${known ? `There are: ${known}.` : "They hold no wave yet."}`,
    );
  }
  const versions = await Promise.all(
    [wave.instrument, ...wave.earlierInstruments].map((digest) => versionOf(reader, digest)),
  );
  const indicators = versions[0]?.indicatorSets.find(({ number }) => number === wave.indicators);
  if (!indicators)
    throw new CommandError(
      `The wave "${id}" names indicators ${wave.indicators}, which its instrument does not hold.`,
    );
  const { margins } = wave;
  const { asOf, responses } = await snapshotOf(reader, wave);
  return {
    study: { title: study.title },
    wave: { ...wave, synthetic: study.synthetic },
    instruments: versions.map((version) => readInstrument(version)),
    responses,
    indicators: { set: IndicatorSet.parse(indicators.set), digest: indicators.digest },
    margins: margins && { ...readCsv(margins.csv), digest: margins.digest },
    asOf,
    software: manifest.version,
    language,
  };
}

async function versionOf(reader: Reader, digest: string) {
  const record = await reader.findInstrument(digest);
  if (!record)
    throw new CommandError(
      `The instrument version ${digest.slice(0, 12)}… of the wave is not in these data. Publish it again.`,
    );
  return parseInstrumentFiles(`instruments/${record.id}/${record.version}`, record.files);
}
