import { isObject } from "../../../definition/json.ts";
import { isEmptyValue } from "../../../expressions/index.ts";
import { areSame } from "../../run/values.ts";
import { tellCode } from "../oddities.ts";
import type { QuestionError } from "../shapes.ts";
import { type Choice, codeOf, findChoice } from "./choice.ts";
import { OfferingQuestion } from "./offering.ts";

/** A question answered with one option: radiogroup, dropdown, buttongroup, and what those with several build on. */
export class SelectQuestion extends OfferingQuestion {
  private makeCommentEmpty = false;
  /** The answer of which nothing had to go when these options were shown. */
  private correctValue: unknown = undefined;
  private correctAmong: readonly Choice[] | undefined = undefined;

  // From answer to screen and back ----------------------------------------------------------------------------------

  rendredValueFromData(value: unknown): unknown {
    const unwrapped = this.unwrapped(value);
    if (this.getStoreOthersAsComment() || !this.select.other) return unwrapped;
    return this.renderedValueFromDataCore(unwrapped);
  }
  private unwrapped(value: unknown): unknown {
    if (!isObject(value) || isEmptyValue(value.value)) return value;
    const choice = findChoice(this.visibleChoices, value.value);
    if (!choice) return value;
    this.setCommentPropertyValue(choice, value.comment);
    return value.value;
  }
  renderedValueFromDataCore(value: unknown): unknown {
    if (!this.hasUnknownValue(value, { other: true, all: true })) return this.valueFromData(value);
    this.otherValue = value;
    return "other";
  }
  rendredValueToData(value: unknown): unknown {
    return this.getStoreOthersAsComment() ? value : this.renderedValueToDataCore(value);
  }
  renderedValueToDataCore(value: unknown): unknown {
    return this.isOtherValue(value) && this.needConvertRenderedOtherToDataValue() ? this.otherValue : value;
  }
  needConvertRenderedOtherToDataValue(): boolean {
    const words = this.otherValue;
    if (typeof words === "string" ? words.trim() === "" : !words) return false;
    return this.hasUnknownValue(words, { other: true, all: true });
  }
  override valueFromData(value: unknown): unknown {
    const choice = findChoice(this.list.active, value);
    return choice ? this.getChoiceValue(choice, value, false) : value;
  }
  override valueToData(value: unknown): unknown {
    return Array.isArray(value) && value.length > 0 ? value[0] : value;
  }
  getChoiceValue(choice: Choice, value: unknown, withComment: boolean): unknown {
    const comment = isObject(value) ? value.comment : "";
    const hasComment = !isEmptyValue(comment);
    if (!isObject(value) || !choice.showsComment || !(withComment || hasComment)) return choice.value;
    return hasComment ? { value: choice.value, comment } : { value: choice.value };
  }

  override setNewValue(value: unknown): void {
    super.setNewValue(this.valueFromData(value));
  }
  override setQuestionValue(value: unknown): void {
    if (areSame(this.value, value)) return;
    this.renderedValue = this.rendredValueFromData(value);
    super.setQuestionValue(value);
    this.list.tellFollowers();
    if (this.prepared.showCommentArea || this.isOtherSelected || !this.otherValue) return;
    this.makeCommentEmpty = true;
    this.otherValueCore = "";
    this.questionComment = "";
  }
  override setValueCore(value: unknown): void {
    super.setValueCore(value);
    if (!this.makeCommentEmpty) return;
    this.setCommentIntoData("");
    this.makeCommentEmpty = false;
  }
  override updateValueFromSurvey(value: unknown, clearData = false): void {
    const { given, words } = this.withOther(value);
    super.updateValueFromSurvey(given, clearData);
    if (words) this.setNewCommentSilently(words);
  }
  /** An answer that is no option counts as the words for "other" where those are kept apart; not so one found there. */
  private withOther(value: unknown): { given: unknown; words: unknown } {
    if (
      this.isAttaching ||
      !this.select.other ||
      this.list.active.length === 0 ||
      !this.getStoreOthersAsComment()
    )
      return { given: value, words: "" };
    if (this.hasUnknownValue(value) && !this.isOtherValue(value))
      return { words: this.getCommentFromValue(value), given: this.setOtherValueIntoValue(value) };
    return { given: value, words: this.home.data.getComment(this.valueName) };
  }
  getCommentFromValue(value: unknown): unknown {
    return value;
  }
  setOtherValueIntoValue(_value: unknown): unknown {
    return "other";
  }
  private setNewCommentSilently(words: unknown): void {
    this.isUpdatingValueFromSurvey = true;
    this.setNewComment(words);
    this.isUpdatingValueFromSurvey = false;
  }
  override setDefaultIntoValue(value: unknown): void {
    const isOther =
      !this.isValueEmpty(value) && this.select.other && this.hasUnknownValue(value, { other: true });
    if (isOther) this.setDefaultUnknownValue(value);
    else super.setDefaultIntoValue(value);
  }
  setDefaultUnknownValue(value: unknown): void {
    this.setRenderedAndValue(this.setOtherValueIntoValue(value));
    this.otherValue = value;
  }
  setRenderedAndValue(rendered: unknown): void {
    this.renderedValue = rendered;
    if (this.isReadOnly) return;
    const value = this.rendredValueToData(rendered);
    if (!areSame(value, this.value)) this.value = value;
  }

  // Codes that do not exist -----------------------------------------------------------------------------------------

  override clearIncorrectValues(): void {
    const { value } = this;
    const isKnown = this.isJudgedByOptions();
    if (isKnown && value === this.correctValue && this.list.filtered === this.correctAmong) return;
    if (!this.canClearIncorrectValues() || !this.hasValueToClearIncorrectValues()) return;
    this.clearIncorrectValuesCore();
    if (!isKnown || this.value !== value) return;
    this.correctValue = value;
    this.correctAmong = this.list.filtered;
  }
  /** Whether nothing but the answer and the options shown decides what has to go. */
  isJudgedByOptions(): boolean {
    const { carry, other } = this.select;
    return carry === undefined && (other === undefined || this.getStoreOthersAsComment());
  }
  canClearIncorrectValues(): boolean {
    return !this.select.takesAny && !this.run.isShared(this.valueName);
  }
  hasValueToClearIncorrectValues(): boolean {
    return !this.isEmpty();
  }
  clearIncorrectValuesCore(): void {
    if (this.canClearValueAnUnknown(this.value)) this.clearValue(true);
  }
  canClearValueAnUnknown(value: unknown): boolean {
    if (!this.getStoreOthersAsComment() && this.isOtherSelected) return false;
    return this.hasUnknownValue(value, { other: true, empty: true });
  }
  override clearValueIfInvisibleCore(reason: string): void {
    super.clearValueIfInvisibleCore(reason);
    this.clearIncorrectValues();
  }
  override clearUnusedValues(): void {
    if (this.isOtherValueUnused()) this.otherValue = "";
  }
  /** What was said beside the chosen option stays, be it "other" or not. */
  isOtherValueUnused(): boolean {
    return findChoice(this.visibleChoices, this.value)?.showsComment !== true && !this.isOtherSelected;
  }

  // Objections and words ----------------------------------------------------------------------------------------------

  override validate(): boolean {
    if (!this.run.isOnValueChanged && this.clearIfInvisible !== "none") this.clearIncorrectValues();
    return super.validate();
  }
  override onCheckForErrors(errors: QuestionError[]): void {
    super.onCheckForErrors(errors);
    if (this.hasEmptyComments() && !this.run.isOnValueChanged)
      errors.push({ kind: "other-left-empty", message: this.select.otherMessage });
  }
  /** Validators see the words for "other" in its place. */
  override get validatedValue(): unknown {
    return this.renderedValueToDataCore(this.value);
  }
  override tellOddities(given: unknown): void {
    if (!this.acceptsAny) tellCode(this, codeOf(given), this.knownCodes);
  }
  override getFilteredValue(): unknown {
    return codeOf(this.value);
  }
  override getDisplayValueCore(value: unknown): unknown {
    const code = codeOf(value);
    return this.select.showsWords ? this.wordsOf(code) : code;
  }
  wordsOf(code: unknown): unknown {
    if (this.isOtherValue(code)) return this.otherValue || this.select.other?.text || "Other (describe)";
    return findChoice(this.visibleChoices, code)?.text || code;
  }
}
