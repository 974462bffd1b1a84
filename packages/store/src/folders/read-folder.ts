import { join } from "node:path";
import { Help, InstrumentManifest, Notice, Reasons, Recordings } from "@tiltas/instrument/definition";
import { digest } from "@tiltas/instrument/versions";
import type { z } from "zod";
import { checked, entriesOf, InstrumentFolderError, parseJson, readText } from "./read-file.ts";

/** One version of an instrument as it lies in its folder: every text, and what was read from it. */
export interface InstrumentFolder {
  readonly path: string;
  /** Digest of the questionnaire; responses pin it. */
  readonly digest: string;
  /** Text of each file by its path inside the folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly manifest: InstrumentManifest;
  readonly questionnaire: unknown;
  readonly measures: unknown;
  /** Numbered and append-only, in order of their numbers. */
  readonly notices: readonly { readonly number: number; readonly digest: string; readonly notice: Notice }[];
  readonly indicatorSets: readonly NumberedSet[];
  /** Where people find help, in order of their numbers; the highest is in force. */
  readonly helps: readonly Help[];
  /** Why single items are asked, and items read aloud; in order of their numbers, the highest is in force. */
  readonly reasons: readonly Reasons[];
  readonly recordings: readonly Recordings[];
  /** How answers relate to those of the version before; empty for a first version. */
  readonly mappings: readonly NumberedSet[];
  /** What is known about the translations, step by step. */
  readonly translations: readonly NumberedSet[];
  /** Example interviews; an empty list when the folder has none. */
  readonly interviews: unknown;
}

/** Content of `<folder>/N.json`; nothing is read into it here. */
export interface NumberedSet {
  readonly number: number;
  readonly digest: string;
  readonly set: unknown;
}

/** Reads `instruments/<id>/<version>/`. */
export function readInstrumentFolder(path: string): InstrumentFolder {
  return parseInstrumentFiles(path, readTexts(path, ""));
}

/** Reads the same from texts by path, as a store keeps them; `path` is used in refusals. */
export function parseInstrumentFiles(
  path: string,
  files: Readonly<Record<string, string>>,
): InstrumentFolder {
  const json = (name: string) => parseJson(join(path, name), files[name]);
  const questionnaire = json("questionnaire.json");
  /** Files that carry their number inside, too. */
  const numberedInside = <Schema extends z.ZodType<{ number: number }>>(folder: string, schema: Schema) =>
    numbered(files, folder).map(({ number, name }): z.infer<Schema> => {
      const content = checked(schema, join(path, name), json(name));
      if (content.number === number) return content;
      throw new InstrumentFolderError(
        join(path, name),
        `number is ${content.number}; the file name says ${number}. Make them equal.`,
      );
    });
  const sets = (folder: string): NumberedSet[] =>
    numbered(files, folder).map(({ number, name }) => {
      const set = json(name);
      return { number, digest: digest(set), set };
    });
  return {
    path,
    digest: digest(questionnaire),
    files,
    manifest: checked(InstrumentManifest, join(path, "manifest.json"), json("manifest.json")),
    questionnaire,
    measures: json("measures.json"),
    notices: numberedInside("notice", Notice).map((notice) => ({
      number: notice.number,
      digest: digest(notice),
      notice,
    })),
    helps: numberedInside("help", Help),
    reasons: numberedInside("reasons", Reasons),
    recordings: numberedInside("recordings", Recordings),
    indicatorSets: sets("indicators"),
    mappings: sets("mapping"),
    translations: sets("translations"),
    interviews: "interviews.json" in files ? json("interviews.json") : [],
  };
}

/** `<folder>/1.json`, `<folder>/2.json` … in order of their numbers; the highest is in force. */
function numbered(
  files: Readonly<Record<string, string>>,
  folder: string,
): { number: number; name: string }[] {
  const pattern = new RegExp(`^${folder}/([1-9]\\d*)\\.json$`);
  return Object.keys(files)
    .flatMap((name) => {
      const number = pattern.exec(name)?.[1];
      return number === undefined ? [] : [{ number: Number(number), name }];
    })
    .sort((a, b) => a.number - b.number);
}

function readTexts(root: string, inside: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of entriesOf(join(root, inside))) {
    const name = inside === "" ? entry.name : `${inside}/${entry.name}`;
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) Object.assign(files, readTexts(root, name));
    else if (/\.(json|md)$/.test(entry.name)) files[name] = readText(join(root, name));
  }
  return files;
}
