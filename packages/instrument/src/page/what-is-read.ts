import { isMissingReason } from "../conduct/index.ts";
import {
  conditionsAround,
  given,
  type Instrument,
  type Item,
  type Localized,
  type OutlineNode,
  readOutline,
  readText,
} from "../definition/index.ts";
import { type Answers, conditionOf } from "../drawing/index.ts";
import { ExpressionError } from "../expressions/index.ts";
import { type Asked, optionsRead } from "../pace/index.ts";
import { inLanguage } from "../words/index.ts";

/** What somebody who reads one language reads and answers at an item; the application reckons it from survey-core alike. */
export function askedOfItem(
  { questionnaire, manifest: { languages } }: Instrument,
  language: string,
): (item: Item) => Asked {
  const nodes = new Map(readOutline(questionnaire).nodes.map((node) => [node.path, node]));
  const said = (text: Localized) => inLanguage(text, language);
  const asked = (item: Item): Asked => {
    const description = given(nodes.get(item.path) ?? nothing, "description");
    const heads = [
      said(item.titles),
      ...(description === undefined ? [] : [said(readText(description, languages))]),
    ];
    if (item.kind === "roster") return { texts: heads, inside: (item.parts ?? []).map(asked) };
    const read = item.choices.filter(({ code }) => !isMissingReason(code));
    const options = item.kind === "matrix" ? read : read.slice(0, optionsRead);
    const listed = ["rating", "boolean"].includes(item.kind) ? [] : [...item.rows, ...options];
    return { texts: [...heads, ...listed.map(({ labels }) => said(labels))], answered: item };
  };
  return asked;
}

/** Words between the questions on pages that are met, where nothing that is known hides them. */
export function notesMet(
  { questionnaire, manifest: { languages } }: Instrument,
  pages: ReadonlySet<string>,
  answers: Answers,
  language: string,
): Asked[] {
  return readOutline(questionnaire)
    .nodes.filter(({ type, json }) => type === "html" && json.visible !== false)
    .filter((node) => pages.has(pageOf(node)) && conditionsAround(node).every((one) => holds(one, answers)))
    .map((node) => {
      const words = inLanguage(readText(given(node, "html") ?? "", languages), language);
      return { texts: [words.replace(/<[^>]*>/g, " ")] };
    });
}

const nothing = { type: "html", json: {}, parent: undefined };

function pageOf(node: OutlineNode): string {
  return node.type === "page" || node.parent === undefined ? (node.name ?? "") : pageOf(node.parent);
}

function holds(condition: string, answers: Answers): boolean {
  try {
    return conditionOf(condition)(answers);
  } catch (error) {
    if (error instanceof ExpressionError) return false;
    throw error;
  }
}
