import { isKindOf, type OutlineNode, propertyOf, textsOf } from "../definition/index.ts";

/**
 * Why the light page cannot show a part. answers: its condition looks at answers, draws or the clock, which the page does
 * not follow · type: it has no template · property: it asks for something the page does not do · piping: its words hold a
 * place that answers fill · order: the questionnaire shuffles, times or merges its pages.
 */
export type Cause = "answers" | "type" | "property" | "piping" | "order";

export interface Unshowable {
  /** Place in the definition, such as `pages[0].elements[2].visibleIf`. */
  readonly path: string;
  readonly cause: Cause;
  /** What stands there: the condition, the type, the property or the place to fill. */
  readonly what: string;
}

/** Item types with a template. */
const shown = ["radiogroup", "checkbox", "dropdown", "rating", "text", "comment", "boolean", "html"];

/** Checked at "Continue", when the whole application is there. */
const checkedLater = ["isRequired", "requiredIf", "requiredErrorText", "validators", "minSelectedChoices"];
/** Concern the whole questionnaire's look or what is done with the answers later. */
const withoutEffectHere = [
  ...["type", "name", "visible", "visibleIf", "valueName", "clearIfInvisible", "errorLocation", "showNumber"],
  ...["width", "minWidth", "maxWidth", "colSpan", "colCount", "startWithNewLine", "indent", "titleLocation"],
  ...[
    "descriptionLocation",
    "autoGrow",
    "allowResize",
    "textUpdateMode",
    "separateSpecialChoices",
    "allowClear",
  ],
  ...["searchEnabled", "textWrapEnabled", "inputSize", "inputTextAlignment", "correctAnswer", "displayMode"],
];
const choosing = ["choices", "showNoneItem", "noneText", "showRefuseItem", "refuseText"];
const done: Readonly<Record<string, readonly string[]>> = {
  radiogroup: [...choosing, "showDontKnowItem", "dontKnowText"],
  checkbox: [...choosing, "showDontKnowItem", "dontKnowText", "maxSelectedChoices"],
  dropdown: [
    ...choosing,
    "showDontKnowItem",
    "dontKnowText",
    "placeholder",
    "choicesMin",
    "choicesMax",
    "choicesStep",
  ],
  rating: [
    "rateMin",
    "rateMax",
    "rateStep",
    "rateCount",
    "rateValues",
    "minRateDescription",
    "maxRateDescription",
  ],
  text: [
    "inputType",
    "min",
    "max",
    "step",
    "maxLength",
    "placeholder",
    "autocomplete",
    "minErrorText",
    "maxErrorText",
  ],
  comment: ["rows", "maxLength", "placeholder"],
  boolean: ["labelTrue", "labelFalse", "valueTrue", "valueFalse"],
  html: ["html"],
};
const ofEvery = new Set(["title", "description", ...checkedLater, ...withoutEffectHere]);
const ofChoice = new Set(["value", "text", "isExclusive"]);
const lineTypes: readonly unknown[] = [
  undefined,
  "text",
  "number",
  "email",
  "tel",
  "url",
  "date",
  "month",
  "time",
];
const usual: readonly unknown[] = [undefined, null, false, "", "default", "none"];

/** Everything about one question that stands in the way of showing it before survey-core is there. */
export function unshowableIn(question: OutlineNode): Unshowable[] {
  const { type, path, json } = question;
  if (!shown.includes(type)) return [{ path, cause: "type", what: type }];
  const known = new Set([...ofEvery, ...(done[type] ?? [])]);
  const found = unknownProperties(question, known);
  if (type === "text" && !lineTypes.includes(json.inputType))
    found.push({ path: `${path}.inputType`, cause: "property", what: `inputType: ${json.inputType}` });
  if (json.titleLocation === "hidden")
    found.push({ path: `${path}.titleLocation`, cause: "property", what: "titleLocation: hidden" });
  for (const choice of question.children)
    if (isKindOf(choice.type, "itemvalue")) found.push(...unknownProperties(choice, ofChoice));
  return [...found, ...pipingIn(question)];
}

function unknownProperties(node: OutlineNode, known: ReadonlySet<string>): Unshowable[] {
  return Object.keys(node.json)
    .filter((key) => !known.has(propertyOf(node, key)?.name ?? key) && !usual.includes(node.json[key]))
    .map((key) => ({ path: `${node.path}.${key}`, cause: "property", what: key }));
}

/** Places such as {name}, which survey-core fills with answers. */
export function pipingIn(node: OutlineNode): Unshowable[] {
  return textsOf(node).flatMap(({ path, texts }) => {
    const [place] = Object.values(texts).flatMap((text) => /\{[#$]?[\p{L}_][^{}]*\}/u.exec(text) ?? []);
    return place === undefined ? [] : [{ path, cause: "piping" as const, what: place }];
  });
}
