import type { Step } from "../../expressions/index.ts";
import { isLooselyEqual } from "../questions/sameness.ts";
import type { QuestionError } from "../questions/shapes.ts";
import type { RosterEntry } from "./entry.ts";
import { EntryList } from "./entry-list.ts";
import { absent } from "./lookup.ts";
import type { Panel } from "./panel.ts";
import type { Question } from "./question.ts";
import { clearUnknownParts, tellEntries } from "./roster-answers.ts";
import type { SurveyRun } from "./survey.ts";

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
    if (!keys.some((key) => isLooselyEqual(value, key))) {
      keys.push(value);
      return false;
    }
    const error: QuestionError = { kind: "key-duplicated", message: keyMessage };
    question.errors = [...question.errors, error];
    return true;
  }

  // Names -----------------------------------------------------------------------------------------------------------

  override lookUp(steps: readonly Step[], from: number, index: number): unknown {
    if (index > -1) {
      this.build();
      return this.entries[index]?.lookUp(steps, from, false) ?? absent;
    }
    if (this.isEmpty()) return from === steps.length ? undefined : absent;
    return super.lookUp(steps, from, index);
  }
  /** Questions elsewhere that keep their answers in the same list. */
  private sharers(): readonly Question[] {
    if (this.valueName === this.name) return [];
    const all = (this.run as SurveyRun).byValueName.get(this.valueName) ?? [];
    return all.filter((question) => question !== this);
  }
  override lookUpInSharers(entry: RosterEntry, steps: readonly Step[], from: number): unknown {
    const index = this.entries.indexOf(entry);
    for (const question of this.sharers()) {
      const found = question.lookUp(steps, from, index);
      if (found !== absent) return found;
    }
    return absent;
  }
  override holdsPart(name: string, index: number): boolean {
    return this.entries[index]?.questions.some((question) => question.name === name) === true;
  }
  override runTriggersOfSharers(entry: RosterEntry, name: string, value: unknown): void {
    const at = this.entries.indexOf(entry);
    const index = at < 0 ? this.entries.length : at;
    for (const question of this.sharers()) question.runTriggersOfEntry(index, name, value);
  }
  override runTriggersOfEntry(index: number, name: string, value: unknown): void {
    this.build();
    this.visibleEntries()[index]?.runTriggers(name, value);
  }
}
