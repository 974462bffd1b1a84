import type { OutlineNode } from "../../definition/outline.ts";
import { isEmptyValue, isNumber, recognisedNumber } from "../../expressions/index.ts";
import { isLess } from "../../expressions/values/index.ts";
import { Meaning } from "../compile/meaning.ts";
import { Question } from "../run/question.ts";
import type { Home, PreparedQuestion } from "../run/standing.ts";
import { isEmailAddress } from "../validators/index.ts";
import { dateOf, dateText, monthOf } from "./dates.ts";
import { longestIn, tellNumber, tellText } from "./oddities.ts";
import { joinedWith } from "./sameness.ts";
import type { Compiling, Expression, QuestionError, QuestionType } from "./shapes.ts";

interface PreparedText {
  readonly inputType: string;
  readonly isDate: boolean;
  readonly holdsBack: boolean;
  readonly min: unknown;
  readonly max: unknown;
  readonly minExpression: Expression | undefined;
  readonly maxExpression: Expression | undefined;
  readonly step: unknown;
  readonly checksEmail: boolean;
  readonly minMessage: string;
  readonly maxMessage: string;
  readonly stepMessage: string;
  readonly longest: number;
}

/** Kinds of input whose answers outside the bounds do not reach the answers of the response. */
const bounded = ["number", "range", "date", "datetime-local", "month", "time", "week"];

/** The last day that inputs of dates take. */
const lastDay = "2999-12-31";

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
    return (question, home) => new TextQuestion(question, home, prepared);
  },
};

function compileText(node: OutlineNode, compiling: Compiling) {
  const meaning = new Meaning(node);
  const inputType = inputTypeOf(meaning);
  const hasMask =
    (inputType === "text" || inputType === "tel") && !["", "none"].includes(meaning.text("maskType"));
  if (hasMask)
    compiling.refuse(
      meaning.place("maskType"),
      "maskType",
      "Input masks are not known here; use a regex validator.",
    );
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

class TextQuestion extends Question {
  private readonly text: PreparedText;
  private min: unknown;
  private max: unknown;

  constructor(prepared: PreparedQuestion, home: Home, text: PreparedText) {
    super(prepared, home);
    this.text = text;
    this.min = text.min;
    this.max = this.lastOf(text.max);
  }

  override isEmpty(): boolean {
    return super.isEmpty() || this.value === "";
  }
  override convertToCorrectValue(value: unknown): unknown {
    return Array.isArray(value) ? joinedWith(value, ", ") : value;
  }
  override setNewValue(value: unknown): void {
    super.setNewValue(this.correctValueType(value));
  }
  private correctValueType(value: unknown): unknown {
    if (!value) return value;
    const { inputType } = this.text;
    if (inputType === "number" || inputType === "range")
      return isNumber(value) ? recognisedNumber(value) : "";
    return inputType === "month" ? monthOf(value, this.run.now) : value;
  }
  override canSetValueToSurvey(): boolean {
    return !this.text.holdsBack || !(this.isLessThanMin || this.isGreaterThanMax);
  }
  override runExpressionSetValueCore(value: unknown, set: (value: unknown) => void): void {
    super.runExpressionSetValueCore(dateText(value, this.text.inputType), set);
  }

  override tellOddities(given: unknown): void {
    const { inputType, longest } = this.text;
    if (inputType === "number" || inputType === "range") tellNumber(this, given, this.min, this.max);
    else tellText(this, given, longest);
  }

  // Bounds ----------------------------------------------------------------------------------------------------------

  override onSurveyLoad(): void {
    super.onSurveyLoad();
    this.settleBounds();
  }
  override runConditionCore(): void {
    super.runConditionCore();
    if (this.text.minExpression || this.text.maxExpression) this.settleBounds();
  }
  private settleBounds(): void {
    const { minExpression, maxExpression, min, max, inputType } = this.text;
    this.min = dateText(minExpression ? minExpression.value(this) : min, inputType);
    this.max = dateText(this.lastOf(maxExpression ? maxExpression.value(this) : max), inputType);
  }
  private lastOf(max: unknown): unknown {
    return !max && this.text.isDate ? lastDay : max;
  }
  private get isLessThanMin(): boolean {
    return (
      !this.isValueEmpty(this.min) &&
      !this.isEmpty() &&
      isLess(this.measure(this.value), this.measure(this.min))
    );
  }
  private get isGreaterThanMax(): boolean {
    return (
      !this.isValueEmpty(this.max) &&
      !this.isEmpty() &&
      isLess(this.measure(this.max), this.measure(this.value))
    );
  }
  private measure(bound: unknown): unknown {
    return this.text.isDate && !this.isValueEmpty(bound) ? dateOf(bound, this.run.now) : bound;
  }

  override onCheckForErrors(errors: QuestionError[]): void {
    super.onCheckForErrors(errors);
    const { minMessage, maxMessage, stepMessage, checksEmail } = this.text;
    if (this.isLessThanMin) errors.push({ kind: "out-of-range", message: minMessage });
    if (this.isGreaterThanMax) errors.push({ kind: "out-of-range", message: maxMessage });
    if (this.isBetweenSteps) errors.push({ kind: "out-of-range", message: stepMessage });
    if (checksEmail && this.value && !isEmailAddress(this.value))
      errors.push({ kind: "email", message: "invalidEmail" });
  }
  /** @source survey-core 3.0.0, QuestionTextModel.isStepNumberIncorrect */
  private get isBetweenSteps(): boolean {
    const { inputType, step } = this.text;
    if (inputType !== "number" || isEmptyValue(step) || this.isEmpty()) return false;
    if (!isNumber(step) || !isNumber(this.value)) return false;
    const [value, rung] = [recognisedNumber(this.value), recognisedNumber(step)];
    let scale = 1;
    const isWhole = (number: number) => Math.round(number * scale) / scale === number;
    while (scale < 1_000_000 && !(isWhole(rung) && isWhole(value))) scale *= 10;
    const whole = Math.round(rung * scale);
    return whole > 0 && Math.round(value * scale) % whole !== 0;
  }
}
