import type { Step } from "../../expressions/index.ts";
import type { MakePanel } from "../prepare/elements.ts";
import type { RosterSpec } from "../specs.ts";
import { RosterEntry } from "./entry.ts";
import type { Panel } from "./panel.ts";
import { Question } from "./question.ts";
import { answerKeyOf, answersIn } from "./roster-answers.ts";
import type { Home, PreparedQuestion } from "./standing.ts";
import { commentSuffix } from "./survey.ts";
import { copyOf, isBlank, isEmptyValue, isHolder, isPlainObject, ownValue, setOwn } from "./values.ts";

/** The entries of a dynamic panel: they come into being when somebody looks at them, and keep answers in one list. */
export abstract class EntryList extends Question {
  readonly spec: RosterSpec;
  entries: readonly RosterEntry[] = [];
  private readonly makePanel: MakePanel;
  /** How many entries there will be once they are looked at. */
  private plannedCount: number;
  private isBuilt = false;
  protected isBuilding = false;
  protected isChangingInternally = false;
  private isFollowingValue = false;
  private hasChangedUnbuilt = false;
  /** While entries are added their answers are gathered here. */
  private gathered: { value: unknown; isChanged: boolean } | undefined;
  /** Questions whose answers are being written. */
  protected changing: readonly Question[] | undefined;
  private readonly setting = new Map<string, number>();

  constructor(prepared: PreparedQuestion, home: Home, spec: RosterSpec, makePanel: MakePanel) {
    super(prepared, home);
    this.spec = spec;
    this.makePanel = makePanel;
    this.plannedCount = spec.count;
  }

  // Entries ---------------------------------------------------------------------------------------------------------

  override onSurveyLoad(): void {
    this.plannedCount = this.withinBounds(this.plannedCount);
    super.onSurveyLoad();
  }
  private withinBounds(count: number): number {
    return Math.min(Math.max(count, this.spec.min), this.spec.max);
  }
  override onFirstRendering(): void {
    this.build();
  }
  /** Makes the entries as soon as somebody looks at them. */
  build(): void {
    if (this.isBuilt) return;
    this.isBuilt = true;
    this.isBuilding = true;
    if (this.plannedCount > 0) this.setCount(this.plannedCount);
    for (const { panel } of this.entries) panel.attach();
    if (this.hasChangedUnbuilt) {
      this.hasChangedUnbuilt = false;
      for (const entry of this.visibleEntries()) this.runTriggersOf(entry);
    }
    this.lookInside();
    this.isBuilding = false;
  }
  private runTriggersOf(entry: RosterEntry): void {
    const { values } = entry;
    if (!this.hasTriggers || isEmptyValue(values) || !isPlainObject(values)) return;
    entry.runTriggers(
      "",
      undefined,
      new Map(Object.entries(values).map(([key, value]) => [`panel.${key}`, value])),
    );
  }
  /** Those whose own condition holds, whether or not anything in them is shown. */
  visibleEntries(): readonly RosterEntry[] {
    return this.entries.every(({ panel }) => panel.visible)
      ? this.entries
      : this.entries.filter(({ panel }) => panel.visible);
  }
  override lookInside(): void {
    for (const { questions } of this.entries) for (const question of questions) question.lookInside();
  }
  override parts(): Panel[] {
    this.build();
    return this.entries.filter(({ isVisible }) => isVisible).map(({ panel }) => panel);
  }

  private setCount(count: number): void {
    if (!this.isBuilt) {
      this.plannedCount = this.withinBounds(count);
      return;
    }
    if (count === this.entries.length) return;
    this.gathered = { value: this.value, isChanged: false };
    while (this.entries.length < count) this.addEntry();
    if (count < this.entries.length) this.entries = this.entries.slice(0, count);
    this.keepGathered();
    this.fillValueUpToCount();
    this.runCondition();
  }
  private addEntry(): void {
    const entry = new RosterEntry(this);
    const { run } = this;
    const prefix = `${this.answerPath}[${this.entries.length}].`;
    const home = { run, entry, parent: undefined, isStartPage: false, isPanel: true, prefix };
    entry.panel = this.makePanel(home, { data: entry, parentQuestion: this, prefix });
    entry.panel.attach();
    this.entries = [...this.entries, entry];
    if (this.spec.displayMode === "list" || this.entries.length === 1) entry.panel.onFirstRendering();
  }
  private keepGathered(): void {
    const { gathered } = this;
    this.gathered = undefined;
    if (gathered?.isChanged) this.setInternally(gathered.value);
  }
  private setInternally(value: unknown): void {
    this.isChangingInternally = true;
    this.value = value;
    this.isChangingInternally = false;
  }
  private fillValueUpToCount(): void {
    const list = Array.isArray(this.value) ? this.value : [];
    if (list.length === this.entries.length) return;
    for (const { panel } of this.entries.slice(list.length)) list.push(answersIn(panel));
    list.length = this.entries.length;
    this.setInternally(list);
  }

  // The answer ------------------------------------------------------------------------------------------------------

  override get value(): unknown {
    return this.gathered ? this.gathered.value : this.questionValue;
  }
  override set value(value: unknown) {
    this.setNewValue(value);
  }
  override setValueCore(value: unknown): void {
    if (this.gathered) this.gathered = { value, isChanged: true };
    else super.setValueCore(value);
  }
  override isNewValueCorrect(value: unknown): boolean {
    return Array.isArray(value);
  }
  override isEmpty(): boolean {
    const { value } = this;
    if (!Array.isArray(value)) return true;
    return value.every(
      (entry) => typeof entry !== "object" || entry === null || Object.keys(entry).length === 0,
    );
  }
  override setQuestionValue(value: unknown): void {
    if (this.isFollowingValue) return;
    super.setQuestionValue(value);
    this.followValue();
    if (this.setting.size > 0) return;
    for (const entry of this.entries) this.updateEntry(entry);
  }
  private followValue(): void {
    if (this.isChangingInternally) return;
    const length = Array.isArray(this.value) ? this.value.length : 0;
    this.isFollowingValue = true;
    this.setCount(length === 0 && this.plannedCount > 0 ? this.plannedCount : length);
    this.isFollowingValue = false;
  }
  private updateEntry(entry: RosterEntry): void {
    for (const question of entry.questions) {
      const { values } = entry;
      question.updateValueFromSurvey(ownValue(values, question.valueName));
      const comment = ownValue(values, question.valueName + commentSuffix);
      question.updateCommentFromSurvey(comment);
      question.initDataUI();
    }
  }
  entryData(entry: RosterEntry): unknown {
    const { value } = this;
    if (!Array.isArray(value)) return {};
    const at = this.entries.indexOf(entry);
    const index = at < 0 && value.length > this.entries.length ? this.entries.length : at;
    return index < 0 || index >= value.length ? {} : value[index];
  }
  updateEntryValue(entry: RosterEntry, name: string, value: unknown): void {
    this.setting.set(name, (this.setting.get(name) ?? 0) + 1);
    const at = this.entries.indexOf(entry);
    const index = at < 0 ? this.entries.length : at;
    const list: unknown[] = Array.isArray(this.value) ? [...this.value] : [];
    while (list.length < Math.max(index + 1, this.entries.length)) list.push({});
    // a number or a text that stands where an entry belongs stays until there is an answer to keep
    const present = copyOf(list[index]);
    const values = !present || !(isBlank(value) || isHolder(present)) ? {} : present;
    list[index] = values;
    if (isHolder(values)) {
      if (isBlank(value)) Reflect.deleteProperty(values, name);
      else setOwn(values, name, value);
    }
    const changing =
      index < this.entries.length
        ? entry.questions.find(({ valueName }) => valueName === answerKeyOf(name))
        : undefined;
    if (changing) this.changing = [...(this.changing ?? []), changing];
    this.value = list;
    this.changing = undefined;
    const depth = (this.setting.get(name) ?? 1) - 1;
    if (depth === 1) this.setting.set(name, depth);
    else this.setting.delete(name);
  }
  override setDefaultValue(): void {
    const { entryDefault } = this.spec;
    if (isEmptyValue(entryDefault) || !isEmptyValue(this.defaultValue)) return void super.setDefaultValue();
    const count = this.isBuilt ? this.entries.length : this.plannedCount;
    if (this.isEmpty() && count > 0) this.value = Array.from({ length: count }, () => copyOf(entryDefault));
  }
  override isDefaultValueEmpty(): boolean {
    return super.isDefaultValueEmpty() && isEmptyValue(this.spec.entryDefault);
  }
  override onSurveyValueChanged(value: unknown): void {
    if (value === undefined && this.entries.every(({ panel }) => isEmptyValue(answersIn(panel)))) return;
    for (const entry of this.entries)
      for (const question of entry.questions)
        if (question.followsSurveyValue)
          question.onSurveyValueChanged(ownValue(entry.values, question.valueName));
    if (value === undefined) this.fillValueUpToCount();
    this.lookInside();
  }
  override onAnyValueChanged(name: string): void {
    super.onAnyValueChanged(name);
    if (!this.isBuilt && name === this.valueName) this.hasChangedUnbuilt = true;
    for (const { panel } of this.entries) {
      panel.onAnyValueChanged(name);
      panel.onAnyValueChanged("panel");
    }
  }

  abstract lookUpInSharers(entry: RosterEntry, steps: readonly Step[], from: number): unknown;
  abstract runTriggersOfSharers(entry: RosterEntry, name: string, value: unknown): void;
}
