import type { Step } from "../../expressions/index.ts";
import { absent, joinedName, lastOfName } from "./lookup.ts";
import { Question } from "./question.ts";
import type { DataOwner, Home, PreparedQuestion } from "./standing.ts";
import { isBlank, isEmptyValue, isPlainObject, ownValue, setOwn } from "./values.ts";

/** Makes the parts of a composite, which keep their answers in it. */
export type MakeParts = (composite: Composite) => readonly Question[];

/** multipletext: a few named texts that make one answer. */
export class Composite extends Question implements DataOwner {
  readonly items: readonly Question[];
  readonly isChangingByDefault = false;

  constructor(prepared: PreparedQuestion, home: Home, makeParts: MakeParts) {
    super(prepared, home);
    this.items = makeParts(this);
  }

  override parts(): readonly Question[] {
    return this.items.filter((item) => item.isVisible);
  }
  override lookInside(): void {
    for (const item of this.items) item.lookInside();
  }
  override isNewValueCorrect(value: unknown): boolean {
    return isPlainObject(value);
  }

  // What the parts keep ---------------------------------------------------------------------------------------------

  getValue(name: string): unknown {
    return this.value ? ownValue(this.value, name) : null;
  }
  setValue(name: string, value: unknown): void {
    const whole = isPlainObject(this.value) ? this.value : {};
    setOwn(whole, name, isBlank(value) ? undefined : value);
    this.setNewValue(whole);
  }
  getComment(): string {
    return "";
  }
  setComment(): void {}

  // What happens to all of them -------------------------------------------------------------------------------------

  override attach(): void {
    super.attach();
    for (const item of this.items) item.attach();
  }
  override onSurveyLoad(): void {
    for (const item of this.items) item.onSurveyLoad();
    super.onSurveyLoad();
  }
  override setQuestionValue(value: unknown): void {
    super.setQuestionValue(value);
    for (const item of this.items) item.updateValueFromSurvey(this.getValue(item.name));
  }
  override onSurveyValueChanged(_value: unknown): void {
    for (const item of this.items)
      if (item.followsSurveyValue) item.onSurveyValueChanged(this.getValue(item.name));
  }
  override runConditionCore(): void {
    super.runConditionCore();
    for (const item of this.items) item.runCondition();
  }
  override validate(): boolean {
    let isValid = true;
    for (const item of this.items)
      if (!this.run.isOnValueChanged || !item.isEmpty()) isValid = item.validate() && isValid;
    return super.validate() && isValid;
  }
  override hasAnyErrors(): boolean {
    return super.hasAnyErrors() || this.items.some((item) => item.hasAnyErrors());
  }

  override lookUp(steps: readonly Step[], from: number, _index: number): unknown {
    for (let end = from; end <= lastOfName(steps, from) && from < steps.length; end += 1) {
      const name = joinedName(steps, from, end);
      const item = this.items.find(({ valueName }) => valueName === name);
      if (item) return item.lookUp(steps, end + 1, steps[end]?.index ?? -1);
    }
    return absent;
  }
  override getDisplayValueCore(value: unknown): unknown {
    const words = {};
    for (const item of this.items) {
      const part = ownValue(value, item.name);
      if (!isEmptyValue(part)) setOwn(words, item.name, item.displayValue(part));
    }
    return words;
  }

  override tellOddities(given: unknown): void {
    if (given === undefined || given === null) return;
    if (!isPlainObject(given)) return void this.run.removed(this, "wrong-type");
    for (const name of Object.keys(given)) {
      const item = this.items.find((candidate) => candidate.name === name);
      if (item) item.tellOddities(ownValue(given, name));
      else this.run.removed(this, "unknown-item", `${this.answerPath}.${name}`);
    }
  }
}
