import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type ReadSheet, readWorkbook, WorkbookError } from "@tiltas/formats/tables";
import {
  applyTranslations,
  type ExchangeRow,
  type ImportOutcome,
  isExchangeSheet,
  mergeRows,
  type RowProblem,
  readRows,
  type TranslationState,
} from "@tiltas/instrument/translation";
import { CommandError } from "../../terminal/index.ts";
import { openTranslationFolder, type TranslationFolder, writeFolder } from "./folder.ts";

export interface ImportOptions {
  readonly as?: TranslationState;
  readonly dryRun?: boolean;
}

/** What `tiltas translate import --json` prints. */
export interface ImportReport {
  readonly folder: string;
  readonly published: boolean;
  readonly languages: readonly Omit<ImportOutcome, "texts" | "records">[];
  /** Files written, by their names inside the folder. */
  readonly written: readonly string[];
}

/** `tiltas translate import FOLDER FILE.xlsx [--as reviewed] [--dry-run]` */
export async function importTranslations(
  path: string,
  file: string,
  { as, dryRun = false }: ImportOptions,
): Promise<ImportReport> {
  const opened = openTranslationFolder(path);
  const sheets = (await readSheets(file)).filter(isExchangeSheet);
  if (sheets.length === 0)
    throw new CommandError(
      `${file} holds no sheet written by "tiltas translate export": its hidden columns Key and As exported are missing.`,
    );
  const options = { isPublished: opened.isPublished, ...(as === undefined ? {} : { as }) };
  const languages = byLanguage(sheets);
  refuseOtherItems(
    [...languages.values()].flatMap(({ rows }) => rows),
    opened,
    file,
  );
  const outcomes = [...languages].map(([language, { rows, problems }]) =>
    mergeRows(opened.status, language, rows, problems, options),
  );
  return {
    folder: path,
    published: opened.isPublished,
    languages: outcomes.map(({ texts: _texts, records: _records, ...outcome }) => outcome),
    written: dryRun ? [] : write(opened, outcomes, basename(file)),
  };
}

/** Titles of the questionnaire and the notice have the same place everywhere; items have their names. */
function refuseOtherItems(
  rows: readonly ExchangeRow[],
  { folder, status }: TranslationFolder,
  file: string,
): void {
  const known = new Set(status.units.map(({ key }) => key));
  const items = rows.filter(({ key }) => !key.startsWith("@"));
  if (items.length === 0 || items.some(({ key }) => known.has(key))) return;
  throw new CommandError(
    `${file} was written for another questionnaire: no item in it is in ${folder.path}. Name the folder it was exported from.`,
  );
}

async function readSheets(file: string): Promise<ReadSheet[]> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new CommandError(`There is no readable file "${file}". Check the name and the folder you are in.`);
  }
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    if (error instanceof WorkbookError) throw new CommandError(`${file}: ${error.message}`);
    throw error;
  }
}

/** Rows speak for their language themselves; a damaged row counts for the language of its sheet. */
function byLanguage(
  sheets: readonly ReadSheet[],
): Map<string, { rows: ExchangeRow[]; problems: RowProblem[] }> {
  const languages = new Map<string, { rows: ExchangeRow[]; problems: RowProblem[] }>();
  const of = (language: string) => {
    const known = languages.get(language) ?? { rows: [], problems: [] };
    languages.set(language, known);
    return known;
  };
  for (const sheet of sheets) {
    const { rows, problems } = readRows(sheet);
    for (const row of rows) of(row.stamp.language).rows.push(row);
    if (problems.length > 0) of(rows[0]?.stamp.language ?? sheet.name).problems.push(...problems);
  }
  return languages;
}

function write(opened: TranslationFolder, outcomes: readonly ImportOutcome[], occasion: string): string[] {
  const { folder, status } = opened;
  const texts = outcomes.flatMap((outcome) => outcome.texts);
  const records = outcomes
    .filter((outcome) => Object.keys(outcome.records).length > 0)
    .map((outcome) => [outcome.language, outcome.records] as const);
  const into = (from: "questionnaire" | "notice", document: unknown) => {
    const changes = texts.filter(({ unit }) => unit.from === from);
    return changes.length === 0 ? undefined : applyTranslations(document, changes, status.sourceLanguage);
  };
  return writeFolder(opened, {
    record:
      records.length === 0
        ? undefined
        : {
            source: status.sourceLanguage,
            occasion: `import of ${occasion}`,
            languages: Object.fromEntries(records),
          },
    questionnaire: into("questionnaire", folder.questionnaire),
    notice: into("notice", folder.notices.at(-1)?.notice),
  });
}
