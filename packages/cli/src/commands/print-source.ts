import { statSync } from "node:fs";
import { basename, extname } from "node:path";
import {
  DefinitionError,
  type Instrument,
  type Localized,
  type Notice,
  readInstrument,
  readQuestionnaire,
} from "@tiltas/instrument/definition";
import { digest } from "@tiltas/instrument/digest";
import { languagesIn } from "@tiltas/instrument/printing";
import { InstrumentFolderError, readInstrumentFolder } from "@tiltas/store/folders";
import { CommandError, readNamedFile } from "../terminal/index.ts";

/** What a person named: a version of an instrument, or a SurveyJS file of anybody's. */
export interface NamedQuestionnaire {
  readonly questionnaire: unknown;
  /** A file without folder has a manifest made up from its name and words. */
  readonly instrument: Instrument;
  readonly isInFolder: boolean;
  readonly notice?: Notice;
}

/** @throws CommandError that says in one sentence what is wrong with the file or folder */
export function openQuestionnaire(path: string): NamedQuestionnaire {
  return isFolder(path) ? openFolder(path) : openFile(path);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function openFolder(path: string): NamedQuestionnaire {
  try {
    const folder = readInstrumentFolder(path);
    const notice = folder.notices.at(-1)?.notice;
    return {
      questionnaire: folder.questionnaire,
      instrument: readInstrument(folder),
      isInFolder: true,
      ...(notice ? { notice } : {}),
    };
  } catch (error) {
    if (error instanceof DefinitionError || error instanceof InstrumentFolderError)
      throw new CommandError(error.message);
    throw error;
  }
}

function openFile(path: string): NamedQuestionnaire {
  const questionnaire = parsed(path, readNamedFile(path));
  const languages = languagesIn(questionnaire);
  const { pages, items, findings } = readQuestionnaire(questionnaire, languages);
  if (items.length === 0)
    throw new CommandError(`${path}: ${findings[0]?.message ?? "nothing is asked here."}`);
  return {
    questionnaire,
    instrument: {
      manifest: manifestOf(path, questionnaire, languages),
      digest: digest(questionnaire),
      questionnaire,
      pages,
      items,
    },
    isInFolder: false,
  };
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`"${path}" is not JSON. A SurveyJS definition is one JSON object.`);
  }
}

/** Only title, name and languages mean something here. */
function manifestOf(
  path: string,
  questionnaire: unknown,
  languages: readonly string[],
): Instrument["manifest"] {
  const name = basename(path, extname(path));
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
