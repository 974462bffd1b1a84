import type { Step } from "../../expressions/index.ts";
import { lookUpInEntry } from "./among.ts";
import type { Grid } from "./grid.ts";
import { absent, within } from "./lookup.ts";
import type { PreparedItem } from "./matrix.ts";
import type { Panel } from "./panel.ts";
import type { Question } from "./question.ts";
import type { Entry, Place } from "./standing.ts";
import { commentSuffix, totalSuffix } from "./survey.ts";
import { areEqual, isEmptyValue, isHolder, ownValue, setOwn, toTheLetter } from "./values.ts";

/** A row of a matrix with the questions in its cells. */
export class GridRow implements Entry {
  readonly owner: Grid;
  /** The row as the file has it; absent in lists that respondents make. */
  readonly item: PreparedItem | undefined;
  readonly place: Place;
  readonly isChangingByDefault = false;
  cells: readonly Question[] = [];
  /** Made when the row is checked for the first time. */
  detail: Panel | undefined;
  isEnabled = true;
  protected isSettingValue = false;
  private visible = true;

  /** Place in the list when the row was made. */
  private readonly madeAt: number;

  constructor(owner: Grid, item: PreparedItem | undefined, madeAt = 0) {
    this.owner = owner;
    this.madeAt = madeAt;
    this.item = item;
    this.place = { run: owner.run, entry: this, self: undefined };
  }

  get isVisible(): boolean {
    return this.visible;
  }
  get isReadOnly(): boolean {
    return !this.isEnabled;
  }
  get questions(): readonly Question[] {
    return this.detail ? [...this.cells, ...this.detail.questions] : this.cells;
  }

  // The answers of the row ------------------------------------------------------------------------------------------

  /** Makes the cells one after the other: each may look at those before it. */
  fill(makeCells: readonly ((row: GridRow) => Question)[], value: unknown): void {
    this.isSettingValue = true;
    for (const make of makeCells) {
      const question = make(this);
      question.attach();
      this.cells = [...this.cells, question];
      const answer = ownValue(value, question.name);
      if (isEmptyValue(answer)) continue;
      question.value = answer;
      const comment = ownValue(value, question.name + commentSuffix);
      if (!isEmptyValue(comment)) question.comment = comment;
    }
    this.isSettingValue = false;
  }

  value(isFiltered = false): Record<string, unknown> {
    const values = {};
    const inCells = new Set<string>();
    for (const question of this.questions) {
      const { valueName } = question;
      if (inCells.has(valueName) && !this.cells.includes(question)) continue;
      inCells.add(valueName);
      if (!question.isEmpty())
        setOwn(values, valueName, isFiltered ? question.getFilteredValue() : question.value);
      if (question.comment && this.owner.run.survey.storeOthersAsComment)
        setOwn(values, valueName + commentSuffix, question.comment);
    }
    return values;
  }
  set(value: unknown): void {
    this.isSettingValue = true;
    for (const question of this.questions) {
      const before = question.comment;
      const given = ownValue(value, question.valueName + commentSuffix);
      const comment = given ?? "";
      question.updateValueFromSurvey(ownValue(value, question.valueName));
      if (comment || areEqual(before, question.comment, toTheLetter))
        question.updateCommentFromSurvey(comment);
      question.onSurveyValueChanged(ownValue(value, question.valueName));
    }
    this.isSettingValue = false;
  }
  get isEmpty(): boolean {
    return isEmptyValue(this.value());
  }

  private allValues(): Record<string, unknown> {
    const all = this.value();
    const kept = this.owner.rowData(this);
    if (isHolder(kept))
      for (const key of Object.keys(kept)) if (ownValue(all, key) === undefined) setOwn(all, key, kept[key]);
    return all;
  }
  getValue(name: string): unknown {
    const own = ownValue(this.value(), name);
    return own === undefined ? ownValue(this.owner.rowData(this), name) : own;
  }
  setValue(name: string, value: unknown): void {
    this.setPart(name, value, false);
  }
  getComment(name: string): unknown {
    return this.questions.find((question) => question.name === name)?.comment ?? "";
  }
  setComment(name: string, comment: unknown): void {
    this.setPart(name, comment, true);
  }
  protected setPart(name: string, value: unknown, isComment: boolean): void {
    if (this.isSettingValue) return;
    if (!isComment) this.updateSharers(name, value);
    const changed = this.questionNamed(name);
    const key = isComment ? name + commentSuffix : name;
    const whole = this.value();
    if (areEqual(whole, ownValue(this.owner.rowData(this), key), toTheLetter)) return;
    const isDeleting = isComment
      ? isEmptyValue(value) && changed !== undefined
      : (value === undefined || value === null) && changed === undefined;
    this.owner.updateRowValue(this, key, whole, isDeleting);
    this.runTriggersOnSetValue(key, value);
    for (const question of this.questions) question.onAnyValueChanged("row");
  }
  private questionNamed(name: string): Question | undefined {
    return this.questions.find((question) => question.name === name);
  }
  private updateSharers(name: string, value: unknown): void {
    const sharers = this.questions.filter(({ valueName }) => valueName === name);
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
    const ofComment = base === name ? undefined : this.questionNamed(base);
    const changed = ofComment ? ofComment.value : value;
    if (this.owner.hasTriggers)
      for (const question of this.questions) question.runTriggers(`row.${base}`, changed);
    this.owner.runTriggersOfSharers(this, `row.${base}`, changed);
  }
  clearIncorrectValues(values: unknown): void {
    if (!isHolder(values)) return;
    for (const key of Object.keys(values)) {
      const question = this.questionNamed(key);
      if (question) {
        const before = question.value;
        question.clearIncorrectValues();
        if (!areEqual(before, question.value, toTheLetter)) this.setValue(key, question.value);
      } else if (!this.owner.isSharedPart(this, key) && !key.includes(totalSuffix)) this.setValue(key, null);
    }
  }

  // Conditions and objections ---------------------------------------------------------------------------------------

  runCondition(): void {
    const { rowsVisibleIf } = this.owner.grid;
    const { visibleIf, enableIf } = this.item ?? {};
    const visible = [rowsVisibleIf, visibleIf].every((condition) => condition?.holds(this.place) ?? true);
    if (visible !== this.visible) {
      this.visible = visible;
      this.owner.onRowVisibilityChanged();
    }
    if (enableIf) this.isEnabled = enableIf.holds(this.place);
    for (const cell of this.cells) if (cell.mustRun()) cell.runCondition();
    this.detail?.runCondition();
  }
  validate(): boolean {
    let isValid = true;
    const { isOnValueChanged } = this.owner.run;
    for (const cell of this.cells)
      if (cell.isVisible && !(isOnValueChanged && cell.isEmpty())) isValid = cell.validate() && isValid;
    this.ensureDetail();
    if (this.detail) isValid = this.detail.validate() && isValid;
    return isValid;
  }
  private ensureDetail(): void {
    if (this.detail) return;
    const panel = this.owner.makeDetail(this);
    if (!panel) return;
    this.isSettingValue = true;
    panel.onSurveyLoad();
    const values = this.owner.rowData(this);
    this.detail = panel;
    for (const question of panel.questions) {
      const answer = ownValue(values, question.valueName);
      if (!isEmptyValue(answer)) question.value = answer;
    }
    panel.attach();
    this.isSettingValue = false;
  }

  // Names -----------------------------------------------------------------------------------------------------------

  /** @source survey-core 3.0.0, MatrixRowGetterContext */
  lookUp(steps: readonly Step[], from: number, isRoot: boolean): unknown {
    const left = steps.length - from;
    const first = steps[from]?.name.toLowerCase() ?? "";
    if (left === 0) return absent;
    if (left === 1) {
      const own = this.ownName(first);
      if (own !== undefined) return own;
      if (first === "matrix") return this.owner.filteredData();
    }
    if (left > 1 && (first === "prevrow" || first === "nextrow")) {
      const visible = this.owner.visibleRows();
      const neighbour = visible[visible.indexOf(this) + (first === "prevrow" ? -1 : 1)];
      return neighbour ? neighbour.inside(steps, from + 1, isRoot) : undefined;
    }
    if (left > 1 && first === "totalrow") {
      const total = this.owner.totalRow();
      if (total) return total.inside(steps, from + 1, isRoot);
    }
    if (first === "row") return this.inside(steps, from + 1, isRoot);
    return isRoot ? absent : this.inside(steps, from, false);
  }
  /** A row of a list has its place before it is in it. */
  private get index(): number {
    const index = this.owner.indexOf(this);
    return index < 0 && !this.item ? this.madeAt : index;
  }
  private ownName(name: string): unknown {
    if (name === "rowindex") return this.index + 1;
    if (name === "visiblerowindex") return this.owner.visibleRows().indexOf(this) + 1;
    if (name === "item" || name === "rowname" || name === "rowvalue") return this.item?.value;
    return name === "rowtitle" ? this.item?.text : undefined;
  }
  private inside(steps: readonly Step[], from: number, isRoot: boolean): unknown {
    if (from >= steps.length) return absent;
    const own = lookUpInEntry(this.questions, steps, from);
    if (own !== absent) return own;
    if (isRoot) {
      const shared = this.owner.lookUpInSharers(this, steps, from);
      if (shared !== absent) return shared;
    }
    return within(this.allValues(), steps, from);
  }
}
