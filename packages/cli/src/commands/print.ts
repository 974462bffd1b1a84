import { questionnaireAsDocx } from "@tiltas/formats/documents";
import { asHtml, printedQuestionnaire } from "@tiltas/instrument/printing";
import { type Command, Option } from "commander";
import { CommandError, type Output, writeNamedFile } from "../terminal/index.ts";
import { openQuestionnaire } from "./print-source.ts";

interface PrintWords {
  readonly language?: string;
  readonly notes?: "lt" | "en";
  readonly format: "html" | "docx";
  readonly out?: string;
}

/** `tiltas print FOLDER|FILE [--language lt] [--notes en] [--format html|docx] [--out FILE]` */
export function printCommand(program: Command, output: Output): void {
  program
    .command("print")
    .description(
      "Write a questionnaire for people to read and discuss: every question, with its skips in words.",
    )
    .argument("<questionnaire>", "folder of one instrument version, or a SurveyJS file")
    .option("--language <code>", "language of the questions (default: the questionnaire's own)")
    .addOption(
      new Option("--notes <code>", "language of skips and notes (default: lt for lt, else en)").choices([
        "lt",
        "en",
      ]),
    )
    .addOption(
      new Option("--format <format>", "html prints from any browser; docx is for Word")
        .choices(["html", "docx"])
        .default("html"),
    )
    .option("--out <file>", "file to write")
    .action(async (path: string, words: PrintWords) => output.print(await print(path, words)));
}

async function print(path: string, { language, notes, format, out }: PrintWords): Promise<string> {
  const { questionnaire, measures, manifest, notice, languages, name } = openQuestionnaire(path);
  if (language !== undefined && !languages.includes(language))
    throw new CommandError(
      `There are no words in "${language}". This questionnaire speaks ${languages.join(", ")}.`,
    );
  const printed = printedQuestionnaire(
    { questionnaire, measures, ...(manifest ? { manifest } : {}), ...(notice ? { notice } : {}) },
    { language: language ?? languages[0] ?? "en", ...(notes ? { notes } : {}) },
  );
  const file = out ?? `${name}-${printed.language}.${format}`;
  writeNamedFile(file, format === "docx" ? await questionnaireAsDocx(printed) : asHtml(printed));
  return `Wrote ${file}.`;
}
