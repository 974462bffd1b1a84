import {
  type MatrixDropdownColumn,
  type Question,
  QuestionButtonGroupModel,
  QuestionImagePickerModel,
  QuestionMatrixDropdownModelBase,
  QuestionMultipleTextModel,
  QuestionRankingModel,
  QuestionSliderModel,
  QuestionTextBase,
} from "survey-core";

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

/** A cell is called by its column, in the language of the page; its row is the group it stands in. SurveyJS says both in English. */
export function nameCellsByTheirColumn(): void {
  Object.defineProperty(QuestionMatrixDropdownModelBase.prototype, "getCellAriaLabel", {
    configurable: true,
    value: (_row: unknown, { locTitle }: MatrixDropdownColumn) => locTitle.textOrHtml,
  });
}

/** The group around our rows carries role and name; SurveyJS gives both to the frame around it too, and would be heard twice. */
export function nameGroupsOnce(): void {
  const drawn = [
    QuestionRankingModel,
    QuestionSliderModel,
    QuestionMultipleTextModel,
    QuestionMatrixDropdownModelBase,
    QuestionImagePickerModel,
    QuestionButtonGroupModel,
  ];
  for (const { prototype } of drawn)
    Object.defineProperties(prototype, {
      isNewA11yStructure: { configurable: true, get: () => true },
      ariaRole: { configurable: true, get: () => null },
    });
}
