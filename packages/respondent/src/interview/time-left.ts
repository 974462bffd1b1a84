import { isMissingReason } from "@tiltas/instrument/conduct";
import { type Answered, type Asked, minutesOf, optionsRead } from "@tiltas/instrument/pace";
import {
  type Model,
  type PageModel,
  type Question,
  QuestionBooleanModel,
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
 * the seconds an answer takes (packages/instrument/src/pace), in the language on the screen.
 */
export function minutesLeft(interview: Model, page: PageModel, mode: Draft["mode"]): number {
  const pages: readonly PageModel[] = interview.visiblePages;
  const asked = pages
    .slice(Math.max(0, pages.indexOf(page)))
    .flatMap(({ questions }) => questions.filter(({ isVisible }) => isVisible))
    .map(askedIn);
  return minutesOf(asked, mode === "interviewer" || mode === "telephone" ? "interviewer" : "respondent");
}

function askedIn(question: Question): Asked {
  const texts = textsOf(question);
  if (question instanceof QuestionPanelDynamicModel)
    return { texts, inside: question.templateElements.filter(isQuestion).map(askedIn) };
  return { texts, answered: answerOf(question) };
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
  if (question instanceof QuestionRankingModel)
    return { ...item("ranking"), choices: question.visibleChoices };
  if (question instanceof QuestionCheckboxModel) return item("multiple");
  if (question instanceof QuestionBooleanModel) return item("boolean");
  if (question instanceof QuestionCommentModel) return { ...item("text"), ...longest(question.maxLength) };
  if (question instanceof QuestionTextModel)
    return { ...item(kindOfLine(question.inputType)), ...longest(question.maxLength) };
  return item("single");
}

function kindOfLine(inputType: string): Answered["kind"] {
  return inputType === "number" || inputType === "date" ? inputType : "text";
}

function longest(maximumLength: number): Pick<Answered, "maximumLength"> {
  return maximumLength > 0 ? { maximumLength } : {};
}

function isQuestion(part: { readonly isPanel: boolean }): part is Question {
  return !part.isPanel;
}

function plain(html: string): string {
  return html.replace(/<[^>]*>/g, " ");
}
