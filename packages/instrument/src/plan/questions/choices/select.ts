import { isObject } from "../../../definition/json.ts";
import { isEmptyValue } from "../../../expressions/index.ts";
import { Question } from "../../run/question.ts";
import type { Home, PreparedQuestion } from "../../run/standing.ts";
import { areSame } from "../../run/values.ts";
import { isLooselyCode } from "../sameness.ts";
import type { QuestionError } from "../shapes.ts";
import { type Choice, codeOf, findChoice, type PreparedSelect } from "./choice.ts";
import { ChoiceList } from "./list.ts";

/**
 * A question answered with one option: radiogroup, dropdown, buttongroup, and what those with several options build on.
 * Methods have the names of survey-core's QuestionSelectBase where they do what it does.
 */
export class SelectQuestion extends Question {
  readonly select: PreparedSelect;
  readonly list: ChoiceList;
  renderedValue: unknown = null;
  /** Words for "other" while they are kept in the answer itself. */
  otherValueCore: unknown;
  private readonly choiceComments = new Map<Choice, unknown>();
  private makeCommentEmpty = false;
  private isSettingComment = false;

  constructor(prepared: PreparedQuestion, home: Home, select: PreparedSelect) {
    super(prepared, home);
    this.select = select;
    this.list = new ChoiceList(this, select);
  }

  get visibleChoices(): readonly Choice[] {
    return this.list.visible;
  }
  override get isVisible(): boolean {
    return super.isVisible && (!this.select.hideIfChoicesEmpty || this.list.hasAny);
  }
  override get requireUpdateCommentValue(): boolean {
    return super.requireUpdateCommentValue || this.select.other !== undefined;
  }

  // Other -----------------------------------------------------------------------------------------------------------

  get isOtherSelected(): boolean {
    return this.select.other !== undefined && this.isOtherValue(this.renderedValue);
  }
  isOtherValue(value: unknown): boolean {
    return Array.isArray(value) ? value.includes("other") : value === "other";
  }
  getStoreOthersAsComment(): boolean {
    return !this.prepared.showCommentArea && this.select.storesOthersAsComment;
  }
  override get comment(): unknown {
    if (this.prepared.showCommentArea) return super.comment;
    return this.otherValueCore || (this.getStoreOthersAsComment() ? super.comment : this.otherValueCore);
  }
  override set comment(comment: unknown) {
    super.comment = comment;
  }
  get otherValue(): unknown {
    return this.getStoreOthersAsComment() ? this.comment : this.otherValueCore;
  }
  set otherValue(words: unknown) {
    const trimmed = typeof words === "string" && words.trim() === "" ? "" : words;
    if (this.isSettingComment || this.otherValue === trimmed) return;
    this.isSettingComment = true;
    if (this.getStoreOthersAsComment()) this.setNewComment(trimmed);
    else {
      this.otherValueCore = trimmed;
      if (this.isOtherSelected) this.value = this.getValueOnSettingOther(trimmed);
    }
    this.isSettingComment = false;
  }
  getValueOnSettingOther(words: unknown): unknown {
    const value = this.rendredValueToData(this.renderedValue);
    if (this.prepared.showCommentArea || this.getStoreOthersAsComment()) return value;
    const choice = findChoice(this.visibleChoices, words);
    if (!choice || choice === this.select.other) return value;
    this.otherValueCore = "";
    return Array.isArray(value) ? [...value.filter((one) => one !== "other" && one !== words), words] : words;
  }

  // Comments of choices ---------------------------------------------------------------------------------------------

  isItemSelected(choice: Choice): boolean {
    return choice === this.select.other ? this.isOtherSelected : this.isItemSelectedCore(choice);
  }
  isItemSelectedCore(choice: Choice): boolean {
    return choice.value === this.renderedValue;
  }
  getCommentValueCore(choice: Choice): unknown {
    if (this.isOtherValue(choice.value)) return this.otherValue;
    return this.choiceComments.get(choice) ?? this.getCommentValueByItem(choice);
  }
  getCommentValueByItem(_choice: Choice): unknown {
    return isObject(this.value) ? this.value.comment : undefined;
  }
  setCommentPropertyValue(choice: Choice, comment: unknown): void {
    this.choiceComments.set(choice, comment);
  }
  hasEmptyComments(): boolean {
    return this.visibleChoices.some(
      (choice) =>
        choice.needsComment &&
        choice.showsComment &&
        this.isItemSelected(choice) &&
        !this.getCommentValueCore(choice),
    );
  }

  override commentFor(code: unknown): unknown {
    if (code === undefined || code === null) return (this.isOtherSelected && this.otherValue) || this.comment;
    const choice = findChoice(this.visibleChoices, codeOf(code));
    if (!choice) return undefined;
    const isShown = this.isItemSelected(choice) && (choice.showsComment || choice === this.select.other);
    return (isShown && this.getCommentValueCore(choice)) || "";
  }

  // From answer to screen and back ----------------------------------------------------------------------------------

  setRenderedValue(value: unknown): void {
    this.renderedValue = value;
  }
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
    this.setRenderedValue(this.rendredValueFromData(value));
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
  /** An answer that is no option counts as the words for "other" where those are kept apart. */
  private withOther(value: unknown): { given: unknown; words: unknown } {
    if (!this.select.other || this.list.active.length === 0 || !this.getStoreOthersAsComment())
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
    this.setRenderedValue(rendered);
    if (this.isReadOnly) return;
    const value = this.rendredValueToData(rendered);
    if (!areSame(value, this.value)) this.value = value;
  }

  // Codes that do not exist -----------------------------------------------------------------------------------------

  hasUnknownValue(value: unknown, looking: Looking = {}): boolean {
    return Array.isArray(value)
      ? value.some((one) => this.hasUnknownValueItem(one, looking))
      : this.hasUnknownValueItem(value, looking);
  }
  /** `other`: "other" is known; `all`: choices that are hidden are known; `empty`: so is nothing at all, else not. */
  hasUnknownValueItem(value: unknown, { other, all, empty }: Looking): boolean {
    if (empty !== true && this.isValueEmpty(value)) return false;
    if (other === true && this.isOtherValue(value)) return false;
    if (
      this.select.special.some((one) => one !== this.select.other && isLooselyCode(value, String(one.value)))
    )
      return false;
    return findChoice(all === true ? this.list.active : this.list.filtered, value) === undefined;
  }
  override clearIncorrectValues(): void {
    if (this.canClearIncorrectValues() && this.hasValueToClearIncorrectValues())
      this.clearIncorrectValuesCore();
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
  isOtherValueUnused(): boolean {
    return !this.isOtherSelected;
  }

  // Conditions and objections ---------------------------------------------------------------------------------------

  override runConditionCore(): void {
    super.runConditionCore();
    if (this.list.runConditions()) this.onVisibleChoicesChanged(true);
  }
  onVisibleChoicesChanged(clears = false): void {
    this.list.refresh();
    if (this.isOtherValue(this.renderedValue)) this.setRenderedValue(this.rendredValueFromData(this.value));
    this.onVisibleChanged();
    this.list.tellFollowers();
    if (clears) this.clearIncorrectValues();
  }
  override onSurveyLoad(): void {
    this.onVisibleChoicesChanged();
    super.onSurveyLoad();
  }
  override onAnyValueChanged(name: string): void {
    super.onAnyValueChanged(name);
    if (name !== "" && name === this.select.carry?.from) this.onVisibleChoicesChanged(true);
  }
  override onSurveyValueChanged(value: unknown): void {
    super.onSurveyValueChanged(value);
    this.list.tellFollowers();
  }
  override validate(): boolean {
    if (this.clearIfInvisible !== "none") this.clearIncorrectValues();
    return super.validate();
  }
  override onCheckForErrors(errors: QuestionError[]): void {
    super.onCheckForErrors(errors);
    if (this.hasEmptyComments()) errors.push({ kind: "other-left-empty", message: this.select.otherMessage });
  }
  get validatedValue(): unknown {
    return this.renderedValueToDataCore(this.value);
  }
  override getFilteredValue(): unknown {
    return codeOf(this.value);
  }
  override getDisplayValueCore(value: unknown): unknown {
    const code = codeOf(value);
    return this.select.showsWords ? this.wordsOf(code) : code;
  }
  wordsOf(code: unknown): unknown {
    if (this.isOtherValue(code)) return this.otherValue || this.select.other?.text || "other";
    return findChoice(this.visibleChoices, code)?.text || code;
  }
}

interface Looking {
  readonly other?: boolean;
  readonly all?: boolean;
  readonly empty?: boolean;
}
