import type { MakePanel } from "../prepare/elements.ts";
import type { Expression } from "../questions/shapes.ts";
import type { DynamicSpec } from "../specs.ts";
import type { Grid } from "./grid.ts";
import { GridRow } from "./grid-row.ts";
import type { PreparedItem } from "./matrix.ts";
import type { Panel } from "./panel.ts";
import { Question } from "./question.ts";
import type { Home, PreparedQuestion } from "./standing.ts";
import { type SurveyRun, totalSuffix } from "./survey.ts";
import { TotalRow } from "./total-row.ts";
import {
  areSame,
  areSameInside,
  copyOf,
  isBlank,
  isEmptyValue,
  isHolder,
  isPlainObject,
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

/** The rows of a matrix: they are made when somebody looks at them, and keep answers in one object or list. */
export abstract class RowList extends Question {
  readonly grid: PreparedGrid;
  rows: readonly GridRow[] | undefined;
  protected isGenerating = false;
  protected isRowChanging = false;
  private shownRows: readonly GridRow[] | undefined;
  protected totals: TotalRow | undefined;
  private hasChangedWithoutRows = false;
  private isNotifying = false;
  private rowsMade = 0;

  constructor(prepared: PreparedQuestion, home: Home, grid: PreparedGrid) {
    super(prepared, home);
    this.grid = grid;
  }

  protected abstract get whole(): Grid;
  protected abstract runRowConditions(): boolean;
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
    const shown = rows.filter(({ isVisible }) => isVisible);
    this.shownRows = shown.length === rows.length ? rows : shown;
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
    const row = new GridRow(this.whole, item, this.rowsMade);
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
  override lookInside(): void {
    for (const row of this.visibleRows()) for (const question of row.questions) question.lookInside();
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
  protected clearInvisibleRows(): void {
    if (this.isEmpty() || this.visibleRows() === this.rows) return;
    if (((this.run as SurveyRun).byValueName.get(this.valueName) ?? []).length < 2)
      this.value = this.filteredData();
  }

  // Totals ----------------------------------------------------------------------------------------------------------

  totalRow(): TotalRow | undefined {
    const { makeTotals } = this.grid;
    if (this.totals || makeTotals.length === 0) return this.totals;
    this.totals = new TotalRow(this.whole, undefined);
    this.totals.fill(makeTotals);
    this.totals.runCondition();
    return this.totals;
  }
  onTotalsChanged(): void {
    const total = this.totalRow();
    if (total) this.home.data.setValue(this.valueName + totalSuffix, total.value(), this.name);
  }
}
