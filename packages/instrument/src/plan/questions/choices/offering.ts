import { isObject } from "../../../definition/json.ts";
import { Question } from "../../run/question.ts";
import type { Home, PreparedQuestion } from "../../run/standing.ts";
import { isLooselyCode } from "../sameness.ts";
import { type Choice, codeOf, findChoice, type PreparedSelect } from "./choice.ts";
import { ChoiceList } from "./list.ts";

/**
 * A question with options: which are offered, which are chosen, and what was said beside them. Methods have the names of
 * survey-core's QuestionSelectBase where they do what it does.
 */
export abstract class OfferingQuestion extends Question {
  readonly select: PreparedSelect;
  readonly list: ChoiceList;
  renderedValue: unknown = null;
  /** Words for "other" while they are kept in the answer itself. */
  otherValueCore: unknown = undefined;
  private choiceComments: Map<Choice, unknown> | undefined = undefined;
  private isSettingComment = false;
  /** While it gets its place among answers that are there already. */
  protected isAttaching = false;

  constructor(prepared: PreparedQuestion, home: Home, select: PreparedSelect) {
    super(prepared, home);
    this.select = select;
    this.list = new ChoiceList(this, select);
  }

  get visibleChoices(): readonly Choice[] {
    return this.list.visible;
  }
  override get isVisible(): boolean {
    return this.visible && (!this.select.hideIfChoicesEmpty || this.list.hasAny);
  }
  override get requireUpdateCommentValue(): boolean {
    return this.prepared.showCommentArea || this.select.other !== undefined;
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
    if (this.prepared.showCommentArea) return this.questionComment;
    return (
      this.otherValueCore || (this.getStoreOthersAsComment() ? this.questionComment : this.otherValueCore)
    );
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
    return this.choiceComments?.get(choice) ?? this.getCommentValueByItem(choice);
  }
  getCommentValueByItem(_choice: Choice): unknown {
    return isObject(this.value) ? this.value.comment : undefined;
  }
  setCommentPropertyValue(choice: Choice, comment: unknown): void {
    this.choiceComments ??= new Map();
    this.choiceComments.set(choice, comment);
  }
  hasEmptyComments(): boolean {
    if (!this.select.needsComments) return false;
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

  // Which codes there are ------------------------------------------------------------------------------------------

  hasUnknownValue(value: unknown, looking: Looking = {}): boolean {
    return Array.isArray(value)
      ? value.some((one) => this.hasUnknownValueItem(one, looking))
      : this.hasUnknownValueItem(value, looking);
  }
  /** `other`: "other" is known; `all`: choices that are hidden are known; `empty`: so is nothing at all, else not. */
  hasUnknownValueItem(value: unknown, { other, all, empty }: Looking): boolean {
    if (empty !== true && this.isValueEmpty(value)) return false;
    if (other === true && this.isOtherValue(value)) return false;
    if (this.select.alone?.some((code) => isLooselyCode(value, code))) return false;
    return findChoice(all === true ? this.list.active : this.list.filtered, value) === undefined;
  }

  /** What a respondent may have chosen, shown or hidden now. */
  get knownCodes(): readonly unknown[] {
    const { carry, codes, special } = this.select;
    return carry ? [...this.list.active, ...special].map(({ value }) => value) : codes;
  }
  /** Words of one's own may stand in place of a code. */
  get acceptsAny(): boolean {
    return this.select.takesAny || (this.select.other !== undefined && !this.getStoreOthersAsComment());
  }

  // Which options are shown ----------------------------------------------------------------------------------------

  override runConditionCore(): void {
    super.runConditionCore();
    if (this.list.runConditions()) this.onVisibleChoicesChanged(true);
  }
  onVisibleChoicesChanged(clears = false): void {
    this.list.refresh();
    if (this.isOtherValue(this.renderedValue)) this.renderedValue = this.rendredValueFromData(this.value);
    this.onVisibleChanged();
    this.list.tellFollowers();
    if (clears) this.clearIncorrectValues();
  }
  protected override attachAnswer(): void {
    this.isAttaching = true;
    super.attachAnswer();
    this.isAttaching = false;
  }
  override onSurveyLoad(): void {
    this.onVisibleChoicesChanged();
    super.onSurveyLoad();
  }
  override get listens(): boolean {
    return this.select.carry !== undefined;
  }
  override onAnyValueChanged(name: string): void {
    super.onAnyValueChanged(name);
    if (name !== "" && name === this.select.carry?.from) this.onVisibleChoicesChanged(true);
  }
  override get followsSurveyValue(): boolean {
    return this.followers !== undefined;
  }
  override onSurveyValueChanged(_value: unknown): void {
    this.list.tellFollowers();
  }

  abstract rendredValueFromData(value: unknown): unknown;
  abstract rendredValueToData(value: unknown): unknown;
}

/** What counts as known. */
export interface Looking {
  readonly other?: boolean;
  readonly all?: boolean;
  readonly empty?: boolean;
}
