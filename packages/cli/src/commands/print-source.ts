import { basename, extname } from "node:path";
import {
  DefinitionError,
  type Instrument,
  InstrumentManifest,
  type Localized,
  Notice,
  readInstrument,
  readQuestionnaire,
} from "@tiltas/instrument/definition";
import { digest, NotCanonicalError } from "@tiltas/instrument/digest";
import { languagesIn } from "@tiltas/instrument/printing";
import { CommandError } from "../terminal/index.ts";
import { readNamed } from "./check/files.ts";

/** What a person named: a version of an instrument, finished or not, or a SurveyJS file of anybody's. */
export interface NamedQuestionnaire {
  readonly questionnaire: unknown;
  readonly measures: unknown;
  /** Absent for a file, and for a folder whose manifest cannot be read. */
  readonly manifest?: InstrumentManifest;
  readonly notice?: Notice;
  /** Those of the manifest, or the ones it has words in. */
  readonly languages: readonly string[];
  /** For file names: `tcn-integration-0.1.0`, or the name of the file. */
  readonly name: string;
}

/** @throws CommandError that says in one sentence what is wrong with the file or folder */
export function openQuestionnaire(path: string): NamedQuestionnaire {
  const files = readNamed(path);
  const manifest = InstrumentManifest.safeParse(files.manifest).data;
  const notice = Notice.safeParse(files.notice).data;
  const languages = manifest?.languages ?? languagesIn(files.questionnaire);
  refuseEmpty(path, files.questionnaire, languages);
  return {
    questionnaire: files.questionnaire,
    measures: files.measures,
    ...(manifest ? { manifest } : {}),
    ...(notice ? { notice } : {}),
    languages,
    name: manifest ? `${manifest.id}-${manifest.version}` : basename(path, extname(path)),
  };
}

function refuseEmpty(path: string, questionnaire: unknown, languages: readonly string[]): void {
  const { items, findings } = readQuestionnaire(questionnaire, languages);
  if (items.length > 0) return;
  throw new CommandError(`${path}: ${findings[0]?.message ?? "Nothing is asked here."}`);
}

/** Digest of a questionnaire. @throws CommandError where it has none */
export function digestIn(path: string, questionnaire: unknown): string {
  try {
    return digest(questionnaire);
  } catch (error) {
    if (error instanceof NotCanonicalError) throw new CommandError(`${path}: ${error.message}`);
    throw error;
  }
}

/** The instrument in a folder; a file becomes one whose manifest is made up from its name and words. */
export function openInstrument(path: string): Instrument {
  const named = openQuestionnaire(path);
  const { manifest, questionnaire, measures, languages } = named;
  if (manifest) return checked({ manifest, questionnaire, measures });
  const { pages, items } = readQuestionnaire(questionnaire, languages);
  return {
    manifest: manifestOf(named),
    digest: digestIn(path, questionnaire),
    questionnaire,
    pages,
    items,
  };
}

function checked(files: Parameters<typeof readInstrument>[0]): Instrument {
  try {
    return readInstrument(files);
  } catch (error) {
    if (error instanceof DefinitionError) throw new CommandError(error.message);
    throw error;
  }
}

/** Only title, name and languages mean something here. */
function manifestOf({ name, questionnaire, languages }: NamedQuestionnaire): Instrument["manifest"] {
  return {
    id: name,
    version: "0.0.0",
    title: titlesIn(questionnaire) ?? { default: name },
    languages: [...languages],
    universe: {},
    population: { minimumAge: 0, euCitizens: "in", residence: "actual" },
    licence: "",
  };
}

function titlesIn(questionnaire: unknown): Localized | undefined {
  const title: unknown = Object(questionnaire).title;
  if (typeof title === "string") return { default: title };
  if (typeof title !== "object" || title === null) return undefined;
  return Object.fromEntries(
    Object.entries(title).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
