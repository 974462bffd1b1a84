import { codebookSheets } from "@tiltas/formats/documents";
import { writeWorkbook } from "@tiltas/formats/tables";
import { codebook, codebookAsMarkdown, type VersionOfCodebook } from "@tiltas/instrument/codebook";
import { compareVersions } from "@tiltas/instrument/versions";
import { type Command, Option } from "commander";
import { CommandError, type Output, writeNamedFile } from "../terminal/index.ts";
import { readSide } from "./compare/files.ts";
import { openInstrument } from "./print-source.ts";

interface CodebookOptions {
  readonly format: "markdown" | "json" | "xlsx";
  readonly json?: true;
  readonly language?: string;
  readonly out?: string;
}

/** `tiltas codebook FOLDER… [--format markdown|json|xlsx] [--language lt] [--out FILE]` */
export function codebookCommand(program: Command, output: Output): void {
  program
    .command("codebook")
    .description(
      "Say what every variable of the data is: codes, missing reasons, who was asked, in which versions.",
    )
    .argument("<questionnaires...>", "folders of versions of one instrument, or one SurveyJS file")
    .addOption(
      new Option("--format <format>", "markdown to read, json for programs, xlsx for spreadsheets")
        .choices(["markdown", "json", "xlsx"])
        .default("markdown"),
    )
    .option("--json", "the same as --format json")
    .option("--language <code>", "language of labels and words (default: the questionnaire's own)")
    .option(
      "--out <file>",
      "file to write; without it the codebook is printed, a workbook named after the instrument",
    )
    .action(async (paths: readonly string[], options: CodebookOptions) => {
      output.print(await describe(paths, options.json ? { ...options, format: "json" } : options));
    });
}

async function describe(
  paths: readonly string[],
  { format, language, out }: CodebookOptions,
): Promise<string> {
  const versions = paths.map(openVersion).sort(oldestFirst);
  const ids = new Set(versions.map(({ instrument }) => instrument.manifest.id));
  if (ids.size > 1)
    throw new CommandError(
      `A codebook is about one instrument; these are ${[...ids].join(", ")}. Make one for each.`,
    );
  const book = codebook(versions);
  if (language !== undefined && !book.languages.includes(language))
    throw new CommandError(
      `There are no words in "${language}". This questionnaire speaks ${book.languages.join(", ")}.`,
    );
  const words = language ?? book.languages[0] ?? "en";
  if (format === "xlsx") {
    const file = out ?? `${book.id}-codebook.xlsx`;
    writeNamedFile(
      file,
      await writeWorkbook(codebookSheets(book, words), { title: `${book.id}: codebook`, language: words }),
    );
    return `Wrote ${file}: ${book.variables.length} variables.`;
  }
  const text = format === "json" ? JSON.stringify(book, null, 2) : codebookAsMarkdown(book, words);
  if (out === undefined) return text;
  writeNamedFile(out, text);
  return `Wrote ${out}: ${book.variables.length} variables.`;
}

function openVersion(path: string): VersionOfCodebook {
  const instrument = openInstrument(path);
  const { mapping } = readSide(path);
  return { instrument, ...(mapping ? { mapping } : {}) };
}

function oldestFirst(one: VersionOfCodebook, other: VersionOfCodebook): number {
  return compareVersions(one.instrument.manifest.version, other.instrument.manifest.version);
}
