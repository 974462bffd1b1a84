import { isMissingReason } from "@tiltas/instrument/conduct";
import { type Words, wordsIn, written } from "@tiltas/instrument/words";
import {
  type ItemValue,
  type Model,
  Question,
  QuestionCommentModel,
  QuestionMultipleTextModel,
  QuestionRankingModel,
  QuestionRatingModel,
  QuestionSelectBase,
  QuestionTextModel,
  surveyLocalization,
} from "survey-core";

/** Replaces SurveyJS's own refusals by ours, in every language we have written. */
export function teachWords(): void {
  for (const language of written) {
    const words = wordsIn(language);
    surveyLocalization.locales[language] = Object.assign(surveyLocalization.locales[language] ?? {}, {
      requiredError: words.required,
      requiredInAllRowsError: words.requiredRows,
      eachRowUniqueError: words.requiredRows,
      numericError: words.requiredNumber,
      minError: words.tooSmall,
      maxError: words.tooLarge,
      textNoLongerThan: words.tooLong,
    });
  }
}

/** A refusal says what is wanted here: a field is not chosen from, and reasons are named only where they are offered. */
export function sayWhatIsWanted(interview: Model): void {
  interview.onErrorCustomText.add((survey, refused) => {
    const words = wordsIn(survey.getLocale());
    if (refused.text === words.required && refused.obj instanceof Question)
      refused.text = wantedOf(refused.obj, words);
  });
}

function wantedOf(question: Question, words: Words): string {
  if (question instanceof QuestionRankingModel) return words.requiredOrder;
  if (question instanceof QuestionTextModel)
    return question.inputType === "number" ? words.requiredNumber : words.requiredText;
  if (question instanceof QuestionCommentModel || question instanceof QuestionMultipleTextModel)
    return words.requiredText;
  return offersReasons(question) ? words.required : words.requiredChoice;
}

function offersReasons(question: Question): boolean {
  const choices: readonly ItemValue[] =
    question instanceof QuestionSelectBase
      ? question.visibleChoices
      : question instanceof QuestionRatingModel
        ? question.visibleRateValues
        : [];
  return choices.some(({ value }) => isMissingReason(value));
}
