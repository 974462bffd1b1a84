import { type Step, textOf } from "../../expressions/index.ts";
import { Grid } from "./grid.ts";
import type { GridRow } from "./grid-row.ts";
import { absent, joinedName, lastOfName, within } from "./lookup.ts";
import { areSame, copyOf, isEmptyValue, isPlainObject, ownValue, setOwn } from "./values.ts";

/** matrixdropdown: the rows stand in the file; the answer is an object by row. */
export class FixedGrid extends Grid {
  override isNewValueCorrect(value: unknown): boolean {
    return isPlainObject(value);
  }

  protected override generateRows(): GridRow[] {
    const { value } = this;
    return this.grid.rows
      .filter((row) => !isEmptyValue(row.value))
      .map((row, i) => this.makeRow(row, i, ownValue(value, textOf(row.value))));
  }
  protected override prefixOf({ item }: GridRow): string {
    return `${this.answerPath}.${textOf(item?.value)}.`;
  }
  private keyOf({ item }: GridRow): string {
    return textOf(item?.value);
  }
  protected override rowValueIn(row: GridRow, value: unknown, create = false): unknown {
    const key = this.keyOf(row);
    const found = ownValue(value, key) || null;
    if (found !== null || !create) return found;
    const made = {};
    if (isPlainObject(value)) setOwn(value, key, made);
    return made;
  }
  protected override withoutRow(value: unknown, row: GridRow): unknown {
    if (!isPlainObject(value)) return value;
    Reflect.deleteProperty(value, this.keyOf(row));
    return Object.keys(value).length === 0 ? null : value;
  }
  protected override newValue(nullOnEmpty = false): unknown {
    const copy = this.value ? copyOf(this.value) : {};
    return nullOnEmpty && isPlainObject(copy) && Object.keys(copy).length === 0 ? null : copy;
  }
  protected override filteredRows(): unknown {
    const values = {};
    for (const row of this.rows ?? [])
      if (row.isVisible && !row.isEmpty) setOwn(values, this.keyOf(row), row.value(true));
    return values;
  }

  override clearIncorrectValues(): void {
    if (!this.isEmpty()) {
      const rows = this.allRows();
      const { value } = this;
      const left = {};
      for (const key of isPlainObject(value) ? Object.keys(value) : []) {
        const row = rows.find(({ item }) => item?.value === key);
        if (row?.isVisible) setOwn(left, key, ownValue(value, key));
      }
      if (!areSame(left, value)) this.value = left;
    }
    super.clearIncorrectValues();
  }

  /** @source survey-core 3.0.0, MatrixDropdownValueGetterContext */
  override lookUp(steps: readonly Step[], from: number, _index: number): unknown {
    if (from >= steps.length) return this.isEmpty() ? undefined : absent;
    for (let end = from; end <= lastOfName(steps, from); end += 1) {
      const name = joinedName(steps, from, end).toLowerCase();
      if (!this.grid.rows.some(({ value }) => isNamed(value, name))) continue;
      const row = this.visibleRows().find(({ item }) => isNamed(item?.value, name));
      if (!row) continue;
      const found = row.lookUp(steps, end + 1, false);
      if (found !== absent) return found;
      break;
    }
    return within(this.value, steps, from);
  }

  override getDisplayValueCore(value: unknown): unknown {
    if (!isPlainObject(value)) return value;
    const words = {};
    for (const row of this.visibleRows()) {
      const given = ownValue(value, this.keyOf(row));
      if (!isPlainObject(given)) continue;
      const inRow = {};
      for (const key of Object.keys(given)) {
        const question = row.questions.find(({ name }) => name === key);
        setOwn(inRow, key, question ? question.displayValue(given[key]) : given[key]);
      }
      setOwn(words, row.item?.text ?? this.keyOf(row), inRow);
    }
    return words;
  }

  override tellOddities(given: unknown): void {
    if (given === undefined || given === null) return;
    if (!isPlainObject(given)) return void this.run.removed(this, "wrong-type");
    for (const key of Object.keys(given)) {
      const path = `${this.answerPath}.${key}`;
      const row = this.rows?.find((candidate) => this.keyOf(candidate) === key);
      if (!row) this.run.removed(this, "unknown-item", path);
      else if (!row.isVisible) this.run.removed(this, "not-asked", path);
      else this.tellRow(row, given[key], path);
    }
  }
}

function isNamed(value: unknown, name: string): boolean {
  return value !== undefined && value !== null && textOf(value).toLowerCase() === name;
}
