import {
  DefinitionError,
  type DefinitionFinding,
  type Instrument,
  InstrumentManifest,
  type Item,
  Measures,
  type Outline,
  type Page,
  Reasons,
  Recordings,
  readInstrument,
  readOutline,
  readQuestionnaire,
} from "../definition/index.ts";
import {
  noTranslations,
  readTranslations,
  type TranslationStatus,
  translationStatus,
} from "../translation/index.ts";
import { expressionsIn, type PlacedExpression } from "./expressions.ts";
import { type Excess, excessOf } from "./size.ts";

/** What may be looked at: a questionnaire alone, or the parsed files of an instrument folder. */
export interface LintFiles {
  readonly questionnaire: unknown;
  readonly manifest?: unknown;
  readonly measures?: unknown;
  /** The newest `notice/N.json`. */
  readonly notice?: unknown;
  /** `translations/1.json`, `translations/2.json` … */
  readonly translations?: readonly unknown[];
  /** The newest `reasons/N.json` and `recordings/N.json`. */
  readonly reasons?: unknown;
  readonly recordings?: unknown;
}

/** A questionnaire as rules look at it. */
export interface Subject {
  readonly questionnaire: unknown;
  readonly outline: Outline;
  readonly expressions: readonly PlacedExpression[];
  /** Set where there is too much to look at: texts and plan are left aside. */
  readonly excess?: Excess;
  readonly pages: readonly Page[];
  /** With their measures, where there are any. */
  readonly items: readonly Item[];
  /** Items and the parts inside them. */
  readonly everyItem: readonly Item[];
  /** Those of the manifest, else those that texts are written in; the source language first. */
  readonly languages: readonly string[];
  readonly sourceLanguage: string;
  /** Absent for a questionnaire that came alone. */
  readonly measures?: Measures;
  readonly isFolder: boolean;
  /** Set where the files make an instrument. */
  readonly instrument?: Instrument;
  readonly translation: TranslationStatus;
  /** What lies beside the questionnaire; absent where there is none, or it cannot be read. */
  readonly reasons?: Reasons;
  readonly recordings?: Recordings;
  /** Why it cannot be an instrument. */
  readonly unfit: readonly DefinitionFinding[];
}

/** Reads whatever there is; never throws. */
export function subjectOf(files: LintFiles): Subject {
  const isFolder = files.manifest !== undefined || files.measures !== undefined;
  const manifest = InstrumentManifest.safeParse(files.manifest);
  const measures = Measures.safeParse(files.measures);
  const { translations } = readTranslations(files.translations ?? []);
  const named = manifest.data?.languages ?? [];
  const [sourceLanguage] = named;
  const outline = readOutline(files.questionnaire);
  const expressions = expressionsIn(outline);
  const excess = excessOf(outline, expressions);
  const translation = translationStatus(
    {
      questionnaire: excess ? {} : files.questionnaire,
      ...(files.notice === undefined ? {} : { notice: files.notice }),
      ...(sourceLanguage ? { sourceLanguage } : {}),
    },
    translations.size === 0 ? noTranslations : translations,
    named,
  );
  const languages = named.length > 0 ? named : translation.languages.map(({ language }) => language);
  const reading = readQuestionnaire(files.questionnaire, languages, measures.data);
  const { instrument, objections } = isFolder
    ? readAsInstrument(files)
    : { instrument: undefined, objections: reading.findings };
  return {
    questionnaire: files.questionnaire,
    outline,
    expressions,
    ...(excess ? { excess } : {}),
    pages: reading.pages,
    items: reading.items,
    everyItem: reading.items.flatMap(withParts),
    languages,
    sourceLanguage: translation.sourceLanguage,
    ...(measures.success ? { measures: measures.data } : {}),
    isFolder,
    translation,
    ...besideOf(files),
    ...(instrument ? { instrument } : {}),
    unfit: objections,
  };
}

function besideOf(files: LintFiles): Pick<Subject, "reasons" | "recordings"> {
  const reasons = Reasons.safeParse(files.reasons);
  const recordings = Recordings.safeParse(files.recordings);
  return {
    ...(reasons.success ? { reasons: reasons.data } : {}),
    ...(recordings.success ? { recordings: recordings.data } : {}),
  };
}

function withParts(item: Item): Item[] {
  return [item, ...(item.parts ?? []).flatMap(withParts)];
}

function readAsInstrument({ manifest, questionnaire, measures }: LintFiles): {
  readonly instrument?: Instrument;
  readonly objections: readonly DefinitionFinding[];
} {
  try {
    return { instrument: readInstrument({ manifest, questionnaire, measures }), objections: [] };
  } catch (error) {
    if (error instanceof DefinitionError) return { objections: error.findings };
    const message = error instanceof Error ? error.message : String(error);
    return { objections: [{ path: "questionnaire", message }] };
  }
}
