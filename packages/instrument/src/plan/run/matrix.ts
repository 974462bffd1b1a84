import { type Step, textOf } from "../../expressions/index.ts";
import type { Expression, QuestionError } from "../questions/shapes.ts";
import { absent, joinedName, lastOfName, within } from "./lookup.ts";
import { Question } from "./question.ts";
import type { Home, PreparedQuestion } from "./standing.ts";
import {
  areEqual,
  areSame,
  copyOf,
  isEmptyValue,
  isHolder,
  isPlainObject,
  ownValue,
  setOwn,
} from "./values.ts";

/** A row or column with its conditions. */
export interface PreparedItem {
  readonly value: unknown;
  readonly text: string;
  readonly visibleIf: Expression | undefined;
  readonly enableIf: Expression | undefined;
}

export interface PreparedMatrix {
  readonly rows: readonly PreparedItem[];
  readonly columns: readonly PreparedItem[];
  readonly rowsVisibleIf: Expression | undefined;
  readonly columnsVisibleIf: Expression | undefined;
  readonly hideIfRowsEmpty: boolean;
  readonly isMultiSelect: boolean;
  readonly eachRowRequired: boolean;
  readonly eachRowUnique: boolean;
  readonly exclusive: readonly unknown[];
}

const exact = { caseSensitive: true, trimStrings: false } as const;

/** matrix: statements, each answered with one column, or with several. */
export class Matrix extends Question {
  private readonly matrix: PreparedMatrix;
  private shownRows: readonly boolean[];
  private shownColumns: readonly boolean[];

  constructor(prepared: PreparedQuestion, home: Home, matrix: PreparedMatrix) {
    super(prepared, home);
    this.matrix = matrix;
    this.shownRows = matrix.rows.map(() => true);
    this.shownColumns = matrix.columns.map(() => true);
  }

  override get isVisible(): boolean {
    return this.visible && (!this.matrix.hideIfRowsEmpty || this.visibleRows().length > 0);
  }
  private visibleRows(): PreparedItem[] {
    return this.matrix.rows.filter((row, i) => this.shownRows[i] && !isEmptyValue(row.value));
  }
  override isNewValueCorrect(value: unknown): boolean {
    return isPlainObject(value);
  }

  /** A list where one code is asked becomes its first; one code where several are asked becomes a list. */
  override convertToCorrectValue(value: unknown): unknown {
    if (!isHolder(value)) return value;
    for (const key of Object.keys(value)) {
      const answer = ownValue(value, key);
      if (Array.isArray(answer) && !this.matrix.isMultiSelect) {
        if (answer.length > 0) setOwn(value, key, answer[0]);
        else Reflect.deleteProperty(value, key);
      }
      if (!Array.isArray(answer) && this.matrix.isMultiSelect) setOwn(value, key, [answer]);
    }
    return value;
  }

  /** Rows that were converted are written back into the answers. */
  override updateValueFromSurvey(value: unknown, clearData = false): void {
    super.updateValueFromSurvey(value, clearData);
    const isConverted = this.visibleRows().some((row) => {
      const [before, after] = [ownValue(value, textOf(row.value)), this.rowValue(row)];
      return before !== undefined && after !== undefined && Array.isArray(before) !== Array.isArray(after);
    });
    if (isConverted) this.home.data.setValue(this.valueName, this.valueForSurvey, this.name);
  }

  override runConditionCore(): void {
    super.runConditionCore();
    const { rows, columns, rowsVisibleIf, columnsVisibleIf } = this.matrix;
    const shownRows = this.shownAmong(rows, rowsVisibleIf, this.shownRows);
    const shownColumns = this.shownAmong(columns, columnsVisibleIf, this.shownColumns);
    const rowsChanged = shownRows.some((shown, i) => shown !== this.shownRows[i]);
    const columnsChanged = shownColumns.some((shown, i) => shown !== this.shownColumns[i]);
    this.shownRows = shownRows;
    this.shownColumns = shownColumns;
    if (!rowsChanged && !columnsChanged) return;
    if (columnsChanged && this.isClearValueOnHidden) this.clearInvisible({ columns: true });
    if (this.matrix.hideIfRowsEmpty) this.onVisibleChanged();
  }
  /** Without conditions all stay as they are: shown. */
  private shownAmong(
    items: readonly PreparedItem[],
    forAll: Expression | undefined,
    before: readonly boolean[],
  ): readonly boolean[] {
    if (!forAll && !items.some(({ visibleIf }) => visibleIf)) return before;
    return items.map((item) => this.shows(item, forAll));
  }
  /** The condition of the row itself stands before the one for all rows. */
  private shows(item: PreparedItem, forAll: Expression | undefined): boolean {
    return (item.visibleIf ?? forAll)?.holds(this, item.value) ?? true;
  }

  override onCheckForErrors(errors: QuestionError[]): void {
    super.onCheckForErrors(errors);
    const { eachRowRequired, eachRowUnique } = this.matrix;
    if (!eachRowRequired && !eachRowUnique) return;
    if (this.run.isOnValueChanged && this.errors.length === 0) return;
    const seen = new Set<string>();
    let [lacks, repeats] = [false, false];
    for (const row of this.visibleRows()) {
      const answer = ownValue(this.value, textOf(row.value));
      const isEmpty = this.isValueEmpty(answer);
      if (eachRowUnique && !isEmpty && seen.has(textOf(answer))) repeats = true;
      if (isEmpty && eachRowRequired) lacks = true;
      if (!(isEmpty && eachRowRequired)) seen.add(textOf(answer));
    }
    if (lacks) errors.push({ kind: "required-in-every-row", message: "requiredInAllRowsError" });
    if (repeats) errors.push({ kind: "not-unique-in-row", message: "eachRowUniqueError" });
  }

  override clearIncorrectValues(): void {
    this.clearInvisible({ rows: true, columns: true, unknown: true });
  }
  override clearValueIfInvisibleCore(reason: string): void {
    super.clearValueIfInvisibleCore(reason);
    this.clearInvisible({ rows: true, columns: true });
  }
  /** Answers of rows and columns that are not shown go; with `unknown` also those of rows that do not exist. */
  private clearInvisible(what: { rows?: boolean; columns?: boolean; unknown?: boolean }): void {
    if (this.isEmpty()) return;
    const all = copyOf(this.value);
    if (!isPlainObject(all)) return;
    const known = {};
    for (const [i, { value }] of this.matrix.rows.entries()) {
      const key = textOf(value);
      if (!ownValue(all, key)) continue;
      if (what.rows && !this.shownRows[i]) {
        Reflect.deleteProperty(all, key);
        continue;
      }
      if (what.columns) this.clearColumns(all, key);
      const left = ownValue(all, key);
      if (left !== undefined && left !== null) setOwn(known, key, left);
    }
    const left = what.unknown ? known : all;
    if (!areSame(left, this.value)) this.value = left;
  }
  private clearColumns(all: Record<string, unknown>, key: string): void {
    const answer = all[key];
    if (this.matrix.isMultiSelect && Array.isArray(answer)) {
      const left = answer.filter((code) => this.isShownColumn(code));
      if (left.length > 0) setOwn(all, key, left);
      else Reflect.deleteProperty(all, key);
    } else if (!this.isShownColumn(answer)) Reflect.deleteProperty(all, key);
  }
  private isShownColumn(code: unknown): boolean {
    const at = this.columnOf(code);
    return at >= 0 && this.shownColumns[at] === true;
  }
  private columnOf(code: unknown): number {
    return this.matrix.columns.findIndex(
      ({ value }) =>
        value === code || (isEmptyValue(code) && isEmptyValue(value)) || areEqual(value, code, exact),
    );
  }

  override lookUp(steps: readonly Step[], from: number, _index: number): unknown {
    for (let end = from; end <= lastOfName(steps, from) && from < steps.length; end += 1) {
      const name = joinedName(steps, from, end).toLowerCase();
      const row = this.matrix.rows.find(
        ({ value }) => !isEmptyValue(value) && textOf(value).toLowerCase() === name,
      );
      if (!row) continue;
      const isWhole = end + 1 === steps.length;
      return isWhole ? this.rowValue(row) : within(this.value, steps, from);
    }
    return from < steps.length ? within(this.value, steps, from) : absent;
  }
  private rowValue(row: PreparedItem): unknown {
    return ownValue(this.value, textOf(row.value));
  }

  override getDisplayValueCore(value: unknown): unknown {
    if (!isPlainObject(value)) return value;
    const words = {};
    for (const key of Object.keys(value)) {
      const row = this.matrix.rows.find((candidate) => textOf(candidate.value) === key);
      const answer = value[key];
      const shown = Array.isArray(answer) ? answer.map((code) => this.wordsOf(code)) : this.wordsOf(answer);
      setOwn(words, row?.text || key, shown);
    }
    return words;
  }
  private wordsOf(code: unknown): unknown {
    return this.matrix.columns[this.columnOf(code)]?.text || code;
  }

  override tellOddities(given: unknown): void {
    if (given === undefined || given === null) return;
    if (!isPlainObject(given)) return void this.run.removed(this, "wrong-type");
    for (const key of Object.keys(given)) {
      const path = `${this.answerPath}.${key}`;
      if (!this.matrix.rows.some(({ value }) => textOf(value) === key))
        this.run.removed(this, "unknown-item", path);
      else this.tellRow(given[key], path);
    }
  }
  private tellRow(answer: unknown, path: string): void {
    const isList = Array.isArray(answer);
    if (isList !== this.matrix.isMultiSelect) return void this.run.removed(this, "wrong-type", path);
    const codes = isList ? answer : [answer];
    const { columns, exclusive } = this.matrix;
    const contradicts = codes.length > 1 && codes.some((code) => exclusive.includes(code));
    if (codes.length > columns.length || contradicts) this.run.removed(this, "wrong-type", path);
    for (const [i, code] of codes.slice(0, columns.length).entries()) {
      if (columns.some(({ value }) => value === code)) continue;
      const isCode = typeof code === "string" || typeof code === "number" || typeof code === "boolean";
      this.run.removed(this, isCode ? "unknown-code" : "wrong-type", isList ? `${path}[${i}]` : path);
    }
  }
}
