import type { Step } from "../../expressions/index.ts";
import type { QuestionError } from "../questions/shapes.ts";
import { lookUpAmong } from "./among.ts";
import { AskedQuestion, noErrors } from "./asked.ts";
import { type Changes, concern } from "./changes.ts";
import { absent, within } from "./lookup.ts";
import type { Panel } from "./panel.ts";
import type { Trigger } from "./standing.ts";
import { isEmptyValue } from "./values.ts";

/** A question while one response is checked: its answer, whether it is asked, what it objects to. */
export class Question extends AskedQuestion {
  private running: Set<Trigger> | undefined = undefined;

  override get self(): Question {
    return this;
  }

  // Conditions ------------------------------------------------------------------------------------------------------

  get isConditional(): boolean {
    return !this.prepared.concern.isNothing;
  }
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
    this.running ??= new Set();
    if (this.running.has(trigger) || (changes && !isConcerned(changes, trigger, second))) return;
    this.running.add(trigger);
    act(trigger.expression.value(this));
    this.running.delete(trigger);
  }

  // As part of others -----------------------------------------------------------------------------------------------

  /** What survey-core does when a question gets its place among answers that are already there. */
  attach(): void {
    this.attachAnswer();
    this.runCondition();
    if (!this.visible) this.onVisibleChangedCore();
  }
  protected attachAnswer(): void {
    const { data } = this.home;
    this.updateValueFromSurvey(data.getValue(this.valueName));
    this.updateCommentFromSurvey(this.requireUpdateCommentValue ? data.getComment(this.valueName) : "");
    this.onSurveyValueChanged(this.value);
    this.updateValueWithDefaults();
  }
  /** When the page or entry around it is shown for the first time. */
  onFirstRendering(): void {}
  /** When the entry around it gets its answers. */
  initDataUI(): void {}
  /** Everything inside is looked at once, whether or not it is shown: rows that were not there yet come into being. */
  lookInside(): void {}
  /** Another list under the same key has changed in one of its entries. */
  runTriggersOfEntry(_index: number, _name: string, _value: unknown): void {}
  /** Whether an entry of this list has a part of this name. */
  holdsPart(_name: string, _index: number): boolean {
    return false;
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
    if (!this.isVisible || !this.canCollectErrors()) return noErrors;
    const errors: QuestionError[] = [];
    this.collectErrors(errors);
    return errors.length > 0 ? errors : noErrors;
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

  /** Whether taking its answer once more would change nothing: it is what it holds already. */
  isHeldIn(answers: ReadonlyMap<string, unknown>): boolean {
    const value = answers.get(this.valueName);
    if (typeof value === "object" && value !== null) return false;
    if (value !== this.questionValue || this.parts !== Question.prototype.parts) return false;
    return (
      !this.requireUpdateCommentValue || !(this.questionComment || answers.get(this.prepared.commentKey))
    );
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

function isConcerned(changes: Changes, first: Trigger, second: Trigger | undefined): boolean {
  const concerned = concern(changes, first.dependence);
  if (concerned === "var") return true;
  if (!second) return concerned !== "";
  return concern(changes, second.dependence) !== "";
}
