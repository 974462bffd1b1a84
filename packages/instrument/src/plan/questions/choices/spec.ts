import type { JsonObject } from "../../../definition/json.ts";
import type { OutlineNode } from "../../../definition/outline.ts";
import { isKindOf } from "../../../definition/surveyjs/classes.ts";
import { textOf } from "../../../expressions/index.ts";
import { Meaning } from "../../compile/meaning.ts";
import { checkProperties } from "../../properties/index.ts";
import type { Compiling } from "../shapes.ts";
import { wordsOf } from "../words.ts";

/** One option as the plan keeps it. */
export interface ChoiceSpec extends JsonObject {
  readonly value: unknown;
  readonly text: string;
  readonly visibleIf?: string;
  readonly showsComment?: true;
  readonly needsComment?: true;
  readonly isExclusive?: true;
  readonly lacksPicture?: true;
}

/** Options that survey-core offers by itself, in their order. */
export const specialChoices = [
  { name: "none", property: "showNoneItem", words: "noneText", english: "None" },
  { name: "refused", property: "showRefuseItem", words: "refuseText", english: "Refuse to answer" },
  { name: "dontknow", property: "showDontKnowItem", words: "dontKnowText", english: "Don't know" },
  { name: "other", property: "showOtherItem", words: "otherText", english: "Other (describe)" },
] as const;

export interface SelectSpec extends JsonObject {
  readonly choices: readonly ChoiceSpec[];
  /** Words of the options that survey-core offers by itself, by their code. */
  readonly special: Readonly<Partial<Record<"none" | "refused" | "dontknow" | "other", string>>>;
  readonly choicesVisibleIf?: string;
  readonly hideIfChoicesEmpty: boolean;
  readonly storeOthersAsComment: boolean;
  readonly showsWords: boolean;
  /** checkbox: an option "all of them", which has no code. */
  readonly selectsAll?: true;
  readonly otherMessage: string;
  readonly carry?: CarrySpec;
  /** Respondents may add options: any answer is one. */
  readonly takesAny?: true;
}

/** Options taken from another question. */
export interface CarrySpec extends JsonObject {
  readonly from: string;
  readonly mode: string;
  readonly values: string;
  readonly texts: string;
}

/** What all questions with options keep. */
export function compileSelect(node: OutlineNode, compiling: Compiling): SelectSpec {
  const meaning = new Meaning(node);
  const choicesVisibleIf = compiling.expression(
    meaning.get("choicesVisibleIf"),
    meaning.place("choicesVisibleIf"),
    "false",
  );
  const special = specialChoices
    .filter(({ property }) => meaning.flag(property))
    .map(({ name, words, english }) => [
      name,
      wordsOf(meaning.get(words), compiling.survey.locale) || english,
    ]);
  const stores = meaning.get("storeOthersAsComment");
  return {
    choices: node.children
      .filter(({ slot }) => slot === "choices")
      .map((choice) => compileChoice(choice, compiling)),
    special: Object.fromEntries(special),
    ...(choicesVisibleIf === undefined ? {} : { choicesVisibleIf }),
    hideIfChoicesEmpty: meaning.flag("hideIfChoicesEmpty"),
    storeOthersAsComment: typeof stores === "boolean" ? stores : compiling.survey.storeOthersAsComment,
    ...(meaning.flag("showSelectAllItem") ? { selectsAll: true } : {}),
    showsWords: meaning.flag("useDisplayValuesInDynamicTexts", true),
    otherMessage: meaning.words("otherErrorText", "otherRequiredError"),
    ...carryOf(meaning, compiling),
    ...(meaning.flag("allowCustomChoices") ? { takesAny: true } : {}),
  };
}

function carryOf(meaning: Meaning, compiling: Compiling): { carry?: CarrySpec } {
  const from = meaning.text("choicesFromQuestion");
  if (from === "") return {};
  if (isRepeated(meaning.node))
    compiling.refuse(
      meaning.place("choicesFromQuestion"),
      "choicesFromQuestion",
      "Options are taken from other questions outside of matrices and dynamic panels only; write them out.",
    );
  const mode = meaning.text("choicesFromQuestionMode") || "all";
  const values = meaning.text("choiceValuesFromQuestion");
  return { carry: { from, mode, values, texts: meaning.text("choiceTextsFromQuestion") } };
}

function isRepeated({ parent }: OutlineNode): boolean {
  if (parent === undefined) return false;
  const { type } = parent;
  return type === "paneldynamic" || isKindOf(type, "matrixdropdownbase") || isRepeated(parent);
}

export function compileChoice(node: OutlineNode, compiling: Compiling): ChoiceSpec {
  const { refusals, notices } = checkProperties(node);
  for (const { path, construct, message } of refusals) compiling.refuse(path, construct, message);
  for (const { path, construct, message } of notices) compiling.notice(path, construct, message);
  const meaning = new Meaning(node);
  const visibleIf = compiling.expression(meaning.get("visibleIf"), meaning.place("visibleIf"), "false");
  compiling.expression(meaning.get("enableIf"), meaning.place("enableIf"));
  const value = codeWritten(meaning);
  return {
    value,
    text: wordsOf(meaning.get("text"), compiling.survey.locale) || textOf(value),
    ...(visibleIf === undefined ? {} : { visibleIf }),
    ...(meaning.flag("showCommentArea") ? { showsComment: true } : {}),
    ...(meaning.flag("isCommentRequired") ? { needsComment: true } : {}),
    ...(meaning.flag("isExclusive") ? { isExclusive: true } : {}),
  };
}

/** A choice that has only words uses them as its code; "1|Yes" is the code "1". */
function codeWritten(meaning: Meaning): unknown {
  const { json } = meaning.node;
  const isOnlyWords = json.value === undefined && json.text !== undefined;
  const code = isOnlyWords ? (Object.keys(json).length === 1 ? json.text : json) : (json.value ?? undefined);
  return typeof code === "string" && code.includes("|") ? code.slice(0, code.indexOf("|")) : code;
}
