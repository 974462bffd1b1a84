import { readyFor, type TranslationState, translationStates } from "@tiltas/instrument/translation";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Output } from "../terminal/index.ts";
import { type ExportOptions, exportTranslations } from "./translate/export.ts";
import { openTranslationFolder, type TranslationFolder } from "./translate/folder.ts";
import { importTranslations } from "./translate/import.ts";
import { importWords, statusTable } from "./translate/print.ts";

const folderArgument = "folder of one instrument version, such as instruments/tcn-integration/0.1.0";

/** `tiltas translate export | import | status` */
export function translateCommand(program: Command, output: Output): void {
  const translate = program
    .command("translate")
    .description("Exchange translations as workbooks, and see how far each language has come.");
  exportCommand(translate, output);
  importCommand(translate, output);
  translate
    .command("status")
    .description("Count texts by language: missing, older than their source, and by state.")
    .argument("<folder>", folderArgument)
    .option("--json", "print one JSON document")
    .action((folder: string, { json }: { json?: true }) => {
      const opened = openTranslationFolder(folder);
      output.print(json ? JSON.stringify(statusDocument(opened), null, 2) : statusTable(opened));
    });
}

function exportCommand(translate: Command, output: Output): void {
  translate
    .command("export")
    .description("Write a workbook with all texts side by side, for a translator to fill in.")
    .argument("<folder>", folderArgument)
    .requiredOption(
      "--to <languages>",
      "language to translate into, such as uk; several: uk,ar",
      languageList,
    )
    .option(
      "--beside <languages>",
      "languages shown beside the source; en when the questionnaire speaks it",
      languageList,
    )
    .option("--out <file>", "workbook to write")
    .action(async (folder: string, options: ExportOptions) =>
      output.print(await exportTranslations(folder, options)),
    );
}

function importCommand(translate: Command, output: Output): void {
  translate
    .command("import")
    .description("Take in a workbook that came back. Only what was edited changes.")
    .argument("<folder>", folderArgument)
    .argument("<file>", "workbook written by translate export")
    .addOption(
      new Option("--as <state>", "raise every row with a text to this state").choices(translationStates),
    )
    .option("--dry-run", "show what would change and write nothing")
    .option("--json", "print one JSON document")
    .action(async (folder: string, file: string, { json, ...options }: ImportCommandOptions) => {
      const report = await importTranslations(folder, file, options);
      output.print(json ? JSON.stringify(report, null, 2) : importWords(report));
    });
}

interface ImportCommandOptions {
  readonly as?: TranslationState;
  readonly dryRun?: boolean;
  readonly json?: true;
}

function statusDocument({ folder, status, isPublished }: TranslationFolder): unknown {
  return {
    instrument: `${folder.manifest.id}@${folder.manifest.version}`,
    published: isPublished,
    sourceLanguage: status.sourceLanguage,
    languages: status.languages.map(({ strings, ...language }) => ({
      ...language,
      missingKeys: strings.filter(({ standing }) => standing === "missing").map(({ unit }) => unit.key),
      staleKeys: strings.filter(({ standing }) => standing === "stale").map(({ unit }) => unit.key),
      publish: readyFor("publish", { strings, ...language }).ready,
      pilot: readyFor("pilot", { strings, ...language }).ready,
      field: readyFor("field", { strings, ...language }).ready,
    })),
    orphans: status.orphans,
  };
}

function languageList(text: string): string[] {
  const languages = text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  if (languages.length === 0) throw new InvalidArgumentError("Write a language code, such as uk.");
  return [...new Set(languages)];
}
