import { existsSync } from "node:fs";
import { join } from "node:path";
import { digest } from "@tiltas/instrument/digest";
import { z } from "zod";
import { checked, entriesOf, InstrumentFolderError, parseJson, readText } from "./read-file.ts";
import { type InstrumentFolder, readInstrumentFolder } from "./read-folder.ts";

/** Reads every `<root>/<id>/<version>/`, in order of id and version; the names must be those of the manifest. */
export function listInstrumentFolders(root: string): readonly InstrumentFolder[] {
  return foldersIn(root).flatMap((id) =>
    versionsIn(join(root, id)).map((version) => readNamed(root, id, version)),
  );
}

const Published = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));

/** Reads the versions that `<root>/published.json` lists, and leaves drafts beside them alone. */
export function listPublishedFolders(root: string): readonly InstrumentFolder[] {
  return publishedVersions(root).flatMap(({ id, version }) =>
    existsSync(join(root, id, version)) ? [readNamed(root, id, version)] : [],
  );
}

/**
 * Compares the published folders with `<root>/published.json`: `"<id>@<version>"` is the digest of a questionnaire,
 * `"<id>@<version>/<file>"` that of another file of the version.
 *
 * @param folders  the published folders, where they are read already
 * @returns one sentence per deviation; an empty list when every published version is as it was published
 */
export function checkPublished(
  root: string,
  folders: readonly InstrumentFolder[] = listPublishedFolders(root),
): readonly string[] {
  const found = new Map(folders.map((folder) => [nameOf(folder), folder]));
  return [...publishedDigests(root)].flatMap(([key, digest]) => {
    const [name = "", ...file] = key.split("/");
    const folder = found.get(name);
    if (folder === undefined)
      return [`${name} is published, but its folder is gone. Bring it back: responses need it.`];
    const now = file.length === 0 ? folder.digest : digestOfFile(folder, file.join("/"));
    if (now === digest) return [];
    return [
      now === undefined
        ? `${key} is published, but the file is gone. Bring it back: results were made with it.`
        : `${key} has changed since it was published. Undo the change, or give it a new version number.`,
    ];
  });
}

/** Digest of the JSON in one file of a version; undefined where there is none. */
export function digestOfFile({ path, files }: InstrumentFolder, name: string): string | undefined {
  const text = Object.hasOwn(files, name) ? files[name] : undefined;
  return text === undefined ? undefined : digest(parseJson(join(path, name), text));
}

/** What `<root>/published.json` holds. @throws InstrumentFolderError where it is missing or no such list */
export function publishedDigests(root: string): ReadonlyMap<string, string> {
  return new Map(Object.entries(readPublished(join(root, "published.json"))));
}

function publishedVersions(root: string): { id: string; version: string }[] {
  return [...publishedDigests(root).keys()].flatMap((key) => {
    const [, id, version] = /^([^/@]+)@(\d+\.\d+\.\d+)$/.exec(key) ?? [];
    return id === undefined || version === undefined ? [] : [{ id, version }];
  });
}

function readNamed(root: string, id: string, version: string): InstrumentFolder {
  const folder = readInstrumentFolder(join(root, id, version));
  if (nameOf(folder) === `${id}@${version}`) return folder;
  throw new InstrumentFolderError(
    join(folder.path, "manifest.json"),
    `says ${nameOf(folder)}, but lies in ${id}/${version}. Make them equal.`,
  );
}

function nameOf({ manifest }: InstrumentFolder): string {
  return `${manifest.id}@${manifest.version}`;
}

function foldersIn(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

/** Version folders by number, so that 0.10.0 comes after 0.9.0. */
function versionsIn(folder: string): string[] {
  const collator = new Intl.Collator("en", { numeric: true });
  return foldersIn(folder)
    .filter((name) => /^\d+\.\d+\.\d+$/.test(name))
    .sort(collator.compare);
}

function readPublished(file: string): z.infer<typeof Published> {
  if (!existsSync(file))
    throw new InstrumentFolderError(
      file,
      'is missing. It lists what is published; write "{}" if nothing is.',
    );
  return checked(Published, file, parseJson(file, readText(file)));
}
