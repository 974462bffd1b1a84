import { cpSync, existsSync, mkdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Authored } from "@tiltas/instrument/authoring";
import { InstrumentFolderError, publishedDigests } from "@tiltas/store/folders";
import { CommandError, writeJsonFile } from "../terminal/index.ts";
import { interviewsAfter } from "./author-interviews.ts";
import { digestIn, openQuestionnaire } from "./print-source.ts";

export interface Written {
  /** What was written into: a folder, or a SurveyJS file that stands alone. */
  readonly folder?: string;
  readonly written: readonly string[];
}

interface Where {
  readonly folder: string | undefined;
  readonly out: string | undefined;
  readonly dryRun: boolean;
}

/** Writes the definition into its folder, or a new version beside it. Published versions are never written. */
export function writeDefinition(authored: Authored, { folder, out, dryRun }: Where): Written {
  if (folder !== undefined) refuseOther(authored, folder);
  const target = out ?? folder;
  if (target === undefined) return { written: [] };
  if (out !== undefined) refuseUnnumbered(authored, out);
  if (!dryRun || out !== undefined) refusePublished(target);
  if (out === undefined && isFile(target)) return writeFile(authored, target, dryRun);
  const files = [
    ...(out === undefined ? changedFiles(authored) : newFiles(authored, out)),
    ...(folder === undefined || isFile(folder) ? [] : interviewsAfter(authored, folder)),
  ];
  if (dryRun) return { folder: target, written: [] };
  if (out !== undefined) makeFolder(out, folder);
  for (const [name, content] of files) writeJsonFile(join(target, name), content);
  return { folder: target, written: files.map(([name]) => name) };
}

/** A SurveyJS file that came alone. It has no place for what items measure. */
function writeFile({ source, questionnaire, measures }: Authored, file: string, dryRun: boolean): Written {
  if (measures !== source.measures)
    throw new CommandError(
      `${file} is a SurveyJS file alone, and what items measure is kept beside it: write a folder with --out.`,
    );
  if (dryRun || questionnaire === source.questionnaire) return { folder: file, written: [] };
  writeJsonFile(file, questionnaire);
  return { folder: file, written: [basename(file)] };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** What changed since the workbook was written would be lost. */
function refuseOther({ source }: Authored, folder: string): void {
  const { questionnaire, measures } = openQuestionnaire(folder);
  const isSame =
    digestIn(folder, questionnaire) === source.digest &&
    digestIn(folder, measures ?? { items: {} }) === digestIn(folder, source.measures);
  if (isSame) return;
  throw new CommandError(
    `${folder} is not what the workbook was made from (${`${source.id} ${source.version}`.trim()}): it has changed since, or is another version or questionnaire. Export it again and make the changes there, or write a new folder with --out alone.`,
  );
}

/** Whether the list beside the instruments names this version. @throws CommandError where the list cannot be read */
export function isPublished(target: string): boolean {
  const root = join(resolve(target), "..", "..");
  return existsSync(join(root, "published.json")) && publishedIn(root).has(nameOf(target));
}

function nameOf(target: string): string {
  return `${basename(dirname(resolve(target)))}@${basename(resolve(target))}`;
}

function refusePublished(target: string): void {
  if (!isPublished(target)) return;
  throw new CommandError(
    `${nameOf(target)} is published and never changes again. Write a new version with --out ${join(dirname(target), "NEW-VERSION")}.`,
  );
}

function publishedIn(root: string): ReadonlyMap<string, string> {
  try {
    return publishedDigests(root);
  } catch (error) {
    if (error instanceof InstrumentFolderError) throw new CommandError(error.message);
    throw error;
  }
}

function changedFiles({ source, questionnaire, measures }: Authored): [string, unknown][] {
  return [
    ...(questionnaire === source.questionnaire
      ? []
      : [["questionnaire.json", questionnaire] as [string, unknown]]),
    ...(measures === source.measures ? [] : [["measures.json", measures] as [string, unknown]]),
  ];
}

function refuseUnnumbered({ source }: Authored, out: string): void {
  const version = basename(resolve(out));
  if (source.manifest === undefined || /^\d{1,9}\.\d{1,9}\.\d{1,9}$/.test(version)) return;
  throw new CommandError(
    `${version} is no version number. A new version takes its number from its folder: write --out ${join(dirname(out), "1.0.0")}, with the number that --dry-run says.`,
  );
}

/** A new version takes its number from the name of its folder. */
function newFiles({ source, questionnaire, measures }: Authored, out: string): [string, unknown][] {
  const version = basename(resolve(out));
  const manifest = source.manifest && { ...Object(source.manifest), version };
  return [
    ["questionnaire.json", questionnaire],
    ["measures.json", measures],
    ...(manifest === undefined ? [] : [["manifest.json", manifest] as [string, unknown]]),
  ];
}

/** Notices, indicators, example interviews and the rest come along from the version before. */
function makeFolder(out: string, folder: string | undefined): void {
  if (existsSync(join(out, "questionnaire.json")))
    throw new CommandError(`${out} holds a questionnaire already. Name a folder that is not there yet.`);
  try {
    mkdirSync(out, { recursive: true });
    if (folder !== undefined && !isFile(folder))
      cpSync(folder, out, { recursive: true, filter: (path) => basename(path) !== "mapping" });
  } catch {
    throw new CommandError(`The folder "${out}" cannot be written. Check that it is yours to write in.`);
  }
}
