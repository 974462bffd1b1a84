import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { outlineLimits, readOutline } from "@tiltas/instrument/definition";
import {
  type ComparedDefinition,
  digest,
  Mapping,
  NotCanonicalError,
  type StoredResponses,
} from "@tiltas/instrument/versions";
import { type InstrumentFolder, InstrumentFolderError, readInstrumentFolder } from "@tiltas/store/folders";
import { z } from "zod";
import { CommandError, readNamedFile } from "../../terminal/index.ts";
import { readNamed } from "../check/files.ts";

/** One side of a comparison. A bare SurveyJS file has a questionnaire only. */
export interface ComparedSide extends ComparedDefinition {
  readonly path: string;
  /** Absent where the questionnaire has no canonical JSON. */
  readonly digest?: string;
  readonly id?: string;
  readonly version?: string;
  readonly languages: readonly string[];
  readonly indicatorSets: readonly unknown[];
  /** The newest mapping from the version before. */
  readonly mapping?: Mapping;
}

/** @throws CommandError that names the file and the place in it */
export function readSide(path: string): ComparedSide {
  if (existsSync(join(path, "manifest.json"))) return sideOf(openFolder(path));
  const { questionnaire, measures } = readNamed(path);
  refuseUnreadable(path, questionnaire);
  const known = digestOf(questionnaire);
  return {
    path,
    questionnaire,
    measures,
    languages: [],
    indicatorSets: [],
    ...(known ? { digest: known } : {}),
  };
}

/** Against a file that is no questionnaire, or one read in part, every item would seem gone. */
function refuseUnreadable(path: string, questionnaire: unknown): void {
  const { nodes, problems } = readOutline(questionnaire);
  const [problem] = problems;
  if (nodes.length >= outlineLimits.nodes || (problem && nodes.length <= 1))
    throw new CommandError(`${path}: ${problem?.message ?? "There are too many parts to compare."}`);
  if (nodes.length <= 1)
    throw new CommandError(
      `${path}: Nothing is asked here: a SurveyJS questionnaire has pages with elements.`,
    );
}

/** @throws CommandError in place of the folder's own errors */
export function openFolder(path: string): InstrumentFolder {
  refuseNoFolder(path);
  try {
    return readInstrumentFolder(path);
  } catch (error) {
    if (error instanceof InstrumentFolderError) throw new CommandError(error.message);
    throw error;
  }
}

const such = "such as instruments/tcn-integration/0.1.0";

function refuseNoFolder(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found)
    throw new CommandError(`There is no folder "${path}". Check the name and the folder you are in.`);
  if (!found.isDirectory())
    throw new CommandError(`"${path}" is a file, and a whole version is needed: name its folder, ${such}.`);
  if (existsSync(join(path, "questionnaire.json"))) return;
  throw new CommandError(
    `The folder "${path}" holds no questionnaire.json. Name a folder of one version, ${such}.`,
  );
}

/** A whole version folder as one side. */
export function sideOf(folder: InstrumentFolder): ComparedSide {
  const { path, questionnaire, measures, manifest, indicatorSets, mappings } = folder;
  const newest = mappings.at(-1);
  const last = indicatorSets.at(-1);
  return {
    path,
    digest: folder.digest,
    id: manifest.id,
    version: manifest.version,
    languages: manifest.languages,
    questionnaire,
    measures,
    manifest,
    indicatorSets: last ? [last.set] : [],
    ...(newest ? { mapping: readMapping(join(path, `mapping/${newest.number}.json`), newest) } : {}),
  };
}

function readMapping(file: string, { set, number }: { set: unknown; number: number }): Mapping {
  const mapping = checked(Mapping, set, file);
  if (mapping.number === number) return mapping;
  throw new CommandError(
    `${file}: number is ${mapping.number}; the file name says ${number}. Make them equal.`,
  );
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, file: string): z.infer<Schema> {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [first, ...others] = error.issues.map(
    ({ path, message }) => `${path.join(".") || "the file"}: ${message}`,
  );
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  throw new CommandError(`${file}: ${first}${more}. docs/methods/comparability.md says what belongs there.`);
}

function digestOf(questionnaire: unknown): string | undefined {
  try {
    return digest(questionnaire);
  } catch (error) {
    if (error instanceof NotCanonicalError || error instanceof RangeError) return undefined;
    throw error;
  }
}

const Count = z.int().min(0);
const Counts = z.record(
  z.string(),
  z.union([Count, z.strictObject({ responses: Count, items: z.record(z.string(), Count).exactOptional() })]),
);

/** `{ "1.0.0": 812 }`, or `{ "1.0.0": { "responses": 812, "items": { "rooms": 790 } } }`. */
export function readCounts(path: string): ReadonlyMap<string, StoredResponses> {
  const counts = checked(Counts, parsed(path), path);
  return new Map(
    Object.entries(counts).map(([version, count]) => [
      version,
      typeof count === "number"
        ? { responses: count }
        : {
            responses: count.responses,
            ...(count.items ? { items: new Map(Object.entries(count.items)) } : {}),
          },
    ]),
  );
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readNamedFile(path));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`The file "${path}" is no JSON. Write counts by version, such as {"1.0.0": 812}.`);
  }
}
