import { isKindOf, type OutlineNode, textsOf, walk } from "../../definition/index.ts";
import { optionsRead } from "../../pace/index.ts";
import { textIn } from "../../translation/index.ts";
import { plainText } from "../wordings.ts";

/** Words that are read before or while answering; error messages and buttons are not. */
const read = new Set([
  "title",
  "description",
  "text",
  "html",
  "labelTrue",
  "labelFalse",
  "minRateDescription",
  "maxRateDescription",
  "otherText",
  "noneText",
  "refuseText",
  "dontKnowText",
  "commentText",
]);

/** The texts a respondent of one language reads in a part of the questionnaire and what is inside it. */
export function textsRead(node: OutlineNode, language: string, source: string): string[] {
  return [
    ...ownTexts(node, language, source),
    ...childrenRead(node).flatMap((child) => textsRead(child, language, source)),
  ];
}

/** The texts of a question with its answers apart: options, and those that say why there is no answer. */
export interface QuestionTexts {
  readonly question: readonly string[];
  /** One for each option, or column of a matrix, in order; the words at the ends of a scale have no code. */
  readonly options: readonly {
    readonly text: string;
    readonly code: unknown;
  }[];
  readonly reasons: readonly string[];
}

/** The texts of a question in one language; codes are kept, since not everybody reads every option. */
export function textsOfQuestion(node: OutlineNode, language: string, source: string): QuestionTexts {
  const isOption = ({ slot }: OutlineNode) =>
    slot === "choices" || slot === "rateValues" || (slot === "columns" && node.type === "matrix");
  const [options = [], others = []] = [true, false].map((wanted) =>
    childrenRead(node).filter((child) => isOption(child) === wanted),
  );
  const words = (child: OutlineNode) => textsRead(child, language, source);
  const code = ({ json }: OutlineNode) => json.value;
  const isReason = (option: OutlineNode) => reasons.has(code(option));
  const ends = ownTexts(node, language, source, (property) => endsOfScale.has(property));
  return {
    question: [
      ...ownTexts(node, language, source, (property) => read.has(property) && !endsOfScale.has(property)),
      ...others.flatMap(words),
    ],
    options: ends
      .map((text): QuestionTexts["options"][number] => ({ text, code: undefined }))
      .concat(
        options
          .filter((option) => !isReason(option))
          .map((option) => ({
            text: words(option).join(" "),
            code: code(option),
          })),
      ),
    reasons: options.filter(isReason).flatMap(words),
  };
}

const endsOfScale: ReadonlySet<string> = new Set(["minRateDescription", "maxRateDescription"]);

const reasons: ReadonlySet<unknown> = new Set(["dont-know", "refused"]);

/** The texts of one part without those inside it. */
export function ownTexts(
  node: OutlineNode,
  language: string,
  source: string,
  isRead: (property: string) => boolean = (property) => read.has(property),
): string[] {
  return textsOf(node)
    .filter(({ property }) => isRead(property))
    .map(({ texts }) => textIn(texts, language, source) ?? textIn(texts, source, source) ?? "")
    .map((text) => plainText(text).trim())
    .filter((text) => text !== "");
}

function childrenRead({ type, children }: OutlineNode): readonly OutlineNode[] {
  const speaking = children.filter((child) => !["validators", "triggers"].includes(child.slot));
  if (!isKindOf(type, "dropdown") && !isKindOf(type, "tagbox")) return speaking;
  const options = speaking.filter(({ slot }) => slot === "choices").slice(0, optionsRead);
  return speaking.filter(({ slot }) => slot !== "choices").concat(options);
}

/** Parts that stand around items: pages, panels, words and pictures between questions. */
export function partsAround(page: OutlineNode, items: ReadonlySet<string>): OutlineNode[] {
  const inside = (node: OutlineNode): boolean =>
    items.has(node.path) || (node.parent !== undefined && inside(node.parent));
  return [...walk(page)].filter((node) => !inside(node));
}
