import type { QuestionError } from "../questions/shapes.ts";
import { Answer } from "./answer.ts";
import type { Home, PreparedQuestion } from "./standing.ts";
import { areEqual, copyOf } from "./values.ts";

export type { DataOwner, Home, PreparedQuestion, QuestionRun } from "./standing.ts";

/** A question while one response is checked: its answer, whether it is asked, what it objects to. */
export class Question extends Answer {
  visible: boolean;
  readOnly: boolean;
  isRequired: boolean;
  errors: readonly QuestionError[] = [];
  private isVisibleNow: boolean;

  constructor(prepared: PreparedQuestion, home: Home) {
    super(prepared, home);
    this.visible = prepared.visible;
    this.readOnly = prepared.readOnly;
    this.isRequired = prepared.isRequired;
    this.isVisibleNow = prepared.visible;
  }

  // Asked or not ----------------------------------------------------------------------------------------------------

  get isVisible(): boolean {
    return this.visible;
  }
  get isParentVisible(): boolean {
    const { parentQuestion, container } = this.home;
    if (parentQuestion && !parentQuestion.isVisible) return false;
    for (let around = container; around; around = around.parent) if (!around.isVisible) return false;
    return true;
  }
  get isVisibleInSurvey(): boolean {
    return this.isVisible && this.isParentVisible;
  }
  get isReadOnly(): boolean {
    const { parentQuestion, container } = this.home;
    return (
      this.readOnly ||
      container?.isReadOnly === true ||
      this.run.survey.readOnly ||
      parentQuestion?.isReadOnly === true
    );
  }

  setVisible(visible: boolean): void {
    if (this.visible === visible) return;
    this.visible = visible;
    this.onVisibleChanged();
  }
  /** Tells the survey where `isVisible` has changed for a reason of its own, such as choices that are all hidden. */
  onVisibleChanged(): void {
    const before = this.isVisibleNow;
    this.isVisibleNow = this.isVisible;
    if (!this.isVisibleNow) this.errors = [];
    if (before !== this.isVisibleNow) this.notifySurveyVisibilityChanged();
  }
  notifySurveyVisibilityChanged(): void {
    const clears = this.isClearValueOnHidden;
    if (!this.visible && clears) this.clearValueIfInvisible("onHidden");
    if (clears && this.isVisibleInSurvey) this.updateValueWithDefaults();
  }
  get clearIfInvisible(): string {
    const own = this.prepared.clearIfInvisible;
    return own === "default" ? this.run.survey.clearInvisibleValues : own;
  }
  get isClearValueOnHidden(): boolean {
    const when = this.clearIfInvisible;
    return when === "onHidden" || when === "onHiddenContainer";
  }
  /** Lets the answer go if it is not asked and `reason` is one for this question. */
  clearValueIfInvisible(reason: "none" | "onHidden" | "onHiddenContainer" | "onComplete"): void {
    const when = this.clearIfInvisible;
    if (when === "none" || (reason === "onHidden" && when === "onComplete")) return;
    if (reason === "onHiddenContainer" && when !== reason) return;
    this.clearValueIfInvisibleCore(reason);
  }
  clearValueIfInvisibleCore(reason: string): void {
    if (this.canClearValueAsInvisible(reason)) this.clearValue();
  }
  canClearValueAsInvisible(reason: string): boolean {
    if (reason === "onHiddenContainer" && !this.isParentVisible) return true;
    if (this.isVisibleInSurvey) return false;
    for (let around = this.home.container; around; around = around.parent)
      if (around.isStartPage) return false;
    return !this.run.hasVisibleTwin(this);
  }

  // Conditions ------------------------------------------------------------------------------------------------------

  /** One pass over the conditions of this question; kinds of question with conditions of their own add theirs. */
  runCondition(): void {
    this.runConditionCore();
    if (!this.prepared.defaultValueExpression || this.isValueChangedDirectly) return;
    if (!this.isClearValueOnHidden || this.isVisibleInSurvey)
      this.runDefaultValueExpression((value) => this.runExpressionSetValue(value));
  }
  runConditionCore(): void {
    const { visibleIf, enableIf, requiredIf } = this.prepared;
    if (visibleIf) this.setVisible(visibleIf.value(this) === true);
    if (enableIf) this.readOnly = enableIf.value(this) === false;
    if (requiredIf) this.isRequired = requiredIf.value(this) === true;
  }

  /** When the whole questionnaire is loaded and no answers are in yet. */
  onSurveyLoad(): void {
    this.updateValueWithDefaults();
  }

  // Defaults --------------------------------------------------------------------------------------------------------

  isDefaultValueEmpty(): boolean {
    return !this.prepared.defaultValueExpression && this.isValueEmpty(this.defaultValue);
  }
  get defaultValue(): unknown {
    return this.prepared.defaultValue;
  }
  updateValueWithDefaults(): void {
    if (this.isDefaultValueEmpty() || !this.isEmpty()) return;
    if (this.isClearValueOnHidden && !this.isVisible) return;
    this.setDefaultValue();
  }
  setDefaultValue(): void {
    this.setDefaultValueCore((value) => {
      const converted = this.convertToCorrectValue(value);
      if (!areEqual(this.value, converted)) this.setDefaultIntoValue(converted);
    });
  }
  setDefaultIntoValue(value: unknown): void {
    this.value = value;
  }
  override setDefaultValueCore(set: (value: unknown) => void): void {
    if (!this.runDefaultValueExpression((value) => this.runExpressionSetValueCore(value, set)))
      this.runExpressionSetValueCore(copyOf(this.defaultValue), set);
  }
  runDefaultValueExpression(set: (value: unknown) => void): boolean {
    const expression = this.prepared.defaultValueExpression;
    if (!expression) return false;
    const value = expression.value(this) ?? this.defaultValue;
    this.isChangingViaDefaultValue = true;
    set(value);
    this.isChangingViaDefaultValue = false;
    return true;
  }
  updateValueWithDefaultsOrClear(): void {
    if (this.isDefaultValueEmpty()) this.clearValue();
    else this.setDefaultValue();
  }
  runExpressionSetValue(value: unknown): void {
    this.runExpressionSetValueCore(value, (converted) => {
      if (!areEqual(this.value, converted)) this.value = converted;
    });
  }
  runExpressionSetValueCore(value: unknown, set: (value: unknown) => void): void {
    set(convertToAnswer(value));
  }

  // Objections ------------------------------------------------------------------------------------------------------

  validate(): boolean {
    this.errors = this.checkForErrors();
    return this.errors.length === 0;
  }
  checkForErrors(): readonly QuestionError[] {
    if (!this.isVisible || !this.canCollectErrors()) return [];
    const errors: QuestionError[] = [];
    this.collectErrors(errors);
    return errors;
  }
  canCollectErrors(): boolean {
    return !this.isReadOnly;
  }
  collectErrors(errors: QuestionError[]): void {
    this.onCheckForErrors(errors);
    if (errors.length > 0 || !this.canRunValidators()) return;
    this.runValidators(errors);
  }
  canRunValidators(): boolean {
    return true;
  }
  /** Required, then what the kind of question objects to by itself. */
  onCheckForErrors(errors: QuestionError[]): void {
    if (this.hasRequiredError()) errors.push({ kind: "required", message: this.prepared.requiredMessage });
  }
  hasRequiredError(): boolean {
    return this.isRequired && this.isEmpty();
  }
  runValidators(errors: QuestionError[]): void {
    for (const validator of this.prepared.validators) {
      const error = validator.check(this.value, this);
      if (error) errors.push(error);
    }
  }

  /**
   * Says through `run.removed` what in the answer as it came in (data form, before any conversion) no respondent could
   * have given: a wrong type, a code that is none of the choices, a text that is too long. Bounded time.
   */
  tellOddities(_given: unknown): void {}

  // Words -----------------------------------------------------------------------------------------------------------

  /** For displayValue(): the words of what was chosen. */
  displayValue(value: unknown = this.value): unknown {
    return this.isValueEmpty(value) ? "" : this.getDisplayValueCore(value);
  }
  getDisplayValueCore(value: unknown): unknown {
    return value;
  }
}

/** What a function gives becomes an answer: a date as text. */
function convertToAnswer(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}
