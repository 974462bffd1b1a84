import { type Step, textOf } from "../../expressions/index.ts";
import type { GridRow } from "./grid-row.ts";
import { absent } from "./lookup.ts";
import type { Question } from "./question.ts";
import { RowList } from "./row-list.ts";
import type { SurveyRun } from "./survey.ts";
import { areEqual, copyOf, isPlainObject, ownValue } from "./values.ts";

export type { PreparedGrid } from "./row-list.ts";

/** matrixdropdown and matrixdynamic: rows that answer the questions of the columns. */
export abstract class Grid extends RowList {
  protected override get whole(): Grid {
    return this;
  }

  // Conditions and objections ---------------------------------------------------------------------------------------

  override runConditionCore(): void {
    super.runConditionCore();
    let rowsChanged = false;
    for (let round = 0; round < 3; round += 1) {
      const before = copyOf(this.totalRow()?.value());
      rowsChanged = this.runRowConditions() || rowsChanged;
      this.totals?.runCondition();
      if (areEqual(before, this.totals?.value())) break;
    }
    if (rowsChanged && this.isClearValueOnHidden) this.clearInvisibleRows();
    if (this.grid.hideIfRowsEmpty) this.onVisibleChanged();
  }
  protected override runRowConditions(): boolean {
    let hasChanged = false;
    for (const row of this.rows ?? []) {
      const before = row.isVisible;
      row.runCondition();
      if (before !== row.isVisible) hasChanged = true;
    }
    return hasChanged;
  }
  override runTriggers(...[name, value, changes]: Parameters<Question["runTriggers"]>): void {
    super.runTriggers(name, value, changes);
    if (!this.hasTriggers) return;
    for (const row of this.rows ?? [])
      if (row.isVisible) for (const cell of row.cells) cell.runTriggers(name, value, changes);
  }
  override validate(): boolean {
    let isValid = true;
    for (const row of this.rows ?? this.visibleRows()) if (row.isVisible) isValid = row.validate() && isValid;
    for (const name of this.uniqueNames()) isValid = !this.marksRepeated(name) && isValid;
    return super.validate() && isValid;
  }
  override hasAnyErrors(): boolean {
    return (
      super.hasAnyErrors() || (this.rows ?? []).some((row) => row.cells.some((cell) => cell.hasAnyErrors()))
    );
  }
  protected uniqueNames(): string[] {
    return this.grid.columns.filter(({ isUnique }) => isUnique).map(({ name }) => name);
  }
  /** Objects to every row whose answer another row gives too. */
  private marksRepeated(name: string): boolean {
    const byKey = new Map<string, Question[]>();
    for (const row of this.rows ?? []) {
      const question = row.questions.find((candidate) => candidate.name === name);
      if (!question || question.isEmpty()) continue;
      const key = typeof question.value === "string" ? question.value.toLowerCase() : textOf(question.value);
      byKey.set(key, [...(byKey.get(key) ?? []), question]);
    }
    const repeated = [...byKey.values()].filter((questions) => questions.length > 1).flat();
    for (const question of repeated) {
      if (question.errors.some(({ kind }) => kind === "key-duplicated")) continue;
      question.errors = [...question.errors, { kind: "key-duplicated", message: this.grid.keyMessage }];
    }
    return repeated.length > 0;
  }

  // Names -----------------------------------------------------------------------------------------------------------

  private sharers(): readonly Question[] {
    if (this.valueName === this.name) return [];
    const all = (this.run as SurveyRun).byValueName.get(this.valueName) ?? [];
    return all.filter((question) => question !== this);
  }
  lookUpInSharers(row: GridRow, steps: readonly Step[], from: number): unknown {
    for (const question of this.sharers()) {
      const found = question.lookUp(steps, from, this.indexOf(row));
      if (found !== absent) return found;
    }
    return absent;
  }
  runTriggersOfSharers(row: GridRow, name: string, value: unknown): void {
    const index = this.indexOf(row);
    if (index < 0) return;
    for (const question of this.sharers()) question.runTriggersOfEntry(index, name, value);
  }
  isSharedPart(row: GridRow, key: string): boolean {
    return this.sharers().some((question) => question.holdsPart(key, this.indexOf(row)));
  }
  override holdsPart(name: string, index: number): boolean {
    return this.visibleRows()[index]?.questions.some((question) => question.name === name) === true;
  }
  override runTriggersOfEntry(index: number, name: string, value: unknown): void {
    for (const question of this.rows?.[index]?.questions ?? []) question.runTriggers(name, value);
  }
  protected tellRow(row: GridRow | undefined, given: unknown, path: string): void {
    if (!isPlainObject(given)) return void this.run.removed(this, "wrong-type", path);
    for (const key of Object.keys(given)) {
      const question = row?.questions.find(({ valueName }) => valueName === key);
      if (!question) this.tellUnknown(row, key, `${path}.${key}`);
      else if (!question.isVisible) this.run.removed(question, "not-asked");
      else question.tellOddities(ownValue(given, key));
    }
  }
  private tellUnknown(row: GridRow | undefined, key: string, path: string): void {
    const base = key.replace(/-Comment$/, "");
    const isComment = base !== key && row?.questions.some(({ name }) => name === base) === true;
    if (!isComment && !(row && this.isSharedPart(row, key))) this.run.removed(this, "unknown-item", path);
  }
}
