import { isMissingReason } from "@tiltas/instrument/conduct";
import {
  type Answered,
  answeringSeconds,
  type Reader,
  readingSeconds,
  usualEntries,
} from "@tiltas/instrument/lint/burden";
import {
  type Model,
  type PageModel,
  type Question,
  QuestionCheckboxModel,
  QuestionCommentModel,
  QuestionHtmlModel,
  QuestionMatrixModel,
  QuestionPanelDynamicModel,
  QuestionRankingModel,
  QuestionSelectBase,
  QuestionTextModel,
} from "survey-core";
import type { Draft } from "../device/index.ts";

/**
 * Minutes that the pages from this one to the end take, rounded up, as far as it is known now who is asked what: later
 * answers may open or close parts. Rests on reading speeds that were measured in 14 languages and on our assumptions of
 * the seconds an answer takes (packages/instrument/src/lint/burden), in the language on the screen.
 */
export function minutesLeft(interview: Model, page: PageModel, mode: Draft["mode"]): number {
  const reader: Reader = mode === "interviewer" || mode === "telephone" ? "interviewer" : "respondent";
  const pages = interview.visiblePages;
  const seconds = pages
    .slice(Math.max(0, pages.indexOf(page)))
    .flatMap(({ questions }) => questions.filter(({ isVisible }) => isVisible))
    .reduce((sum, question) => sum + secondsOf(question, reader), 0);
  return Math.max(1, Math.ceil(seconds / 60));
}

function secondsOf(question: Question, reader: Reader): number {
  const read = textsOf(question).reduce((sum, text) => sum + readingSeconds(text, reader), 0);
  if (question instanceof QuestionPanelDynamicModel) {
    const inside = question.templateElements.reduce(
      (sum, part) => sum + (isQuestion(part) ? secondsOf(part, reader) : 0),
      0,
    );
    return read + inside * usualEntries;
  }
  const answered = answerOf(question);
  return read + (answered === undefined ? 0 : answeringSeconds(answered));
}

/** Title, description and options; the reasons for not answering are the same everywhere and are not read again. */
function textsOf(question: Question): string[] {
  if (question instanceof QuestionHtmlModel) return [plain(question.processedHtml)];
  const heads = [question.locTitle.textOrHtml, question.description ?? ""];
  if (question instanceof QuestionMatrixModel)
    return [...heads, ...textsOfChoices(question.visibleRows), ...textsOfChoices(question.visibleColumns)];
  if (question instanceof QuestionSelectBase)
    return [...heads, ...textsOfChoices(question.visibleChoices).slice(0, optionsRead)];
  return heads;
}

/** In a list that opens, ten options are read, not sixty. */
const optionsRead = 10;

function textsOfChoices(choices: readonly { readonly text?: string; readonly value?: unknown }[]): string[] {
  return choices.filter(({ value }) => !isMissingReason(value)).map(({ text = "" }) => text);
}

function answerOf(question: Question): Answered | undefined {
  const item = (kind: Answered["kind"], rows: Answered["rows"] = []): Answered => ({
    kind,
    choices: [],
    rows,
  });
  if (question instanceof QuestionHtmlModel) return undefined;
  if (question instanceof QuestionMatrixModel) return item("matrix", question.visibleRows);
  if (question instanceof QuestionRankingModel) return item("multiple");
  if (question instanceof QuestionCheckboxModel) return item("multiple");
  if (question instanceof QuestionCommentModel) return item("text");
  if (question instanceof QuestionTextModel)
    return item(question.inputType === "number" ? "number" : question.inputType === "date" ? "date" : "text");
  return item("single");
}

function isQuestion(part: { readonly isPanel: boolean }): part is Question {
  return !part.isPanel;
}

function plain(html: string): string {
  return html.replace(/<[^>]*>/g, " ");
}
