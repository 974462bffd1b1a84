import type { QuestionError } from "../questions/shapes.ts";
import { EntryList } from "./entry-list.ts";
import type { Panel } from "./panel.ts";
import type { Question } from "./question.ts";
import { clearUnknownParts, tellEntries } from "./roster-answers.ts";

/** paneldynamic: a list as long as the respondent makes it, each entry with the same questions. */
export class Roster extends EntryList {
  // Conditions and clearing -----------------------------------------------------------------------------------------

  override runConditionCore(): void {
    super.runConditionCore();
    const before = this.isChangingInternally;
    this.isChangingInternally = true;
    for (const { panel } of this.entries) panel.runCondition();
    this.isChangingInternally = before;
  }
  override runTriggers(...[name, value, changes]: Parameters<Question["runTriggers"]>): void {
    super.runTriggers(name, value, changes);
    if (!this.hasTriggers) return;
    for (const entry of this.visibleEntries()) entry.runTriggers(name, value, changes);
  }
  override clearValueOnHiding(clears: boolean): void {
    if (!clears) this.clearInEntries("onHiddenContainer");
    super.clearValueOnHiding(clears);
  }
  override clearValueIfInvisible(reason: Parameters<Question["clearValueIfInvisible"]>[0]): void {
    this.clearInEntries(reason === "onHidden" ? "onHiddenContainer" : reason);
    super.clearValueIfInvisible(reason);
  }
  private clearInEntries(reason: Parameters<Question["clearValueIfInvisible"]>[0]): void {
    for (const { panel } of this.entries)
      for (const question of panel.questions)
        if (!question.visible || panel.isVisible) question.clearValueIfInvisible(reason);
  }
  override clearIncorrectValues(): void {
    for (const [index, { panel }] of this.entries.entries()) {
      panel.clearIncorrectValues();
      clearUnknownParts(this, panel, index);
    }
  }
  override tellOddities(given: unknown): void {
    tellEntries(this, given);
  }

  // Objections ------------------------------------------------------------------------------------------------------

  override hasAnyErrors(): boolean {
    return (
      super.hasAnyErrors() ||
      this.visibleEntries().some(({ questions }) => questions.some((question) => question.hasAnyErrors()))
    );
  }
  override validate(): boolean {
    const { changing } = this;
    if (this.isBuilding || (this.isChangingInternally && !changing?.some(({ hasInput }) => hasInput)))
      return true;
    if (changing && this.run.isOnValueChanged) return this.validateChanging(changing);
    this.build();
    let isValid = true;
    const keys: unknown[] = [];
    for (const { panel } of this.visibleEntries()) {
      isValid = panel.validate() && isValid;
      isValid = !this.repeatsKey(panel, keys) && isValid;
    }
    return super.validate() && isValid;
  }
  private validateChanging(changing: readonly Question[]): boolean {
    let isValid = true;
    for (const question of changing) isValid = question.validate() && isValid;
    const keys: unknown[] = [];
    for (const { panel } of this.entries) isValid = !this.repeatsKey(panel, keys) && isValid;
    return super.validate() && isValid;
  }
  private repeatsKey(panel: Panel, keys: unknown[]): boolean {
    const { keyName, keyMessage } = this.spec;
    const question =
      keyName === "" ? undefined : panel.questions.find(({ valueName }) => valueName === keyName);
    if (!question || question.isEmpty()) return false;
    const { value } = question;
    // biome-ignore lint/suspicious/noDoubleEquals: survey-core compares keys loosely
    if (!keys.some((key) => value == key)) {
      keys.push(value);
      return false;
    }
    const error: QuestionError = { kind: "key-duplicated", message: keyMessage };
    question.errors = [...question.errors, error];
    return true;
  }
}
