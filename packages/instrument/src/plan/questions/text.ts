import { isObject } from "../../definition/json.ts";
import type { OutlineNode } from "../../definition/outline.ts";
import { Meaning } from "../compile/meaning.ts";
import { MaskedText } from "./masked-text.ts";
import { maskIn, prepareMask } from "./masks/index.ts";
import { longestIn } from "./oddities.ts";
import type { Compiling, QuestionType } from "./shapes.ts";
import { type PreparedText, TextQuestion } from "./text-question.ts";

/** Kinds of input whose answers outside the bounds do not reach the answers of the response. */
const bounded = ["number", "range", "date", "datetime-local", "month", "time", "week"];

/** One line of words, a number, a date … */
export const text: QuestionType = {
  compile: compileText,
  prepare: (spec, preparing) => {
    const inputType = String(spec.inputType);
    const bind = (written: unknown) =>
      typeof written === "string" ? preparing.expression(written) : undefined;
    const prepared: PreparedText = {
      inputType,
      isDate: inputType === "date" || inputType === "datetime-local",
      holdsBack: bounded.includes(inputType),
      min: spec.min ?? undefined,
      max: spec.max ?? undefined,
      minExpression: bind(spec.minExpression),
      maxExpression: bind(spec.maxExpression),
      step: spec.step,
      checksEmail: spec.checksEmail === true,
      minMessage: String(spec.minMessage),
      maxMessage: String(spec.maxMessage),
      stepMessage: String(spec.stepMessage),
      longest: Number(spec.longest),
    };
    if (spec.mask === undefined) return (question, home) => new TextQuestion(question, home, prepared);
    const settings = isObject(spec.mask) ? spec.mask : {};
    const masking = {
      mask: prepareMask(settings),
      isPattern: settings.kind === "pattern",
      savesMasked: settings.saveMaskedValue === true,
    };
    return (question, home) => new MaskedText(question, home, prepared, masking);
  },
};

function compileText(node: OutlineNode, compiling: Compiling) {
  const meaning = new Meaning(node);
  const inputType = inputTypeOf(meaning);
  const mask = maskIn(meaning, inputType, compiling);
  return {
    inputType,
    min: boundIn("min", meaning),
    max: boundIn("max", meaning),
    minExpression: expressionFor("min", meaning, compiling) ?? null,
    maxExpression: expressionFor("max", meaning, compiling) ?? null,
    step: meaning.get("step") ?? null,
    checksEmail:
      inputType === "email" &&
      !node.children.some(({ slot, type }) => slot === "validators" && type === "emailvalidator"),
    minMessage: meaning.words("minErrorText", "minError"),
    maxMessage: meaning.words("maxErrorText", "maxError"),
    stepMessage: meaning.words("stepErrorText", "stepError"),
    longest: longestIn(node, compiling),
    ...(mask === undefined ? {} : { mask }),
  };
}

function inputTypeOf(meaning: Meaning): string {
  const inputType = (meaning.text("inputType") || "text").toLowerCase();
  return inputType === "datetime" || inputType === "datetime_local" ? "datetime-local" : inputType;
}

/** A bound as written; one that begins with "=" is an expression. */
function boundIn(name: "min" | "max", meaning: Meaning): unknown {
  const bound = meaning.get(name);
  return isExpression(bound) ? null : (bound ?? null);
}

function isExpression(bound: unknown): bound is string {
  return typeof bound === "string" && bound.startsWith("=");
}

function expressionFor(bound: "min" | "max", meaning: Meaning, compiling: Compiling): string | undefined {
  const written = meaning.get(bound);
  if (isExpression(written)) return compiling.expression(written.slice(1), meaning.place(bound));
  const property = bound === "min" ? "minValueExpression" : "maxValueExpression";
  return compiling.expression(meaning.get(property), meaning.place(property));
}
