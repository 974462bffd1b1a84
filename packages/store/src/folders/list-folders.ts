import { existsSync } from "node:fs";
import { join } from "node:path";
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

/**
 * Compares all folders with `<root>/published.json` (`{ "<id>@<version>": "<questionnaire digest>" }`).
 * @returns one sentence per deviation; an empty list when every published version is as it was published
 */
export function checkPublished(root: string): readonly string[] {
  const published = readPublished(join(root, "published.json"));
  const found = new Map(listInstrumentFolders(root).map((folder) => [nameOf(folder), folder.digest]));
  return Object.entries(published).flatMap(([name, digest]) => {
    const now = found.get(name);
    if (now === digest) return [];
    return now === undefined
      ? [`${name} is published, but its folder is gone. Bring it back: responses need it.`]
      : [`${name} has changed since it was published. Undo the change, or give it a new version number.`];
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
