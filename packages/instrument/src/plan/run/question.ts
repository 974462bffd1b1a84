import type { Step } from "../../expressions/index.ts";
import type { QuestionError } from "../questions/shapes.ts";
import { Answer } from "./answer.ts";
import { type Changes, concern } from "./changes.ts";
import { absent, joinedName, lastOfName, within } from "./lookup.ts";
import type { Panel } from "./panel.ts";
import type { Entry, Home, Place, PreparedQuestion, Trigger } from "./standing.ts";
import { areSame, asAnswer, copyOf, isEmptyValue } from "./values.ts";

export type { DataOwner, Home, PreparedQuestion, QuestionRun } from "./standing.ts";

/** A question while one response is checked: its answer, whether it is asked, what it objects to. */
export class Question extends Answer implements Place {
  visible: boolean;
  readOnly: boolean;
  isRequired: boolean;
  errors: readonly QuestionError[] = [];
  /** As last noted. */
  private shown: boolean | undefined;
  private readonly running = new Set<Trigger>();
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
  get self(): Question {
    return this;
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
  private onVisibleChangedCore(): void {
    const before = this.shown;
    this.shown = this.isVisible;
    if (before !== this.shown) this.home.container?.onElementVisibilityChanged();
    if (!this.shown) this.errors = [];
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

  /** Whether a pass has anything to do here. */
  mustRun(): boolean {
    const { concern } = this.prepared;
    if (concern.isNothing) return false;
    const { changedNames } = this.run;
    return changedNames === undefined || this.home.entry !== undefined || concern.touches(changedNames);
  }
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
    if (!this.isEmpty()) return;
    const { data } = this.home;
    const value = data.getValue(this.valueName);
    if (!isEmptyValue(value)) this.updateValueFromSurvey(value);
    this.updateCommentFromSurvey(this.requireUpdateCommentValue ? data.getComment(this.valueName) : "");
  }

  /** Whether something in it sets answers when others change. */
  get hasTriggers(): boolean {
    return this.prepared.concern.hasTriggers;
  }
  /** Whether it does anything when told that some other answer has changed. */
  get listens(): boolean {
    return this.onAnyValueChanged !== Question.prototype.onAnyValueChanged;
  }
  /** resetValueIf, setValueIf and setValueExpression, where `changes` concern them. */
  runTriggers(name: string, value: unknown, changes?: Changes): void {
    const { resetValueIf, setValueIf, setValueExpression } = this.prepared;
    if (!resetValueIf && !setValueIf && !setValueExpression) return;
    if (this.isSettingQuestionValue || this.home.parentQuestion?.valueName === name) return;
    const keys = changes ?? new Map([[name, value]]);
    if (resetValueIf && !this.isEmpty())
      this.runTrigger(resetValueIf, undefined, keys, (outcome) => {
        if (outcome === true) this.updateValueWithDefaultsOrClear();
      });
    if (setValueIf)
      this.runTrigger(setValueIf, setValueExpression, keys, (outcome) => {
        if (!outcome) return;
        if (!setValueExpression) this.clearValue();
        else
          this.runTrigger(setValueExpression, undefined, undefined, (set) => this.runExpressionSetValue(set));
      });
    else if (setValueExpression)
      this.runTrigger(setValueExpression, undefined, keys, (set) => this.runExpressionSetValue(set));
  }
  private runTrigger(
    trigger: Trigger,
    second: Trigger | undefined,
    changes: Changes | undefined,
    act: (outcome: unknown) => void,
  ): void {
    if (this.running.has(trigger) || (changes && !isConcerned(changes, trigger, second))) return;
    this.running.add(trigger);
    act(trigger.expression.value(this));
    this.running.delete(trigger);
  }

  // As part of others -----------------------------------------------------------------------------------------------

  /** What survey-core does when a question gets its place among answers that are already there. */
  attach(): void {
    const { data } = this.home;
    this.updateValueFromSurvey(data.getValue(this.valueName));
    this.updateCommentFromSurvey(this.requireUpdateCommentValue ? data.getComment(this.valueName) : "");
    this.onSurveyValueChanged(this.value);
    this.updateValueWithDefaults();
    this.runCondition();
    if (!this.visible) this.onVisibleChangedCore();
  }
  /** When the page or entry around it is shown for the first time. */
  onFirstRendering(): void {}
  /** When the entry around it gets its answers. */
  initDataUI(): void {}
  /** Another list under the same key has changed in one of its entries. */
  runTriggersOfEntry(_index: number, _name: string, _value: unknown): void {}
  /** Whether an entry of this list has a part of this name. */
  holdsPart(_name: string, _index: number): boolean {
    return false;
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

  // Objections ------------------------------------------------------------------------------------------------------

  /** Here or in a question inside. */
  hasAnyErrors(): boolean {
    return this.errors.length > 0;
  }
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
    const isDue = !this.run.isOnValueChanged || this.wasAnswered;
    if (isDue && this.hasRequiredError())
      errors.push({ kind: "required", message: this.prepared.requiredMessage });
  }
  hasRequiredError(): boolean {
    return this.isRequired && this.isEmpty();
  }
  /** What validators look at. */
  get validatedValue(): unknown {
    return this.value;
  }
  runValidators(errors: QuestionError[]): void {
    if (this.prepared.validators.length === 0) return;
    const value = this.validatedValue;
    for (const validator of this.prepared.validators) {
      const error = validator.check(value, this);
      if (error) errors.push(error);
    }
  }

  /**
   * Says through `run.removed` what in the answer as it came in (data form, before any conversion) no respondent could
   * have given: a wrong type, a code that is none of the choices, a text that is too long. Bounded time.
   */
  tellOddities(_given: unknown): void {}

  /** Questions shown inside, in order, and the panels of entries. */
  parts(): Iterable<Question | Panel> {
    return [];
  }

  /** For getComment(): the words beside a choice, or beside the answer where no choice is named. */
  commentFor(choice: unknown): unknown {
    return choice === undefined || choice === null ? this.comment : undefined;
  }

  /** Whether taking these answers once more would change nothing: they are what it holds already. */
  holds(value: unknown, comment: unknown): boolean {
    if (typeof value === "object" && value !== null) return false;
    if (value !== this.questionValue || this.parts !== Question.prototype.parts) return false;
    return !this.requireUpdateCommentValue || (!comment && !this.questionComment);
  }

  // Names -----------------------------------------------------------------------------------------------------------

  /** What a path means from here on; `absent` where it means nothing. `index`: of the entry asked for, or -1. */
  lookUp(steps: readonly Step[], from: number, index: number): unknown {
    const left = steps.length - from;
    const first = steps[from]?.name;
    if (left === 0 || (left === 1 && first === "self")) return entryAt(this.getFilteredValue(), index);
    if (left > 1 && first === "panel" && this.home.container?.isPanel)
      return lookUpAmong(this.home.container.questions, steps, from + 1);
    if (this.isEmpty()) return absent;
    const value = this.value;
    if (index < 0) return within(value, steps, from);
    return Array.isArray(value) ? within(value[index], steps, from) : absent;
  }

  // Words -----------------------------------------------------------------------------------------------------------

  /** For displayValue(): the words of what was chosen. */
  displayValue(value: unknown = this.value): unknown {
    const given = this.isValueEmpty(value) ? this.prepared.defaultDisplayValue : value;
    return this.isValueEmpty(given) ? "" : this.getDisplayValueCore(given);
  }
  getDisplayValueCore(value: unknown): unknown {
    return value;
  }
}

function entryAt(value: unknown, index: number): unknown {
  return index > -1 && Array.isArray(value) ? value[index] : value;
}

/** A question of an entry by the key of its answer, the shortest name first. */
export function lookUpInEntry(questions: readonly Question[], steps: readonly Step[], from: number): unknown {
  const last = lastOfName(steps, from);
  for (let end = from; end <= last; end += 1) {
    const name = joinedName(steps, from, end).toLowerCase();
    const question = questions.find(({ valueName }) => valueName.toLowerCase() === name);
    if (question) return question.lookUp(steps, end + 1, steps[end]?.index ?? -1);
  }
  return absent;
}

/** A question of a panel by the key of its answer, the longest name first. */
function lookUpAmong(questions: readonly Question[], steps: readonly Step[], from: number): unknown {
  for (let end = lastOfName(steps, from); end >= from; end -= 1) {
    const name = joinedName(steps, from, end).toLowerCase();
    const question = questions.find(({ valueName }) => valueName.toLowerCase() === name);
    if (question) return question.lookUp(steps, end + 1, steps[end]?.index ?? -1);
  }
  return absent;
}

function isConcerned(changes: Changes, first: Trigger, second: Trigger | undefined): boolean {
  const concerned = concern(changes, first.dependence);
  if (concerned === "var") return true;
  if (!second) return concerned !== "";
  return concern(changes, second.dependence) !== "";
}
