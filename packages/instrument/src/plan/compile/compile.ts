import { type OutlineNode, readOutline } from "../../definition/outline.ts";
import type { Refusal } from "../check.ts";
import type { SurveySettings } from "../questions/shapes.ts";
import type { Plan } from "../specs.ts";
import { Compiler } from "./compiler.ts";
import { ElementCompiler } from "./elements.ts";
import { Meaning } from "./meaning.ts";
import { compileCalculatedValues, compileTriggers } from "./routing.ts";

export interface Compilation {
  /** Absent where anything is refused. */
  readonly plan: Plan | undefined;
  readonly refusals: readonly Refusal[];
  /** What is taken without effect. */
  readonly notices: readonly Refusal[];
}

/**
 * Compiles any SurveyJS definition into a plan, once. Never throws for what a file may hold: what cannot be taken is
 * refused with its place and name.
 */
export function compilePlan(questionnaire: unknown): Compilation {
  const { survey, problems, nodes } = readOutline(questionnaire);
  const meaning = new Meaning(survey);
  const compiler = new Compiler(settingsOf(meaning));
  for (const { path, message } of problems) compiler.refuse(path, "structure", message);
  compiler.properties(survey);
  const pages = new ElementCompiler(compiler).pages(survey);
  const plan: Plan = {
    format: "tiltas-plan/1",
    survey: compiler.survey,
    firstPageIsStartPage: meaning.flag("firstPageIsStartPage"),
    calculatedValues: compileCalculatedValues(childrenIn(survey, "calculatedValues"), compiler),
    triggers: compileTriggers(childrenIn(survey, "triggers"), compiler),
    pages,
  };
  for (const node of nodes) compiler.leftOver(node);
  const { refusals, notices } = compiler;
  return { plan: refusals.length === 0 ? plan : undefined, refusals, notices };
}

function childrenIn({ children }: OutlineNode, slot: string): OutlineNode[] {
  return children.filter((child) => child.slot === slot);
}

function settingsOf(meaning: Meaning): SurveySettings {
  const clearInvisibleValues = meaning.get("clearInvisibleValues");
  return {
    locale: meaning.text("locale"),
    storeOthersAsComment: meaning.flag("storeOthersAsComment", true),
    clearInvisibleValues: clearingOf(clearInvisibleValues),
    clearDisabledChoices: meaning.flag("clearDisabledChoices"),
    maxTextLength: meaning.number("maxTextLength", 0),
    maxCommentLength: meaning.number("maxCommentLength", 0),
    textUpdateMode: meaning.text("textUpdateMode") || "onBlur",
    validationEnabled: meaning.flag("validationEnabled", true),
    checkErrorsMode: meaning.text("checkErrorsMode") || "onNextPage",
    readOnly: meaning.flag("readOnly"),
  };
}

/** survey-core takes true and false from older files. */
function clearingOf(value: unknown): string {
  if (value === true) return "onComplete";
  if (value === false) return "none";
  return typeof value === "string" && value !== "" ? value : "onComplete";
}
