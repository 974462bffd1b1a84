import type { Step } from "../../expressions/index.ts";
import type { QuestionError } from "../questions/shapes.ts";
import type { DynamicSpec } from "../specs.ts";
import { Grid, type PreparedGrid } from "./grid.ts";
import type { GridRow } from "./grid-row.ts";
import { absent } from "./lookup.ts";
import type { Home, PreparedQuestion } from "./standing.ts";
import { copyOf, isEmptyValue, isPlainObject, setOwn } from "./values.ts";

/** matrixdynamic: as many rows as the respondent makes; the answer is a list. */
export class GrowingGrid extends Grid {
  private readonly dynamic: DynamicSpec;
  private rowCount: number;
  private isCountFromData = false;

  constructor(prepared: PreparedQuestion, home: Home, grid: PreparedGrid, dynamic: DynamicSpec) {
    super(prepared, home, grid);
    this.dynamic = dynamic;
    this.rowCount = dynamic.count;
  }

  override isNewValueCorrect(value: unknown): boolean {
    return Array.isArray(value);
  }
  override initDataUI(): void {
    if (!this.rows) this.visibleRows();
  }

  // Rows ------------------------------------------------------------------------------------------------------------

  protected override generateRows(): GridRow[] {
    if (this.rowCount === 0) return [];
    const value = this.newValue();
    const rows = Array.from({ length: this.rowCount }, (_, i) =>
      this.makeRow(undefined, i, Array.isArray(value) ? value[i] : null),
    );
    if (!isEmptyValue(this.rowDefault())) this.value = value;
    return rows;
  }
  protected override prefixOf(_row: GridRow, index: number): string {
    return `${this.answerPath}[${index}].`;
  }
  protected override rowValueIn(row: GridRow, value: unknown, create = false): unknown {
    if (!this.rows) return {};
    const index = this.rows.indexOf(row);
    const found: unknown = Array.isArray(value) && index >= 0 && index < value.length ? value[index] : null;
    return !found && create ? {} : found;
  }
  protected override withoutRow(value: unknown): unknown {
    if (!Array.isArray(value)) return value;
    return value.some((row) => typeof row === "object" && row !== null && Object.keys(row).length > 0)
      ? value
      : null;
  }
  protected override asWhole(value: unknown): unknown {
    const list = Array.isArray(value) ? value : [];
    while (list.length < this.dynamic.min) list.push({});
    return list;
  }
  protected override newValue(): unknown {
    const copy = copyOf(this.value);
    const list: unknown[] = Array.isArray(copy) ? copy.slice(0, this.rowCount) : [];
    if (list.length === this.rowCount) return list;
    const byDefault = this.rowDefault();
    while (list.length < this.rowCount) list.push(copyOf(byDefault));
    return list;
  }
  private rowDefault(): Record<string, unknown> {
    const values = {};
    for (const { name, defaultValue } of this.grid.columns)
      if (!isEmptyValue(defaultValue)) setOwn(values, name, defaultValue);
    const { entryDefault } = this.dynamic;
    if (!isEmptyValue(entryDefault) && isPlainObject(entryDefault))
      for (const key of Object.keys(entryDefault)) setOwn(values, key, entryDefault[key]);
    return values;
  }
  protected override filteredRows(): unknown {
    return (this.rows ?? []).filter((row) => row.isVisible && !row.isEmpty).map((row) => row.value(true));
  }

  // The answer ------------------------------------------------------------------------------------------------------

  protected override beforeValueChanged(value: unknown): void {
    if (!Array.isArray(value) || value.length === this.rowCount) return;
    if (!this.isCountFromData && value.length < this.dynamic.count) return;
    this.isCountFromData = true;
    this.rowCount = value.length;
    if (!this.rows) return;
    if (value.length === this.rows.length + 1) {
      this.isValueChangedDirectly = true;
      const last = value.length - 1;
      this.addRow(this.makeRow(undefined, last, value[last]));
    } else {
      this.forgetRows();
      this.visibleRows();
      this.onRowsChanged();
    }
    this.isCountFromData = false;
  }
  override valueFromData(value: unknown): unknown {
    return this.dynamic.min < 1 || this.isEmpty() ? value : this.asWhole(value);
  }
  override updateValueFromSurvey(value: unknown, clearData = false): void {
    const isInside = this.isCountFromData;
    this.isCountFromData = true;
    super.updateValueFromSurvey(isInside ? value : this.filledUp(value), clearData);
    this.isCountFromData = false;
  }
  /** At least as many rows as must be, with their defaults. */
  private filledUp(value: unknown): unknown {
    const { min, entryDefault } = this.dynamic;
    const length = Array.isArray(value) ? value.length : 0;
    if (min < 1 || length >= min || isEmptyValue(entryDefault)) return value;
    const list: unknown[] = Array.isArray(value) ? value : [];
    while (list.length < min) list.push(copyOf(entryDefault));
    return list;
  }
  override isDefaultValueEmpty(): boolean {
    return super.isDefaultValueEmpty() && isEmptyValue(this.dynamic.entryDefault);
  }
  override setDefaultValue(): void {
    const { entryDefault } = this.dynamic;
    if (isEmptyValue(entryDefault) || !isEmptyValue(this.defaultValue)) return void super.setDefaultValue();
    if (this.isEmpty() && this.rowCount > 0)
      this.value = Array.from({ length: this.rowCount }, () => copyOf(entryDefault));
  }

  // Objections ------------------------------------------------------------------------------------------------------

  override onCheckForErrors(errors: QuestionError[]): void {
    super.onCheckForErrors(errors);
    const { min } = this.dynamic;
    if (min <= 0 || !this.isRequired || !this.rows || this.run.isOnValueChanged) return;
    if (this.rows.filter((row) => !row.isEmpty).length < min)
      errors.push({ kind: "too-few-entries", message: "minRowCountError" });
  }
  protected override uniqueNames(): string[] {
    const names = super.uniqueNames();
    const { keyName } = this.dynamic;
    return keyName === "" || names.includes(keyName) ? names : [...names, keyName];
  }

  // Names -----------------------------------------------------------------------------------------------------------

  /** @source survey-core 3.0.0, MatrixDynamicValueGetterContext */
  override lookUp(steps: readonly Step[], from: number, index: number): unknown {
    if (index > -1) return this.allRows()[index]?.lookUp(steps, from, false) ?? absent;
    if (this.isEmpty()) return from === steps.length ? undefined : absent;
    return super.lookUp(steps, from, index);
  }

  override tellOddities(given: unknown): void {
    if (given === undefined || given === null) return;
    if (!Array.isArray(given)) return void this.run.removed(this, "wrong-type");
    for (const [i, values] of given.entries()) {
      const row = this.rows?.[i];
      const path = `${this.answerPath}[${i}]`;
      if (!row) return void this.run.removed(this, "too-long", path);
      if (row.isVisible) this.tellRow(row, values, path);
      else this.run.removed(this, "not-asked", path);
    }
  }
}
