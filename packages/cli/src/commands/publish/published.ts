import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { recordBaseline } from "@tiltas/instrument/translation";
import { compareVersions } from "@tiltas/instrument/versions";
import {
  digestOfFile,
  type InstrumentFolder,
  InstrumentFolderError,
  publishedDigests,
} from "@tiltas/store/folders";
import { CommandError, writeJsonFile } from "../../terminal/index.ts";
import { openFolder } from "../compare/files.ts";
import { recordsOf, statusOf } from "./languages.ts";

/** `published.json` of the instruments that a version belongs to. */
export interface PublishedList {
  readonly root: string;
  readonly digests: ReadonlyMap<string, string>;
}

export function openList(folder: InstrumentFolder): PublishedList {
  const root = resolve(folder.path, "../..");
  if (!existsSync(join(root, "published.json")))
    throw new CommandError(
      `${root} holds no published.json, the list of published versions. A version lies in <instruments>/<id>/<version>; write "{}" into <instruments>/published.json if nothing is published yet.`,
    );
  try {
    return { root, digests: publishedDigests(root) };
  } catch (error) {
    if (error instanceof InstrumentFolderError) throw new CommandError(error.message);
    throw error;
  }
}

export function nameOf({ manifest: { id, version } }: InstrumentFolder): string {
  return `${id}@${version}`;
}

/** The highest published version of the same questionnaire, this one left aside. */
export function publishedBefore(
  folder: InstrumentFolder,
  { root, digests }: PublishedList,
): InstrumentFolder | undefined {
  const { id, version } = folder.manifest;
  const versions = [...digests.keys()].flatMap((name) =>
    /^([^@]+)@(\d+\.\d+\.\d+)$/.exec(name)?.[1] === id ? [name.slice(id.length + 1)] : [],
  );
  const [highest] = versions.filter((one) => one !== version).sort((a, b) => compareVersions(b, a));
  if (highest === undefined) return undefined;
  const before = openFolder(join(root, id, highest));
  const [changed] = changedSince(before, digests);
  if (changed === undefined) return before;
  throw new CommandError(
    `${changed} is published, and has changed since or is gone. Undo that first: responses and results rest on the published one.`,
  );
}

/** Files of a published version that are no longer what the list says. */
export function changedSince(folder: InstrumentFolder, digests: PublishedList["digests"]): string[] {
  const name = nameOf(folder);
  const now = digestsOf(folder);
  return [...digests].flatMap(([key, digest]) =>
    (key === name || key.startsWith(`${name}/`)) && now.get(key) !== digest ? [key] : [],
  );
}

/** A list that names files of a version and not the version has lost a line: nobody could tell what was published. */
export function refuseTornList(folder: InstrumentFolder, { digests }: PublishedList): void {
  const name = nameOf(folder);
  const file = [...digests.keys()].find((key) => key.startsWith(`${name}/`));
  if (file === undefined || digests.has(name)) return;
  throw new CommandError(
    `published.json lists ${file} and not ${name} itself: a line is lost. Restore published.json from its history.`,
  );
}

/** Files beside the questionnaire that are frozen with it; numbered ones may join later. */
const frozen = /^(manifest|measures)\.json$|^(notice|indicators|mapping|translations)\/[1-9]\d*\.json$/;

/** What `published.json` should say of a version: its questionnaire, and every other frozen file by path. */
export function digestsOf(folder: InstrumentFolder): Map<string, string> {
  const name = nameOf(folder);
  const files = Object.keys(folder.files)
    .filter((file) => frozen.test(file))
    .sort();
  return new Map([
    [name, folder.digest],
    ...files.map((file): [string, string] => [`${name}/${file}`, digestOfFile(folder, file) ?? ""]),
  ]);
}

/** Writes the list anew, with what this version adds; the rest stays as it is. */
export function enter(list: PublishedList, digests: ReadonlyMap<string, string>): void {
  const all = Object.fromEntries([...list.digests, ...digests]);
  writeJsonFile(join(list.root, "published.json"), all);
}

/**
 * Puts all translations on record that have none, before the version is frozen, so that a source that changes in a
 * later version makes them stale. @returns the file written, if any
 */
export function recordTranslations(folder: InstrumentFolder): string | undefined {
  const { translations } = recordsOf(folder);
  const languages = recordBaseline(statusOf(folder, translations));
  if (Object.keys(languages).length === 0) return undefined;
  const number = (folder.translations.at(-1)?.number ?? 0) + 1;
  const [source] = folder.manifest.languages;
  const occasion = `publication of ${folder.manifest.version}`;
  const file = join(folder.path, `translations/${number}.json`);
  writeJsonFile(file, { number, source, occasion, languages });
  return file;
}
