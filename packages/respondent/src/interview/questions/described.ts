import { type Question, QuestionTextBase } from "survey-core";

/** Ids of the words that explain a question: its description first, then what is wrong with its answer. */
export function describedBy(question: Question): string {
  return [
    question.hasDescription ? question.ariaDescriptionId : "",
    question.errors.length > 0 ? `${question.id}_errors` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** SurveyJS takes the description from a field once something is wrong with it, when it is needed most; here both are heard. */
export function describeFieldsInFull(): void {
  Object.defineProperty(QuestionTextBase.prototype, "a11y_input_ariaDescribedBy", {
    configurable: true,
    get(this: QuestionTextBase) {
      return describedBy(this) || null;
    },
  });
}
