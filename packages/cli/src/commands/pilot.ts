import { makePilotReport, type PilotInput, type PilotReport, unitsOf } from "@tiltas/analysis/pilot";
import { writeWorkbook } from "@tiltas/formats/tables";
import type { Instrument } from "@tiltas/instrument/definition";
import { type Command, Option } from "commander";
import manifest from "../../package.json" with { type: "json" };
import { CommandError, type Output, wholeNumber, writeNamedFile } from "../terminal/index.ts";
import { asMarkdown } from "./pilot/markdown.ts";
import { type PilotFiles, readPilot } from "./pilot/read-pilot.ts";
import { wordsIn } from "./pilot/say.ts";
import { reportSheets } from "./pilot/sheets.ts";
import { writeTemplates } from "./pilot/templates.ts";
import { openInstrument } from "./print-source.ts";

interface ReportOptions extends PilotFiles {
  readonly language: "lt" | "en";
  readonly out?: string;
  readonly markdown?: string;
  readonly json?: true;
}

/** `tiltas pilot templates --out FOLDER`, `tiltas pilot report FOLDER --responses FILE …` */
export function pilotCommand(program: Command, output: Output): void {
  const pilot = program
    .command("pilot")
    .description(
      "Judge the items of a questionnaire by its pilot: empty tables to fill in, then the report.",
    );
  const language = () =>
    new Option("--language <language>", "language of the words").choices(["lt", "en"]).default("lt");
  pilot
    .command("templates")
    .description(
      "Write empty tables for interview notes, expert ratings, times, second answers, interviewers.",
    )
    .argument("[instrument-folder]", "its items become the columns of the table of second answers")
    .requiredOption("--out <folder>", "folder to write into")
    .addOption(language())
    .action((path: string | undefined, { out, language }: { out: string; language: "lt" | "en" }) => {
      const files = writeTemplates(out, language, path === undefined ? undefined : openInstrument(path));
      output.print(`Wrote into ${out}: ${files.join(", ")}.`);
    });
  withFiles(pilot.command("report"))
    .description("Join responses and tables into a verdict for each item and language.")
    .addOption(language())
    .option("--out <file>", "workbook to write, such as pilot.xlsx")
    .option("--markdown <file>", "the same as a Markdown page")
    .option("--json", "print the report as one JSON document")
    .action(async (path: string, options: ReportOptions) => output.print(await report(path, options)));
}

function withFiles(command: Command): Command {
  return command
    .argument("<instrument-folder>", "folder of the version that was in the field, or its SurveyJS file")
    .option("--responses <file>", "JSON lines, as tiltas simulate --format jsonl writes them")
    .option("--data <folder>", "or the data folder of a server, with --wave")
    .option("--database-url <url>", "PostgreSQL address, if the server keeps its data there")
    .option("--wave <id>", "the wave of the pilot")
    .option("--notes <file>", "CSV: notes of cognitive interviews")
    .option("--ratings <file>", "CSV: relevance of items by experts")
    .option("--paradata <file>", "CSV: time on items or pages, instead of what the server kept")
    .option("--retest <file>", "CSV: what the same people answered a second time")
    .option("--interviewers <file>", "CSV: who interviewed whom")
    .option("--arms <item>", "the item that holds the arm of a split ballot")
    .option("--scales <file>", "JSON: scales, instead of the index indicators of the folder")
    .option("--thresholds <file>", "JSON: thresholds in place of some of ours")
    .option("--seed <number>", "seed of the permutation test", wholeNumber, 1);
}

async function report(path: string, options: ReportOptions): Promise<string> {
  if (!options.out && !options.markdown && !options.json)
    throw new CommandError("Say what to write: --out pilot.xlsx, --markdown pilot.md or --json.");
  const instrument: Instrument = openInstrument(path);
  const { input, synthetic, leftOut } = await readPilot(path, instrument, options);
  const made = await makePilotReport(input);
  const words = wordsIn[options.language];
  const facts = { synthetic, leftOut, notes: input.notes ?? [], software: manifest.version };
  const sheets = reportSheets(made, facts, words);
  const { id, version } = made.instrument;
  const title = `${words.mark}. ${words.title}: ${id} ${version}`;
  if (options.out)
    writeNamedFile(options.out, await writeWorkbook(sheets, { title, language: options.language }));
  if (options.markdown) writeNamedFile(options.markdown, asMarkdown(title, sheets, words));
  return options.json ? asJson(made, synthetic) : told(made, input, options);
}

/** What the person at the keyboard reads: files, and how many items need work. */
function told(
  { verdicts, respondents }: PilotReport,
  { instrument }: PilotInput,
  { out, markdown }: ReportOptions,
): string {
  const whole = verdicts.filter(({ language }) => language === undefined);
  const kept = whole.filter(({ verdict }) => verdict === "keep").length;
  const unknown = whole.filter(({ verdict }) => verdict === "not-estimable").length;
  const files = [out, markdown].filter((file) => file !== undefined).join(" and ");
  return `Wrote ${files}: ${respondents} responses, ${unitsOf(instrument).length} items; keep ${kept}, change ${whole.length - kept - unknown}, not estimable ${unknown}. Working estimates, not to be released.`;
}

function asJson(report: PilotReport, synthetic: boolean): string {
  const plain = (_key: string, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value);
  return JSON.stringify({ status: "working estimates, not released", synthetic, ...report }, plain, 2);
}
