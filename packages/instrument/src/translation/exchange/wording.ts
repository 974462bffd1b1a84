import type { TranslationUnit } from "../unit.ts";

/** survey-core's properties in words a translator knows; what is not here shows its own name. */
const kinds = new Map<string, string>([
  ["title", "question"],
  ["description", "help under the question"],
  ["placeholder", "grey words in an empty field"],
  ["choices text", "answer"],
  ["rows text", "row"],
  ["columns text", "column"],
  ["columns title", "column"],
  ["items title", "part of the question"],
  ["rateValues text", "rung of the scale"],
  ["minRateDescription", "low end of the scale"],
  ["maxRateDescription", "high end of the scale"],
  ["labelTrue", "answer for yes"],
  ["labelFalse", "answer for no"],
  ["otherText", "answer “other”"],
  ["noneText", "answer “none of these”"],
  ["refuseText", "answer “I do not want to say”"],
  ["dontKnowText", "answer “I do not know”"],
  ["requiredErrorText", "message when left empty"],
  ["validators text", "message about an answer"],
  ["html", "text between questions"],
  ["commentText", "words above a field for remarks"],
  ["templateTitle", "heading of each entry"],
  ["addPanelText", "button: add an entry"],
  ["removePanelText", "button: remove an entry"],
  ["completedHtml", "after the last question"],
  ["heading", "short point"],
  ["detail", "what the point opens to"],
  ["agree", "button"],
  ["decline", "button"],
  ["declined", "after declining"],
]);

const boxTitles = new Map([
  ["survey", "title of the questionnaire"],
  ["page", "title of a page"],
  ["panel", "heading of a group"],
]);

/** What the text is and where it stands, in two short lines. */
export function placeWords({ from, context }: TranslationUnit): string {
  const { item, type, page, kind, value } = context;
  const isBoxTitle = item === undefined && kind === "title";
  const what = (isBoxTitle ? boxTitles.get(type) : undefined) ?? kinds.get(kind) ?? kind;
  const where =
    from === "notice" ? "notice before the start" : [item ?? page ?? "", value].filter(Boolean).join(" · ");
  return [what, where].filter(Boolean).join("\n");
}

/** The question it belongs to; for other texts than its answers also when it is met, which they need not repeat. */
export function surroundings({ context }: TranslationUnit): string {
  const { type, page, item, value, question, conditions } = context;
  const words = question === undefined ? "" : `“${shortened(question, 70)}”`;
  if (value !== undefined) return words;
  return [
    words,
    item === undefined ? "" : `${type}${page === undefined ? "" : ` on page ${page}`}`,
    ...conditions.map((condition) => `only if ${shortened(condition, 100)}`),
  ]
    .filter(Boolean)
    .join("\n");
}

function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1).toWellFormed()}…` : text;
}
