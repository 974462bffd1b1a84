import type { JsonObject } from "./json.ts";
import type { Findings } from "./refusal.ts";
import { checkTextsAround } from "./text.ts";

const look = [
  "description",
  "descriptionLocation",
  "errorLocation",
  "hideNumber",
  "indent",
  "maxWidth",
  "minWidth",
  "name",
  "requiredErrorText",
  "startWithNewLine",
  "title",
  "titleLocation",
  "width",
];
const asked = ["isRequired", "type", "visibleIf", ...look];
const chosen = ["choices", "choicesOrder", "separateSpecialChoices"];

/** Properties of each SurveyJS element that First light reads, or that change nothing but the look. */
export const knownProperties = {
  questionnaire: [
    "$schema",
    "autoFocusFirstError",
    "checkErrorsMode",
    "clearInvisibleValues",
    "completeText",
    "description",
    "fitToContainer",
    "focusFirstQuestionAutomatic",
    "headerView",
    "locale",
    "pageNextText",
    "pagePrevText",
    "pages",
    "previewText",
    "progressBarLocation",
    "progressBarShowPageNumbers",
    "progressBarShowPageTitles",
    "progressBarType",
    "questionDescriptionLocation",
    "questionErrorLocation",
    "questionTitleLocation",
    "questionsOnPageMode",
    "requiredMark",
    "requiredText",
    "showCompletePage",
    "showCompletedPage",
    "showNavigationButtons",
    "showPageNumbers",
    "showPageTitles",
    "showPrevButton",
    "showProgressBar",
    "showQuestionNumbers",
    "showTitle",
    "textUpdateMode",
    "title",
    "width",
    "widthMode",
  ],
  page: ["description", "elements", "name", "title", "visibleIf", "navigationTitle", "questionTitleLocation"],
  panel: [
    "description",
    "elements",
    "indent",
    "innerIndent",
    "maxWidth",
    "minWidth",
    "name",
    "questionTitleLocation",
    "requiredErrorText",
    "showNumber",
    "startWithNewLine",
    "state",
    "title",
    "type",
    "visibleIf",
    "width",
  ],
  radiogroup: [...asked, ...chosen, "colCount"],
  dropdown: [...asked, ...chosen, "allowClear", "placeholder", "searchEnabled", "searchMode"],
  checkbox: [...asked, ...chosen, "colCount", "noneText", "showNoneItem"],
  matrix: [
    ...asked,
    "alternateRows",
    "columnMinWidth",
    "columns",
    "displayMode",
    "eachRowRequired",
    "isAllRowRequired",
    "rowTitleWidth",
    "rows",
    "rowsOrder",
    "showHeader",
    "verticalAlign",
  ],
  rating: [
    ...asked,
    "autoGenerate",
    "displayMode",
    "displayRateDescriptionsAsExtremeItems",
    "maxRateDescription",
    "minRateDescription",
    "rateDescriptionLocation",
    "rateDisplayMode",
    "rateMax",
    "rateMin",
    "rateStep",
    "rateType",
    "rateValues",
  ],
  text: [
    ...asked,
    "autocomplete",
    "inputType",
    "max",
    "maxErrorText",
    "maxLength",
    "min",
    "minErrorText",
    "placeholder",
    "size",
    "step",
  ],
  comment: [...asked, "acceptCarriageReturn", "allowResize", "autoGrow", "maxLength", "placeholder", "rows"],
  choice: ["isExclusive", "text", "value"],
} as const;

export type ElementType = Exclude<
  keyof typeof knownProperties,
  "questionnaire" | "page" | "panel" | "choice"
>;

const advice: Readonly<Record<string, string>> = {
  calculatedValues: "Calculated values are not known here yet; leave them out.",
  maxSelectedChoices: "How many may be chosen is not known here yet; leave it to the words of the item.",
  rateCount: "Write rateMin and rateMax.",
  choicesByUrl:
    "Choices from an address are refused: they would change without a new version. Write them under choices.",
  choicesFromQuestion: "Write the choices out under choices.",
  defaultValue: "An answer nobody gave is not data; leave defaultValue out.",
  html: "HTML is refused; write plain text.",
  requiredIf: "Conditions are known under visibleIf only.",
  enableIf: "Conditions are known under visibleIf only.",
  showDontKnowItem: 'Write an ordinary choice with the value "dont-know".',
  showRefuseItem: 'Write an ordinary choice with the value "refused".',
  showOtherItem: "Add an ordinary choice and an own-words item that is asked when it is chosen.",
  triggers: "Triggers are not known here; use visibleIf.",
  validators: "Use min and max of a number, or maxLength of a text.",
  visible: "Use visibleIf.",
};

/** Refuses every property that is not in the list for `kind`, by name, and texts that are none. */
export function checkProperties(
  element: JsonObject,
  kind: keyof typeof knownProperties,
  path: string,
  findings: Findings,
): void {
  checkTextsAround(element, path, findings);
  const known: readonly string[] = knownProperties[kind];
  for (const property of Object.keys(element)) {
    if (known.includes(property)) continue;
    const remedy = Object.hasOwn(advice, property)
      ? advice[property]
      : "Leave it out, or ask for it to be supported.";
    findings.add(at(path, property), `${property} of a ${kind} is not known here. ${remedy}`);
  }
}

/** A place one step further in. */
export function at(path: string, step: string | number): string {
  if (typeof step === "number") return `${path}[${step}]`;
  return path === "" ? step : `${path}.${step}`;
}
