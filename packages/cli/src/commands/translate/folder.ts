import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  noTranslations,
  type TranslationRecord,
  type TranslationStatus,
  type Translations,
  withPublished,
} from "@tiltas/instrument/translation";
import type { InstrumentFolder } from "@tiltas/store/folders";
import { CommandError, writeJsonFile } from "../../terminal/index.ts";
import { openFolder } from "../compare/files.ts";
import { recordsOf, statusOf } from "../publish/languages.ts";
import { nameOf, openList, publishedBefore } from "../publish/published.ts";

/** An instrument version with all that is known about its translations. */
export interface TranslationFolder {
  readonly folder: InstrumentFolder;
  readonly status: TranslationStatus;
  /** Listed in the `published.json` of its instruments: its words never change. */
  readonly isPublished: boolean;
}

/** @throws CommandError that names the file and the place in it */
export function openTranslationFolder(path: string): TranslationFolder {
  const folder = openFolder(path);
  const { translations, problems } = recordsOf(folder);
  const [problem] = problems;
  if (problem)
    throw new CommandError(
      `${join(path, problem.path)}: ${problem.message} Restore the file; it was written by "tiltas translate".`,
    );
  const list = existsSync(join(resolve(path), "../../published.json")) ? openList(folder) : undefined;
  const isPublished = list?.digests.has(nameOf(folder)) ?? false;
  const before = list && !isPublished ? publishedBefore(folder, list) : undefined;
  return { folder, status: statusOf(folder, knownIn(folder, translations, before)), isPublished };
}

/** What the version published before held counts too, so that a source changed in a draft is noticed. */
function knownIn(
  folder: InstrumentFolder,
  translations: Translations,
  before: InstrumentFolder | undefined,
): Translations {
  if (before === undefined) return translations;
  return withPublished(statusOf(folder, translations), translations, statusOf(before, noTranslations));
}

/** What is written after an import: the record first, so that a broken write can be repeated. */
export interface FolderChanges {
  readonly record: Omit<TranslationRecord, "number"> | undefined;
  readonly questionnaire: unknown;
  readonly notice: unknown;
}

/** Writes whole files, each at once; @returns their names inside the folder */
export function writeFolder({ folder }: TranslationFolder, changes: FolderChanges): string[] {
  const written: string[] = [];
  const newest = folder.translations.at(-1)?.number ?? 0;
  const write = (name: string, content: unknown) => {
    writeJsonFile(join(folder.path, name), content);
    written.push(name);
  };
  if (changes.record) write(`translations/${newest + 1}.json`, { number: newest + 1, ...changes.record });
  if (changes.questionnaire !== undefined) write("questionnaire.json", changes.questionnaire);
  const last = folder.notices.at(-1)?.number ?? 0;
  if (changes.notice !== undefined)
    write(`notice/${last + 1}.json`, { ...Object(changes.notice), number: last + 1 });
  return written;
}
