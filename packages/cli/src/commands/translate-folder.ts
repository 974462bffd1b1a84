import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import {
  readTranslations,
  type TranslationRecord,
  type TranslationStatus,
  type Translations,
  translationStatus,
} from "@tiltas/instrument/translation";
import { type InstrumentFolder, InstrumentFolderError, readInstrumentFolder } from "@tiltas/store/folders";
import { CommandError } from "../terminal/index.ts";

/** An instrument version with all that is known about its translations. */
export interface TranslationFolder {
  readonly folder: InstrumentFolder;
  readonly translations: Translations;
  readonly status: TranslationStatus;
  /** Number of the newest `translations/N.json`; 0 when there is none. */
  readonly newest: number;
  /** Listed in the `published.json` of its instruments: its words never change. */
  readonly isPublished: boolean;
}

/** @throws CommandError that names the file and the place in it */
export function openTranslationFolder(path: string): TranslationFolder {
  const folder = open(path);
  const files = recordsOf(folder);
  const { translations, problems } = readTranslations(files.map(({ record }) => record));
  const [problem] = problems;
  if (problem)
    throw new CommandError(
      `${join(path, problem.path)}: ${problem.message} Restore the file; it was written by "tiltas translate".`,
    );
  const [sourceLanguage = "lt"] = folder.manifest.languages;
  const notice = folder.notices.at(-1)?.notice;
  const status = translationStatus(
    { questionnaire: folder.questionnaire, sourceLanguage, ...(notice ? { notice } : {}) },
    translations,
    folder.manifest.languages,
  );
  return {
    folder,
    translations,
    status,
    newest: files.at(-1)?.number ?? 0,
    isPublished: isPublished(folder),
  };
}

function open(path: string): InstrumentFolder {
  try {
    return readInstrumentFolder(path);
  } catch (error) {
    if (error instanceof InstrumentFolderError) throw new CommandError(error.message);
    throw error;
  }
}

function recordsOf({ files, path }: InstrumentFolder): { number: number; record: unknown }[] {
  return Object.keys(files)
    .flatMap((name) => {
      const number = /^translations\/([1-9]\d*)\.json$/.exec(name)?.[1];
      return number === undefined ? [] : [{ name, number: Number(number) }];
    })
    .sort((a, b) => a.number - b.number)
    .map(({ name, number }) => ({ number, record: parsed(join(path, name), files[name] ?? "") }));
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${file} is not JSON. Restore the file; it was written by "tiltas translate".`);
  }
}

function isPublished({ path, manifest: { id, version } }: InstrumentFolder): boolean {
  const list = join(resolve(path), "..", "..", "published.json");
  if (!existsSync(list)) return false;
  const published: unknown = parsed(list, readFileSync(list, "utf8"));
  return typeof published === "object" && published !== null && Object.hasOwn(published, `${id}@${version}`);
}

/** What is written after an import: the record first, so that a broken write can be repeated. */
export interface FolderChanges {
  readonly record: Omit<TranslationRecord, "number"> | undefined;
  readonly questionnaire: unknown;
  readonly notice: unknown;
}

/** Writes whole files, each at once; @returns their names inside the folder */
export function writeFolder({ folder, newest }: TranslationFolder, changes: FolderChanges): string[] {
  const written: string[] = [];
  const write = (name: string, content: unknown) => {
    save(join(folder.path, name), `${JSON.stringify(content, null, 2)}\n`);
    written.push(name);
  };
  if (changes.record) write(`translations/${newest + 1}.json`, { number: newest + 1, ...changes.record });
  if (changes.questionnaire !== undefined) write("questionnaire.json", changes.questionnaire);
  const last = folder.notices.at(-1)?.number ?? 0;
  if (changes.notice !== undefined)
    write(`notice/${last + 1}.json`, { ...Object(changes.notice), number: last + 1 });
  return written;
}

function save(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.part`, text);
    renameSync(`${file}.part`, file);
  } catch {
    throw new CommandError(`${file} cannot be written. Check that the folder is yours to write in.`);
  }
}
