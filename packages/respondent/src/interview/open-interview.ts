import { isExclusive } from "@tiltas/instrument/conduct";
import type { DrawingRules } from "@tiltas/instrument/drawing";
import { directionOf, isolated, withAllNamesIsolated } from "@tiltas/instrument/words";
import { Model, QuestionCheckboxModel, settings } from "survey-core";
import type { Draft } from "../device/index.ts";
import { forgetOpenPart, prepareForWhoeverAsks } from "./alone.ts";
import { fillWhatNobodyIsAsked } from "./filling.ts";
import { explainsEmptiness, keepReasonsInSight } from "./reasons-in-sight.ts";
import { sayWhatIsWanted, teachWords } from "./wording.ts";

settings.titleTags.question = "h2";
settings.titleTags.panel = "h2";

/**
 * A questionnaire made ready to be asked on this screen: navigation, progress and look are ours, so everything of
 * SurveyJS's own frame is switched off. Answers and page of the draft are put back.
 */
export function openInterview(
  questionnaire: object,
  rules: DrawingRules,
  alone: ReadonlySet<string>,
  draft: Draft,
): Model {
  teachWords();
  const interview = new Model(withAllNamesIsolated(questionnaire));
  interview.generateStylesheet = false;
  interview.needRenderIcons = false;
  interview.showNavigationButtons = false;
  interview.showProgressBar = false;
  interview.showTitle = false;
  interview.showPageTitles = false;
  interview.showPageNumbers = false;
  interview.showQuestionNumbers = false;
  interview.showCompletePage = false;
  interview.fitToContainer = false;
  interview.requiredMark = "";
  interview.textUpdateMode = "onTyping";
  interview.checkErrorsMode = "onNextPage";
  interview.autoFocusFirstError = false;
  interview.autoFocusFirstQuestion = false;
  interview.questionErrorLocation = "top";
  interview.onScrollToTop.add((_, options) => {
    options.allow = false;
  });
  interview.onUpdateQuestionCssClasses.add((_, { question, cssClasses }) => {
    if (explainsEmptiness(question)) cssClasses.mainRoot += " companion";
  });
  sayWhatIsWanted(interview);
  keepOutOfSessions(interview);
  isolateWhatIsPiped(interview);
  interview.locale = draft.language;
  makeReasonsExclusive(interview);
  keepReasonsInSight(interview);
  prepareForWhoeverAsks(interview, alone, draft);
  interview.data = structuredClone(draft.answers);
  fillWhatNobodyIsAsked(interview, rules, draft);
  if (draft.page !== null) interview.currentPage = interview.getPageByName(draft.page);
  forgetOpenPart(interview, alone, draft);
  return interview;
}

/** Browsers write what stands in forms to disk, to restore it with the session: in plain text, unless a form says no. */
function keepOutOfSessions(interview: Model): void {
  interview.onAfterRenderSurvey.add((_, { htmlElement }) => {
    for (const form of htmlElement.querySelectorAll("form")) form.autocomplete = "off";
  });
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** An answer said back in a sentence of another direction keeps its own, and leaves that of the sentence alone. */
function isolateWhatIsPiped(interview: Model): void {
  interview.onProcessDynamicText.add((_, piped) => {
    const value: unknown = piped.value;
    if (typeof value !== "string" || value === "") return;
    if (directionOf(interview.getLocale()) === "rtl" || rightToLeft.test(value))
      piped.value = isolated(value);
  });
}

/** "I don't know" beside a list of things would contradict it: choosing one lets go of the other. */
function makeReasonsExclusive(interview: Model): void {
  for (const question of interview.getAllQuestions()) {
    if (question instanceof QuestionCheckboxModel)
      for (const choice of question.choices) if (isExclusive(choice.value)) choice.isExclusive = true;
  }
}
