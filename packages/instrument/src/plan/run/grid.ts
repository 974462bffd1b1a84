import type { Step } from "../../expressions/index.ts";
import type { MakePanel } from "../prepare/elements.ts";
import type { Expression } from "../questions/shapes.ts";
import type { DynamicSpec } from "../specs.ts";
import { GridRow } from "./grid-row.ts";
import { absent } from "./lookup.ts";
import type { PreparedItem } from "./matrix.ts";
import type { Panel } from "./panel.ts";
import { Question } from "./question.ts";
import type { Home, PreparedQuestion } from "./standing.ts";
import { type SurveyRun, totalSuffix } from "./survey.ts";
import { TotalRow } from "./total-row.ts";
import {
  areEqual,
  areSame,
  areSameInside,
  copyOf,
  isBlank,
  isEmptyValue,
  isHolder,
  isPlainObject,
  ownValue,
  setOwn,
} from "./values.ts";

export interface PreparedGrid {
  readonly columns: readonly {
    readonly name: string;
    readonly isUnique: boolean;
    readonly defaultValue: unknown;
  }[];
  readonly makeCells: readonly ((row: GridRow) => Question)[];
  /** Empty where no column has a total. */
  readonly makeTotals: readonly ((row: GridRow) => Question)[];
  readonly makeDetail: MakePanel | undefined;
  readonly rows: readonly PreparedItem[];
  readonly rowsVisibleIf: Expression | undefined;
  readonly hideIfRowsEmpty: boolean;
  readonly keyMessage: string;
  readonly dynamic: DynamicSpec | undefined;
}

/** matrixdropdown and matrixdynamic: rows that answer the questions of the columns. Rows are made when looked at. */
export abstract class Grid extends Question {
  readonly grid: PreparedGrid;
  rows: readonly GridRow[] | undefined;
  protected isGenerating = false;
  protected isRowChanging = false;
  private shownRows: readonly GridRow[] | undefined;
  private totals: TotalRow | undefined;
  private hasChangedWithoutRows = false;
  private isNotifying = false;
  private rowsMade = 0;

  constructor(prepared: PreparedQuestion, home: Home, grid: PreparedGrid) {
    super(prepared, home);
    this.grid = grid;
  }

  protected abstract generateRows(): GridRow[];
  protected abstract rowValueIn(row: GridRow, value: unknown, create?: boolean): unknown;
  protected abstract withoutRow(value: unknown, row: GridRow): unknown;
  protected abstract newValue(nullOnEmpty?: boolean): unknown;
  protected abstract filteredRows(): unknown;
  protected abstract prefixOf(row: GridRow, index: number): string;
  protected beforeValueChanged(_value: unknown): void {}
  protected asWhole(value: unknown): unknown {
    return value;
  }

  // Rows ------------------------------------------------------------------------------------------------------------

  override get isVisible(): boolean {
    return this.visible && (!this.grid.hideIfRowsEmpty || this.visibleRows().length > 0);
  }
  override onSurveyLoad(): void {
    super.onSurveyLoad();
    this.forgetRows();
    this.totals = undefined;
  }
  visibleRows(): readonly GridRow[] {
    if (this.isGenerating) return [];
    if (this.shownRows) return this.shownRows;
    const rows = this.allRows();
    this.shownRows = rows.every(({ isVisible }) => isVisible)
      ? rows
      : rows.filter(({ isVisible }) => isVisible);
    if (this.hasTriggers) this.tellVisibleRowIndex(this.shownRows);
    return this.shownRows;
  }
  private tellVisibleRowIndex(rows: readonly GridRow[]): void {
    for (const [i, row] of rows.entries())
      for (const question of row.questions)
        question.runTriggers("visibleRowIndex", i + 1, new Map([["visibleRowIndex", i + 1]]));
  }
  allRows(): readonly GridRow[] {
    if (this.isGenerating) return [];
    if (!this.rows) this.makeRows();
    return this.rows ?? [];
  }
  private makeRows(): void {
    this.isGenerating = true;
    this.rows = this.generateRows();
    this.isGenerating = false;
    this.runRowConditions();
    if (this.hasChangedWithoutRows) {
      this.hasChangedWithoutRows = false;
      for (const row of this.rows) this.runTriggersOfRow(row);
    }
    this.keepRowValues(this.rows);
  }
  protected makeRow(item: PreparedItem | undefined, index: number, value: unknown): GridRow {
    const row = new GridRow(this, item, this.rowsMade);
    this.rowsMade += 1;
    this.prefixes.set(row, this.prefixOf(row, index));
    row.fill(this.grid.makeCells, value);
    return row;
  }
  /** What stands before the names of cells in findings. */
  readonly prefixes = new WeakMap<GridRow, string>();
  private runTriggersOfRow(row: GridRow): void {
    if (!this.hasTriggers) return;
    const values = this.rowValueIn(row, this.value);
    if (isEmptyValue(values) || !isPlainObject(values)) return;
    const keys = new Map(Object.entries(values).map(([key, value]) => [`row.${key}`, value]));
    for (const question of row.questions) question.runTriggers("", undefined, keys);
  }
  private keepRowValues(rows: readonly GridRow[]): void {
    const before = this.newValue(true);
    let after = this.newValue();
    for (const row of rows) {
      const value = row.value();
      if (!areSameInside(this.rowData(row), value)) after = this.withRow(row, "", value, false, after);
    }
    if (areSame(before, after)) return;
    this.isRowChanging = true;
    this.setNewValue(after);
    this.isRowChanging = false;
  }
  protected addRow(row: GridRow): void {
    const rows = [...(this.rows ?? []), row];
    if (this.shownRows === this.rows) this.shownRows = rows;
    this.rows = rows;
  }
  protected forgetRows(): void {
    this.shownRows = undefined;
    this.rows = undefined;
  }
  protected onRowsChanged(): void {
    this.shownRows = undefined;
    if (this.grid.hideIfRowsEmpty) this.onVisibleChanged();
    this.visibleRows();
  }
  onRowVisibilityChanged(): void {
    this.shownRows = undefined;
  }
  indexOf(row: GridRow): number {
    return this.rows?.indexOf(row) ?? -1;
  }
  override parts(): Iterable<Question | Panel> {
    return this.visibleRows().flatMap((row) => [
      ...row.cells.filter(({ isVisible }) => isVisible),
      ...(row.detail ? [row.detail] : []),
    ]);
  }
  makeDetail(row: GridRow): Panel | undefined {
    const prefix = this.prefixes.get(row) ?? "";
    const home = { run: this.run, entry: row, parent: undefined, isStartPage: false, isPanel: true, prefix };
    return this.grid.makeDetail?.(home, { data: row, parentQuestion: this, prefix });
  }

  // The answer ------------------------------------------------------------------------------------------------------

  override setQuestionValue(value: unknown): void {
    super.setQuestionValue(value);
    if (this.isRowChanging) return;
    this.beforeValueChanged(this.value);
    if (!this.rows || this.rows.length === 0) return;
    this.isRowChanging = true;
    const whole = this.newValue();
    for (const row of this.rows) row.set(this.rowValueIn(row, whole));
    this.isRowChanging = false;
  }
  /** What the answer holds for a row that is there. */
  rowData(row: GridRow): unknown {
    return this.indexOf(row) < 0 ? null : copyOf(this.rowValueIn(row, this.value));
  }
  updateRowValue(row: GridRow, key: string, value: unknown, isDeleting: boolean): void {
    const before = this.newValue(true);
    const after = this.withRow(row, key, value, isDeleting, this.newValue());
    if (areSame(before, after)) return;
    this.isRowChanging = true;
    this.setNewValue(after);
    this.isRowChanging = false;
  }
  private withRow(row: GridRow, key: string, value: unknown, isDeleting: boolean, whole: unknown): unknown {
    const values = this.rowValueIn(row, whole, true);
    if (!isHolder(values)) return this.asWhole(whole);
    if (isDeleting) Reflect.deleteProperty(values, key);
    for (const question of row.questions) Reflect.deleteProperty(values, question.valueName);
    const given = copyOf(value);
    if (isPlainObject(given))
      for (const name of Object.keys(given)) if (!isBlank(given[name])) setOwn(values, name, given[name]);
    return this.asWhole(Object.keys(values).length === 0 ? this.withoutRow(whole, row) : whole);
  }
  /** `{matrix}`: answers of the rows that are shown. */
  filteredData(): unknown {
    return this.isEmpty() || !this.rows ? this.value : this.filteredRows();
  }
  override onAnyValueChanged(name: string): void {
    if (this.isNotifying) return;
    if (!this.rows) {
      if (name === this.valueName) this.hasChangedWithoutRows = true;
      return;
    }
    this.isNotifying = true;
    for (const row of this.rows) for (const question of row.questions) question.onAnyValueChanged(name);
    for (const cell of this.totalRow()?.cells ?? []) cell.onAnyValueChanged(name);
    this.isNotifying = false;
  }
  override clearIncorrectValues(): void {
    this.visibleRows();
    for (const row of this.rows ?? []) row.clearIncorrectValues(this.rowData(row));
  }
  override clearValueIfInvisibleCore(reason: string): void {
    super.clearValueIfInvisibleCore(reason);
    this.clearInvisibleRows();
  }
  private clearInvisibleRows(): void {
    if (this.isEmpty() || this.visibleRows() === this.rows) return;
    if (((this.run as SurveyRun).byValueName.get(this.valueName) ?? []).length < 2)
      this.value = this.filteredData();
  }

  // Totals ----------------------------------------------------------------------------------------------------------

  totalRow(): TotalRow | undefined {
    const { makeTotals } = this.grid;
    if (this.totals || makeTotals.length === 0) return this.totals;
    this.totals = new TotalRow(this, undefined);
    this.totals.fill(makeTotals);
    this.totals.runCondition();
    return this.totals;
  }
  onTotalsChanged(): void {
    const total = this.totalRow();
    if (total) this.home.data.setValue(this.valueName + totalSuffix, total.value(), this.name);
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
  protected runRowConditions(): boolean {
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
      const key = typeof question.value === "string" ? question.value.toLowerCase() : String(question.value);
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
