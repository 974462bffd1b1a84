import type { Home, PreparedQuestion, QuestionRun } from "./standing.ts";
import { areSame, areSameInside, copyOf, isBlank, isEmptyValue } from "./values.ts";

/** A question that looks again which options it has. */
interface Follower {
  onVisibleChoicesChanged(clears: boolean): void;
}

/**
 * The answer of a live question: how it comes in, is kept and goes. The methods have survey-core's names where they do what survey-core's do,
 * so that a kind of question can override exactly what its class overrides there.
 */
export abstract class Answer {
  readonly prepared: PreparedQuestion;
  readonly home: Home;
  readonly name: string;
  /** The key of the answer. */
  readonly valueName: string;
  readonly run: QuestionRun;
  questionValue: unknown = undefined;
  questionComment: unknown = undefined;
  isValueChangedDirectly = false;
  isChangingViaDefaultValue = false;
  isUpdatingValueFromSurvey = false;
  isSettingQuestionValue = false;
  /** While the answer changes: whether there was one. */
  wasAnswered = false;
  /** Questions that take their options from this one. */
  followers: Set<Follower> | undefined = undefined;

  constructor(prepared: PreparedQuestion, home: Home) {
    this.prepared = prepared;
    this.home = home;
    this.name = prepared.name;
    this.valueName = prepared.valueName;
    this.run = home.run;
  }

  /** How findings name this question. */
  get answerPath(): string {
    return this.home.prefix + this.prepared.name;
  }

  // The answer ------------------------------------------------------------------------------------------------------

  get value(): unknown {
    return this.questionValue;
  }
  set value(value: unknown) {
    this.setNewValue(value);
  }
  /** Words, but a file may hold anything here. */
  get comment(): unknown {
    return this.questionComment;
  }
  set comment(comment: unknown) {
    const trimmed = typeof comment === "string" && comment.trim() === "" ? "" : comment;
    if (this.comment !== trimmed) this.setNewComment(trimmed);
  }
  /** What is left of the answer in `Check.cleaned` where it differs from `value`. */
  get valueForSurvey(): unknown {
    return this.value;
  }
  /** What expressions read. */
  getFilteredValue(): unknown {
    return this.value;
  }
  /** White space counts as an answer. */
  get allowSpaceAsAnswer(): boolean {
    return false;
  }
  isEmpty(): boolean {
    return this.isValueEmpty(this.value);
  }
  isValueEmpty(value: unknown): boolean {
    if (typeof value === "string" && !this.allowSpaceAsAnswer) return value.trim() === "";
    return isEmptyValue(value);
  }
  /** Questions that show only words or pictures have no input. */
  get hasInput(): boolean {
    return true;
  }
  get requireUpdateCommentValue(): boolean {
    return this.prepared.showCommentArea;
  }
  /** Conditions compare its answer without converting between kinds of value. */
  get requireStrictCompare(): boolean {
    return false;
  }

  setNewValue(value: unknown): void {
    if (this.isNewValueEqualsToValue(value)) return;
    if (!this.checkIsValueCorrect(value)) return;
    this.isSettingQuestionValue = true;
    this.wasAnswered = !this.isEmpty();
    this.setNewValueInData(value);
    this.onValueChanged();
    this.isSettingQuestionValue = false;
    this.wasAnswered = false;
  }
  isNewValueEqualsToValue(value: unknown): boolean {
    const old = this.value;
    // only the list that a question holds carries methods: a fresh one is the same as an object with nothing in it
    if (!(Array.isArray(old) ? areSame(value, old) : areSameInside(value, old))) return false;
    return !(value === old && typeof old === "object" && old !== null);
  }
  checkIsValueCorrect(value: unknown): boolean {
    return this.isValueEmpty(value) || this.isNewValueCorrect(value);
  }
  /** An answer of the wrong kind is not taken at all. */
  isNewValueCorrect(_value: unknown): boolean {
    return true;
  }
  setNewValueInData(value: unknown): void {
    this.setValueCore(this.valueToData(value));
  }
  setValueCore(value: unknown): void {
    this.setQuestionValue(value);
    if (this.canSetValueToSurvey())
      this.home.data.setValue(this.valueName, this.valueForSurvey, this.prepared.name);
  }
  canSetValueToSurvey(): boolean {
    return true;
  }
  valueFromData(value: unknown): unknown {
    return value;
  }
  valueToData(value: unknown): unknown {
    return value;
  }
  convertToCorrectValue(value: unknown): unknown {
    return value;
  }
  onValueChanged(): void {}
  onChangeQuestionValue(_value: unknown): void {}

  setQuestionValue(value: unknown): void {
    const converted = this.convertToCorrectValue(value);
    const isSame = areSame(this.questionValue, converted);
    if (!isSame && !this.isChangingViaDefaultValue && !this.home.data.isChangingByDefault)
      this.isValueChangedDirectly = true;
    this.keep(converted, isSame);
    if (!isSame) this.onChangeQuestionValue(converted);
  }

  /** survey-core empties a list where it stands once the question holds any list of its own, be it of objections. */
  get hasLists(): boolean {
    return true;
  }
  /** A list that is replaced by nothing stays as an empty list. */
  private keep(value: unknown, isSame: boolean): void {
    const old = this.questionValue;
    const isInPlace = Array.isArray(old) && (!value || Array.isArray(value)) && this.hasLists;
    if (!isInPlace) this.questionValue = value;
    else if (!isSame) this.questionValue = Array.isArray(value) ? value : [];
  }

  setNewComment(comment: unknown): void {
    if (this.questionComment === comment) return;
    this.questionComment = comment;
    this.setCommentIntoData(comment);
  }
  setCommentIntoData(comment: unknown): void {
    this.home.data.setComment(this.valueName, comment);
  }

  /** `keepComment`: only the answer goes. */
  clearValue(keepComment = false): void {
    if (this.value !== undefined) this.value = undefined;
    if (this.comment && !keepComment) this.comment = "";
    this.isValueChangedDirectly = false;
    this.onClearValue();
  }
  onClearValue(): void {}

  // From the answers of the response --------------------------------------------------------------------------------

  updateValueFromSurvey(value: unknown, clearData = false): void {
    const given = copyOf(value);
    if (!this.checkIsValueCorrect(given)) return;
    this.isUpdatingValueFromSurvey = true;
    const { defaultValueExpression, hasUnreadDefault } = this.prepared;
    if ((defaultValueExpression || hasUnreadDefault) && !isBlank(given))
      this.setDefaultValueCore((byDefault) =>
        this.updateValueFromSurveyCore(given, areSame(given, byDefault)),
      );
    else {
      this.updateValueFromSurveyCore(given, this.home.parentQuestion !== undefined);
      if (clearData && isBlank(given)) this.isValueChangedDirectly = false;
    }
    this.isUpdatingValueFromSurvey = false;
    if (this.followers) for (const follower of this.followers) follower.onVisibleChoicesChanged(true);
  }
  updateValueFromSurveyCore(value: unknown, byDefault: boolean): void {
    this.isChangingViaDefaultValue = byDefault;
    this.setQuestionValue(this.valueFromData(value));
    this.isChangingViaDefaultValue = false;
  }
  updateCommentFromSurvey(comment: unknown): void {
    this.questionComment = comment;
  }
  /** What the survey keeps for it has changed; asked for where `followsSurveyValue`. */
  onSurveyValueChanged(_value: unknown): void {}
  get followsSurveyValue(): boolean {
    return this.onSurveyValueChanged !== Answer.prototype.onSurveyValueChanged;
  }
  /** Some other answer has changed; `name` is "" where all may have. */
  onAnyValueChanged(_name: string): void {}
  clearIncorrectValues(): void {}
  clearUnusedValues(): void {}

  /** The default value, by expression or written down, handed to `set`. */
  abstract setDefaultValueCore(set: (value: unknown) => void): void;
}
