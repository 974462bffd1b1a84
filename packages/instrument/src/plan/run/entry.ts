import type { Step } from "../../expressions/index.ts";
import { lookUpInEntry } from "./among.ts";
import type { EntryList } from "./entry-list.ts";
import { absent, within } from "./lookup.ts";
import type { Panel } from "./panel.ts";
import type { Question } from "./question.ts";
import type { Entry } from "./standing.ts";
import { commentSuffix } from "./survey.ts";
import { areEqual, copyOf, isPlainObject, ownValue, toTheLetter } from "./values.ts";

/** An entry of a dynamic panel: keeps the answers of the questions in it. */
export class RosterEntry implements Entry {
  readonly owner: EntryList;
  readonly isChangingByDefault = false;
  readonly isReadOnly = false;
  /** Set once, right after the entry is made. */
  panel!: Panel;
  private isSettingValue = false;

  constructor(owner: EntryList) {
    this.owner = owner;
  }

  get isVisible(): boolean {
    return this.panel.isVisible;
  }
  get values(): unknown {
    return this.owner.entryData(this);
  }

  getValue(name: string): unknown {
    return ownValue(this.values, name);
  }
  setValue(name: string, value: unknown): void {
    if (this.isSettingValue || !this.isChanged(name, value)) return;
    this.updateSharers(name, value);
    this.owner.updateEntryValue(this, name, copyOf(value));
    this.runTriggersOnSetValue(name, value);
  }
  getComment(name: string): unknown {
    return this.getValue(name + commentSuffix) || "";
  }
  setComment(name: string, comment: unknown): void {
    this.setValue(name + commentSuffix, comment);
  }

  private isChanged(name: string, value: unknown): boolean {
    return !areEqual(value, ownValue(this.values, name), toTheLetter);
  }
  private updateSharers(name: string, value: unknown): void {
    const sharers = this.panel.questions.filter(({ valueName }) => valueName === name);
    if (sharers.length < 2) return;
    for (const question of sharers) {
      if (areEqual(question.value, value)) continue;
      this.isSettingValue = true;
      question.updateValueFromSurvey(value);
      this.isSettingValue = false;
    }
  }
  private runTriggersOnSetValue(name: string, value: unknown): void {
    const base = name.endsWith(commentSuffix) ? name.slice(0, -commentSuffix.length) : name;
    const ofComment = base === name ? undefined : this.panel.questions.find((one) => one.name === base);
    const changed = ofComment ? ofComment.value : value;
    this.runTriggers(`panel.${base}`, changed);
    this.owner.runTriggersOfSharers(this, `panel.${base}`, changed);
  }
  runTriggers(name: string, value: unknown, changes?: ReadonlyMap<string, unknown>): void {
    if (!this.owner.hasTriggers) return;
    for (const question of this.panel.questions)
      question.runTriggers(name, value, changes ? new Map(changes) : undefined);
  }

  /** @source survey-core 3.0.0, PanelDynamicItemGetterContext */
  lookUp(steps: readonly Step[], from: number, isRoot: boolean): unknown {
    const left = steps.length - from;
    const first = steps[from]?.name.toLowerCase() ?? "";
    if (left === 0) return absent;
    if (left === 1 && first === "panelindex") return this.owner.entries.indexOf(this);
    if (left === 1 && first === "visiblepanelindex") return this.owner.visibleEntries().indexOf(this);
    if (left > 1 && (first === "prevpanel" || first === "nextpanel")) {
      const visible = this.owner.visibleEntries();
      const neighbour = visible[visible.indexOf(this) + (first === "prevpanel" ? -1 : 1)];
      return neighbour ? neighbour.inside(steps, from + 1, isRoot) : undefined;
    }
    if (left > 1 && first === "parentpanel") {
      const around = this.owner.entry;
      if (around instanceof RosterEntry) return around.inside(steps, from + 1, true);
    }
    if (first === "panel") return this.inside(steps, from + 1, isRoot);
    return isRoot ? absent : this.inside(steps, from, false);
  }

  private inside(steps: readonly Step[], from: number, isRoot: boolean): unknown {
    if (from >= steps.length) return absent;
    const own = lookUpInEntry(this.panel.questions, steps, from);
    if (own !== absent) return own;
    if (isRoot) {
      const shared = this.owner.lookUpInSharers(this, steps, from);
      if (shared !== absent) return shared;
    }
    return within(this.values, steps, from);
  }

  get questions(): readonly Question[] {
    return this.panel.questions;
  }
  get isUntouched(): boolean {
    const { values } = this;
    return !isPlainObject(values) || Object.keys(values).length === 0;
  }
}
