import { GridRow } from "./grid-row.ts";
import type { Question } from "./question.ts";
import { areEqual } from "./values.ts";

/** Sums and the like under the columns. */
export class TotalRow extends GridRow {
  override fill(makeCells: readonly ((row: GridRow) => Question)[]): void {
    this.cells = makeCells.map((make) => make(this));
  }
  protected override setPart(): void {
    if (!this.isSettingValue) this.owner.onTotalsChanged();
  }
  override runCondition(): void {
    for (let round = 0; round < 3; round += 1) {
      const before = this.value();
      for (const cell of this.cells) cell.runCondition();
      if (areEqual(before, this.value())) return;
    }
  }
}
