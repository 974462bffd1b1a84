import { wordsIn, written } from "@tiltas/instrument/words";
import { surveyLocalization } from "survey-core";

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
