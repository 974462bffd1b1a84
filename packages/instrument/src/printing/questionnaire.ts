import {
  type InstrumentManifest,
  isObject,
  type Notice,
  type Outline,
  readOutline,
  textsOf,
} from "../definition/index.ts";
import { digest, NotCanonicalError } from "../digest/index.ts";
import { type Printing, sectionOf } from "./blocks.ts";
import { Directory } from "./directory.ts";
import { english } from "./english.ts";
import { lithuanian } from "./lithuanian.ts";
import type { NotesLanguage, PrintedQuestionnaire } from "./model.ts";
import { noticeOf } from "./notice.ts";
import { numberItems } from "./numbering.ts";
import { namesIn } from "./parsed.ts";
import type { Phrases } from "./phrases.ts";
import { goToOf } from "./routing.ts";
import { unseenOf } from "./unseen.ts";
import { directionOf, languagesOf, Wording } from "./wording.ts";

/** What is printed: any SurveyJS questionnaire, with what its instrument folder adds where it lies in one. */
export interface PrintSource {
  readonly questionnaire: unknown;
  readonly manifest?: Pick<InstrumentManifest, "id" | "version" | "title" | "universe">;
  readonly notice?: Notice;
  /** Content of measures.json: which options say why there is no answer. */
  readonly measures?: unknown;
}

export interface PrintOptions {
  /** Language of the questions; the questionnaire's own when left out. */
  readonly language?: string;
  /** Language of skips and notes; Lithuanian for a Lithuanian print, else English. */
  readonly notes?: NotesLanguage;
}

export function phrasesIn(notes: NotesLanguage): Phrases {
  return notes === "lt" ? lithuanian : english;
}

/** The languages a questionnaire can be printed in, its own first. */
export function languagesIn(questionnaire: unknown): string[] {
  return languagesOfOutline(readOutline(questionnaire));
}

function languagesOfOutline(outline: Outline): string[] {
  return languagesOf(
    outline.nodes.flatMap((node) => textsOf(node)),
    standardOf(outline),
  );
}

export function standardOf({ survey }: Outline): string {
  return typeof survey.json.locale === "string" && survey.json.locale !== "" ? survey.json.locale : "en";
}

/** Lays a questionnaire out for a committee: every question in order, with its skips in words. Never throws. */
export function printedQuestionnaire(source: PrintSource, options: PrintOptions = {}): PrintedQuestionnaire {
  const outline = readOutline(source.questionnaire);
  const standard = standardOf(outline);
  const language = options.language ?? standard;
  const notes = options.notes ?? (language === "lt" ? "lt" : "en");
  const phrases = phrasesIn(notes);
  const wording = new Wording(language, standard);
  const numbers = numberItems(outline.survey, remembering(namesIn));
  const directory = new Directory(outline, wording, phrases, (node) => numbers.get(node));
  directory.missing = missingIn(source.measures);
  const printing: Printing = {
    directory,
    numbers,
    goTo: goToOf(outline.survey, numbers, phrases),
  };
  const title =
    wording.of(source.manifest?.title) ?? wording.at(outline.survey, "title") ?? phrases.words.questionnaire;
  const description = wording.at(outline.survey, "description");
  const universe = wording.of(source.manifest?.universe);
  const sections = pagesOf(outline).flatMap((page, i) => sectionOf(page, i + 1, printing) ?? []);
  return {
    language,
    direction: directionOf(language),
    notes,
    title,
    ...(description === undefined ? {} : { description }),
    ...(source.manifest ? { version: `${source.manifest.id} ${source.manifest.version}` } : {}),
    digest: digestOf(source.questionnaire),
    ...(universe === undefined ? {} : { universe }),
    ...(source.notice ? { notice: noticeOf(source.notice, wording, phrases) } : {}),
    sections,
    unseen: unseenOf(outline, directory, { measures: source.measures, notes }),
    remarks: [
      ...remarksOn(directory, phrases),
      ...outline.problems.map(({ path, message }) => `${path}: ${message}`),
    ],
  };
}

function missingIn(measures: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  const items = isObject(measures) && isObject(measures.items) ? measures.items : {};
  return new Map(
    Object.entries(items).flatMap(([name, measure]) =>
      isObject(measure) && isObject(measure.missing)
        ? [[name, new Set(Object.keys(measure.missing))] as const]
        : [],
    ),
  );
}

/** Nothing for what has no canonical JSON: it cannot be published either. */
function digestOf(questionnaire: unknown): string {
  try {
    return isObject(questionnaire) ? digest(questionnaire) : "";
  } catch (error) {
    if (error instanceof NotCanonicalError) return "";
    throw error;
  }
}

/** Many questions have the same condition; it is read once. */
function remembering<Value>(read: (condition: string) => Value): (condition: string) => Value {
  const known = new Map<string, Value>();
  return (condition) => {
    const value = known.get(condition) ?? read(condition);
    known.set(condition, value);
    return value;
  };
}

/** Pages in order; a questionnaire without pages has its questions at the top. */
function pagesOf({ survey }: Outline) {
  const pages = survey.children.filter(({ slot }) => slot === "pages");
  const isBare = survey.children.some(({ slot }) => slot === "elements");
  return isBare ? [...pages, { ...survey, name: "", json: {} }] : pages;
}

function remarksOn({ wording }: Directory, phrases: Phrases): string[] {
  return wording.missing === 0 ? [] : [phrases.missingWords(wording.missing, wording.language)];
}
