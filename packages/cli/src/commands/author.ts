import type { Command } from "commander";
import { NegativeResult, type Output } from "../terminal/index.ts";
import { exportForAuthors } from "./author-export.ts";
import { type ImportReport, importFromAuthors } from "./author-import.ts";
import { toldImport } from "./author-print.ts";

interface ImportWords {
  readonly out?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

/** `tiltas author export FOLDER [--out FILE.xlsx]` and `tiltas author import FILE.xlsx [FOLDER] [--out NEWFOLDER]` */
export function authorCommand(program: Command, output: Output): void {
  const author = program
    .command("author")
    .description("Edit a questionnaire in Excel or LibreOffice: write it out as a workbook, read it back.");
  author
    .command("export")
    .description("Write items, choices, conditions and what they measure to a workbook.")
    .argument("<questionnaire>", "folder of one instrument version, or a SurveyJS file")
    .option("--out <file>", "workbook to write")
    .action(async (path: string, { out }: { out?: string }) =>
      output.print(await exportForAuthors(path, out)),
    );
  author
    .command("import")
    .description("Read an edited workbook back, show what changed, and write the definition.")
    .argument("<workbook>", "the .xlsx file that export wrote")
    .argument("[folder]", "the version it was made from")
    .option("--out <folder>", "write a new version into this folder instead")
    .option("--dry-run", "show what changed and write nothing")
    .option("--json", "print one JSON document")
    .action(async (workbook: string, folder: string | undefined, words: ImportWords) => {
      const report = await importFromAuthors(workbook, folder, words);
      output.print(words.json ? JSON.stringify(report, null, 2) : toldImport(report));
      if (isRefused(report)) throw new NegativeResult("The workbook cannot be read yet.");
    });
}

function isRefused({ problems }: ImportReport): boolean {
  return problems.length > 0;
}
