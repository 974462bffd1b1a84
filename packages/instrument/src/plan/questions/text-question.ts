import { isEmptyValue, isNumber, recognisedNumber } from "../../expressions/index.ts";
import { isLess } from "../../expressions/values/index.ts";
import { Question } from "../run/question.ts";
import type { Home, PreparedQuestion } from "../run/standing.ts";
import { isEmailAddress } from "../validators/index.ts";
import { dateOf, dateText, monthOf } from "./dates.ts";
import { tellNumber, tellText } from "./oddities.ts";
import { joinedWith } from "./sameness.ts";
import type { Expression, QuestionError } from "./shapes.ts";

export interface PreparedText {
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

/** The last day that inputs of dates take. */
const lastDay = "2999-12-31";

/** One line of words, a number, a date … while one response is checked. */
export class TextQuestion extends Question {
  readonly text: PreparedText;
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
  private get isBetweenSteps(): boolean {
    const { inputType, step } = this.text;
    return inputType === "number" && !this.isEmpty() && isBetweenSteps(this.value, step);
  }
}

/** @source survey-core 3.0.0, QuestionTextModel.isStepNumberIncorrect */
export function isBetweenSteps(answer: unknown, step: unknown): boolean {
  if (isEmptyValue(step) || !isNumber(step) || !isNumber(answer)) return false;
  const [value, rung] = [recognisedNumber(answer), recognisedNumber(step)];
  let scale = 1;
  const isWhole = (number: number) => Math.round(number * scale) / scale === number;
  while (scale < 1_000_000 && !(isWhole(rung) && isWhole(value))) scale *= 10;
  const whole = Math.round(rung * scale);
  return whole > 0 && Math.round(value * scale) % whole !== 0;
}
