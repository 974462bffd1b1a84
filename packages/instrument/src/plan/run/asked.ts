import type { QuestionError } from "../questions/shapes.ts";
import { Answer } from "./answer.ts";
import type { Question } from "./question.ts";
import type { Entry, Home, Place, PreparedQuestion } from "./standing.ts";
import { areSame, asAnswer, copyOf } from "./values.ts";

export const noErrors: readonly QuestionError[] = Object.freeze([]);

/** What decides whether a question is asked, and what it holds before anybody has answered. */
export abstract class AskedQuestion extends Answer implements Place {
  visible: boolean;
  readOnly: boolean;
  isRequired: boolean;
  errors = noErrors;
  /** As last noted. */
  private shown: boolean | undefined;
  /** What `{item}` means in the expression that is evaluated. */
  item: { readonly value: unknown } | undefined = undefined;

  constructor(prepared: PreparedQuestion, home: Home) {
    super(prepared, home);
    this.visible = prepared.visible;
    this.readOnly = prepared.readOnly;
    this.isRequired = prepared.isRequired;
    this.shown = prepared.visible ? undefined : false;
  }

  get entry(): Entry | undefined {
    return this.home.entry;
  }
  abstract get self(): Question;

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
      parentQuestion?.isReadOnly === true ||
      this.home.entry?.isReadOnly === true
    );
  }

  setVisible(visible: boolean): void {
    if (this.visible === visible) return;
    this.visible = visible;
    this.home.container?.onElementVisibilityChanged();
    this.onVisibleChangedCore();
    this.notifySurveyVisibilityChanged();
  }
  /** To be called where `isVisible` may have changed for a reason of its own, such as choices that are all hidden. */
  onVisibleChanged(): void {
    const before = this.shown;
    this.onVisibleChangedCore();
    if (before !== undefined && before !== this.shown) this.notifySurveyVisibilityChanged();
  }
  protected onVisibleChangedCore(): void {
    const before = this.shown;
    this.shown = this.isVisible;
    if (before !== this.shown) this.home.container?.onElementVisibilityChanged();
    if (!this.shown) this.errors = noErrors;
  }
  notifySurveyVisibilityChanged(): void {
    if (this.run.isSettingData) return;
    const clears = this.isClearValueOnHidden;
    if (!this.visible) this.clearValueOnHiding(clears);
    if (clears && this.isVisibleInSurvey) this.updateValueWithDefaults();
  }
  clearValueOnHiding(clears: boolean): void {
    if (clears) this.clearValueIfInvisible("onHidden");
  }
  get clearIfInvisible(): string {
    return this.prepared.clearIfInvisible;
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
    return !this.run.hasVisibleTwin(this.self);
  }

  // Defaults --------------------------------------------------------------------------------------------------------

  isDefaultValueEmpty(): boolean {
    const { defaultValueExpression, hasUnreadDefault } = this.prepared;
    return !defaultValueExpression && !hasUnreadDefault && this.isValueEmpty(this.defaultValue);
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
      if (!areSame(this.value, converted)) this.setDefaultIntoValue(converted);
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
      if (!areSame(this.value, converted)) this.value = converted;
    });
  }
  runExpressionSetValueCore(value: unknown, set: (value: unknown) => void): void {
    set(this.convertFuncValueToQuestionValue(value));
  }

  convertFuncValueToQuestionValue(value: unknown): unknown {
    return asAnswer(value);
  }
}
