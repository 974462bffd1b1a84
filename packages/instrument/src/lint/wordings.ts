import { isQuestion, type OutlineNode, textsOf } from "../definition/index.ts";
import { type TranslationUnit, textIn } from "../translation/index.ts";
import type { FindingLanguage } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** A text as a respondent of one language reads it. */
export interface Wording {
  readonly node: OutlineNode;
  readonly property: string;
  /** Place of the text, with its language where it has several. */
  readonly path: string;
  readonly language: string;
  readonly text: string;
}

/** Longer than any text of a questionnaire; what stands behind is not looked at. */
const longest = 20_000;

/** All texts in all languages, in the order of the questionnaire. */
export function* wordingsOf({ outline, languages, sourceLanguage }: Subject): Generator<Wording> {
  for (const node of outline.nodes)
    for (const { property, path, texts } of textsOf(node))
      for (const language of languages) {
        const text = textIn(texts, language, sourceLanguage);
        if (text === undefined) continue;
        const isPlain = typeof node.json[property] === "string";
        if (isPlain && language !== sourceLanguage) continue;
        yield {
          node,
          property,
          path: isPlain ? path : `${path}.${keyOf(texts, language)}`,
          language,
          text: text.slice(0, longest),
        };
      }
}

function keyOf(texts: Readonly<Record<string, string>>, language: string): string {
  return Object.hasOwn(texts, language) ? language : "default";
}

const asking = new Set(["question", "multipletextitem", "matrixdropdowncolumn"]);

/** Titles of questions and statements in the rows of a matrix: what is asked. */
export function* askedWordings(subject: Subject): Generator<Wording> {
  for (const wording of wordingsOf(subject)) {
    const { node, property } = wording;
    const isTitle = property === "title" && (isQuestion(node) || asking.has(node.type));
    const isStatement = property === "text" && node.slot === "rows";
    if (isTitle || isStatement) yield wording;
  }
}

/** Text without its tags and what stands in braces. */
export function plainText(text: string): string {
  return text
    .replace(/<[^<>]*>/g, " ")
    .replace(/\{[^{}]*\}/g, "…")
    .replace(/&[a-z]+;|&#\d+;/gi, " ");
}

/** The first words of a text, in the quotes of the language in which it is told. */
export function quoted(text: string, language: FindingLanguage = "en"): string {
  const line = text.replace(/\s+/g, " ").trim();
  const words = line.length <= longestQuote ? line : `${line.slice(0, longestQuote - 1).trimEnd()}…`;
  return language === "lt" ? `„${words}“` : `“${words}”`;
}

const longestQuote = 60;

/** Place of a text, in the questionnaire or in the notice. */
export function placeOf({ from, path }: Pick<TranslationUnit, "from" | "path">): string {
  return from === "notice" ? `notice.${path}` : path;
}
