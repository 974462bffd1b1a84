import { isObject } from "../../../definition/json.ts";
import { isEmptyValue, textOf } from "../../../expressions/index.ts";
import type { Home, PreparedQuestion } from "../../run/standing.ts";
import { areSame } from "../../run/values.ts";
import { asMember, asMembers, codeIn, codesIn, type NamedList } from "../named-list.ts";
import { tellCodes } from "../oddities.ts";
import type { QuestionError } from "../shapes.ts";
import { type Choice, codeOf, findChoice, type PreparedSelect } from "./choice.ts";
import { SelectQuestion } from "./select.ts";

export interface PreparedCheckbox extends PreparedSelect {
  readonly fewest: number;
  readonly most: number;
  readonly members: NamedList;
}

/** A question answered with several options. Methods have the names of survey-core's QuestionCheckboxModel. */
export class CheckboxQuestion extends SelectQuestion {
  readonly checkbox: PreparedCheckbox;
  /** Codes that were let go while their option was hidden: they come back with it. */
  private readonly invisibleOldValues = new Map<unknown, unknown>();
  private isChangingValueOnClearIncorrect = false;

  constructor(prepared: PreparedQuestion, home: Home, checkbox: PreparedCheckbox) {
    super(prepared, home, checkbox);
    this.checkbox = checkbox;
    this.questionValue = [];
  }

  get members(): NamedList {
    return this.checkbox.members;
  }
  /** Codes of the answer as they stand in the list of options. */
  get codes(): readonly unknown[] {
    return Array.isArray(this.value) ? codesIn(this.members, this.value) : [];
  }

  override holdsPart(name: string, index: number): boolean {
    const member = this.members.name || "value";
    return name === member && Array.isArray(this.value) && index < this.value.length;
  }
  override getStoreOthersAsComment(): boolean {
    return this.members.name === "" && super.getStoreOthersAsComment();
  }
  override isItemSelectedCore(choice: Choice): boolean {
    return Array.isArray(this.renderedValue) && this.renderedValue.some((one) => areSame(one, choice.value));
  }
  override getCommentValueByItem(choice: Choice): unknown {
    const member = Array.isArray(this.value) ? this.value[this.codes.indexOf(choice.value)] : undefined;
    return isObject(member) ? member.comment : undefined;
  }
  override hasUnknownValueItem(
    value: unknown,
    looking: Parameters<SelectQuestion["hasUnknownValueItem"]>[1],
  ) {
    return super.hasUnknownValueItem(codeIn(this.members, value), looking);
  }

  // From answer to screen and back ----------------------------------------------------------------------------------

  override setQuestionValue(value: unknown): void {
    super.setQuestionValue(value);
    if (!this.questionValue) this.questionValue = [];
  }
  override valueFromData(value: unknown): unknown {
    if (!value) return value;
    if (!Array.isArray(value)) return [super.valueFromData(value)];
    return value.map((one) => {
      const choice = findChoice(this.visibleChoices, one);
      return choice ? this.getChoiceValue(choice, one, true) : one;
    });
  }
  override valueToData(value: unknown): unknown {
    if (isEmptyValue(value)) return value;
    return asMembers(this.members, Array.isArray(value) ? value : [value]);
  }
  override rendredValueFromData(value: unknown): unknown {
    return super.rendredValueFromData(Array.isArray(value) ? codesIn(this.members, value) : value);
  }
  override renderedValueFromDataCore(value: unknown): unknown {
    const list = Array.isArray(value) ? value : [];
    if (this.visibleChoices.every(({ isSpecial }) => isSpecial)) return list;
    for (const [i, one] of list.entries()) {
      if (this.isOtherValue(one)) return list;
      if (!this.hasUnknownValueItem(one, { other: true, all: true })) continue;
      this.otherValue = one;
      return list.with(i, "other");
    }
    return list;
  }
  override renderedValueToDataCore(value: unknown): unknown {
    if (!Array.isArray(value) || value.length === 0) return value;
    const kept = Array.isArray(this.value) ? [...this.value] : [];
    return value.map((one) => {
      if (!this.isOtherValue(one) || !this.needConvertRenderedOtherToDataValue())
        return kept[codesIn(this.members, kept).indexOf(one)] ?? asMember(this.members, one);
      const at = this.getFirstUnknownIndex(kept);
      const words = asMember(this.members, this.otherValue);
      if (at >= 0) kept[at] = words;
      return words;
    });
  }
  override getCommentFromValue(value: unknown): unknown {
    const at = this.getFirstUnknownIndex(value);
    return at < 0 || !Array.isArray(value) ? "" : value[at];
  }
  /** In the list itself: an entry that is read from it is changed with it. */
  override setOtherValueIntoValue(value: unknown): unknown {
    const at = this.getFirstUnknownIndex(value);
    if (at >= 0 && Array.isArray(value)) value.splice(at, 1, asMember(this.members, "other"));
    return value;
  }
  private getFirstUnknownIndex(value: unknown): number {
    return Array.isArray(value) ? value.findIndex((one) => this.hasUnknownValueItem(one, { all: true })) : -1;
  }

  override setNewValue(value: unknown): void {
    if (!this.isChangingValueOnClearIncorrect) this.invisibleOldValues.clear();
    const given = this.valueFromData(value) || [];
    const before = this.value || [];
    if (areSame(before, given)) return;
    super.setNewValue(this.withoutNone(before, given));
  }
  override updateValueFromSurvey(value: unknown, clearData = false): void {
    super.updateValueFromSurvey(value, clearData);
    this.invisibleOldValues.clear();
  }

  /** "None of these" and anything else do not go together: what was chosen last stays. */
  private withoutNone(before: unknown, given: unknown): unknown {
    const none = this.visibleChoices.filter(({ isExclusive }) => isExclusive).map(({ value }) => value);
    if (none.length === 0 || !Array.isArray(given) || !Array.isArray(before)) return given;
    const [old, now] = [codesIn(this.members, before), codesIn(this.members, given)];
    if (old.length === now.length && old.every((one, i) => one === now[i])) return given;
    const oldNone = old.findLast((one) => none.includes(one));
    const newNone = now.findLastIndex((one) => none.includes(one));
    if (oldNone === undefined)
      return newNone >= 0 && given.length > 1 ? [asMember(this.members, now[newNone])] : given;
    if (oldNone === now[newNone]) return given.toSpliced(newNone, 1);
    const stale = now.lastIndexOf(oldNone);
    return stale >= 0 && stale < given.length - 1 ? given.toSpliced(stale, 1) : given;
  }

  override setDefaultUnknownValue(value: unknown): void {
    if (!Array.isArray(value)) {
      super.setDefaultUnknownValue(value);
      return;
    }
    const codes = codesIn(this.members, value);
    if (this.visibleChoices.every(({ isSpecial }) => isSpecial)) {
      for (const code of codes) this.invisibleOldValues.set(code, code);
      this.value = value;
      return;
    }
    const words = codes.find((code) => this.hasUnknownValue(code));
    this.setRenderedAndValue(
      codes.flatMap((code) => (!this.hasUnknownValue(code) ? [code] : code === words ? ["other"] : [])),
    );
    this.otherValue = words ?? "";
  }

  // Codes that do not exist -----------------------------------------------------------------------------------------

  override hasValueToClearIncorrectValues(): boolean {
    return super.hasValueToClearIncorrectValues() || this.invisibleOldValues.size > 0;
  }
  override isJudgedByOptions(): boolean {
    return this.invisibleOldValues.size === 0 && super.isJudgedByOptions();
  }
  override clearIncorrectValuesCore(): void {
    const restored = this.restoreValuesFromInvisible();
    const given = this.value;
    if (!given && restored.length === 0) return;
    if (!Array.isArray(given) || given.length === 0) {
      this.changing(() => {
        if (this.prepared.showCommentArea) this.value = null;
        else this.clearValue(true);
      });
      if (restored.length === 0) return;
    }
    const list = Array.isArray(given) ? given : [];
    const kept = list.filter((one) => !this.canClearValueAnUnknown(codeIn(this.members, one)));
    for (const one of list) if (!kept.includes(one)) this.invisibleOldValues.set(one, one);
    if (kept.length === list.length && restored.length === 0) return;
    const value = [...kept, ...restored];
    this.changing(() => {
      if (value.length === 0) this.clearValue(true);
      else this.value = value;
    });
  }
  private changing(change: () => void): void {
    this.isChangingValueOnClearIncorrect = true;
    change();
    this.isChangingValueOnClearIncorrect = false;
  }
  private restoreValuesFromInvisible(): unknown[] {
    const restored: unknown[] = [];
    if (this.invisibleOldValues.size === 0) return restored;
    for (const choice of this.visibleChoices) {
      if (!this.invisibleOldValues.has(choice.value)) continue;
      if (!this.isItemSelected(choice)) restored.push(choice.value);
      this.invisibleOldValues.delete(choice.value);
    }
    return restored;
  }

  override isOtherValueUnused(): boolean {
    return !this.isOtherSelected;
  }
  override tellOddities(given: unknown): void {
    tellCodes(this, given, {
      codes: this.acceptsAny ? undefined : this.knownCodes,
      alone: this.visibleChoices.filter(({ isExclusive }) => isExclusive).map(({ value }) => value),
      most: this.checkbox.most || this.knownCodes.length,
      codeIn: (member) => codeIn(this.members, codeOf(member)),
    });
  }

  // Objections and words --------------------------------------------------------------------------------------------

  override onCheckForErrors(errors: QuestionError[]): void {
    super.onCheckForErrors(errors);
    const { fewest } = this.checkbox;
    if (fewest < 1 || this.run.isOnValueChanged) return;
    const count = Array.isArray(this.value) ? this.value.length : 0;
    const isNone =
      count === 1 && this.visibleChoices.some((one) => one.isExclusive && this.isItemSelected(one));
    if (!isNone && count < fewest) errors.push({ kind: "wrong-count", message: "minSelectError" });
  }
  override getFilteredValue(): unknown {
    return this.members.name === "" ? this.value : this.renderedValue;
  }
  override getDisplayValueCore(value: unknown): unknown {
    if (!Array.isArray(value)) return super.getDisplayValueCore(value);
    return this.named(codesIn(this.members, value))
      .map((code) => this.wordsOf(code))
      .filter(Boolean)
      .map((words) => textOf(words))
      .join(", ");
  }
  /** Of its own answer only options are named, if there are any. */
  private named(codes: readonly unknown[]): readonly unknown[] {
    if (this.select.other || !areSame(this.value, codes)) return codes;
    const known = codes.filter((code) => findChoice(this.visibleChoices, code));
    return known.length > 0 ? known : codes;
  }
  override wordsOf(code: unknown): unknown {
    return code === "other" && !this.select.other ? code : super.wordsOf(code);
  }
}
