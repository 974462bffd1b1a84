import { isKindOf, type OutlineNode, readOutline, textsOf } from "../definition/index.ts";
import { sha256 } from "../digest/index.ts";
import { Contexts } from "./context.ts";
import { UnitKeys } from "./keys.ts";
import { languagesIn, sourceLanguageOf, textIn } from "./languages.ts";
import { noticeUnits } from "./notice.ts";
import type { TranslationUnit } from "./unit.ts";

export interface TranslationSources {
  /** Any SurveyJS definition. */
  readonly questionnaire: unknown;
  /** The newest `notice/N.json`, where there is one. */
  readonly notice?: unknown;
  /** First language of the manifest; else the questionnaire's `locale`, else English. */
  readonly sourceLanguage?: string;
}

/** All texts a respondent may read, in the order of the files. Never throws; what is no SurveyJS has no texts. */
export function unitsOf(sources: TranslationSources): TranslationUnit[] {
  const source = sources.sourceLanguage ?? sourceLanguageOf(sources.questionnaire);
  return [...questionnaireUnits(sources.questionnaire, source), ...noticeUnits(sources.notice, source)];
}

/** The source language first, then the others in the order in which they appear. */
export function languagesOf(units: readonly TranslationUnit[], source: string): string[] {
  return languagesIn(
    units.map(({ written }) => written),
    source,
  );
}

function questionnaireUnits(questionnaire: unknown, source: string): TranslationUnit[] {
  const keys = new UnitKeys();
  const contexts = new Contexts(source);
  return readOutline(questionnaire).nodes.flatMap((node) =>
    writtenTexts(node).map(({ property, path, texts }) => {
      const text = textIn(texts, source, source) ?? "";
      return {
        key: keys.of(node, property),
        from: "questionnaire" as const,
        path,
        source: text,
        digest: sha256(text),
        written: texts,
        context: contexts.of(node, property),
      };
    }),
  );
}

interface WrittenText {
  readonly property: string;
  readonly path: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** The texts of a part that say something; a choice without a text shows its value, when that is a word. */
function writtenTexts(node: OutlineNode): WrittenText[] {
  const texts = textsOf(node).filter(({ texts }) => Object.values(texts).some((text) => text.trim() !== ""));
  if (!isKindOf(node.type, "itemvalue") || texts.some(({ property }) => property === "text")) return texts;
  const { value } = node.json;
  if (typeof value !== "string" || !/\p{L}/u.test(value)) return texts;
  return [{ property: "text", path: `${node.path}.text`, texts: { default: value } }, ...texts];
}
