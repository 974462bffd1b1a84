import type { MissingReason } from "@tiltas/instrument/definition";
import { missingReasons } from "./dataset.ts";

/**
 * A cell as it is kept: 0 for none, the place of a reason in `missingReasons` (1 to 6), or `firstCode` and the index of
 * the code. A number keeps `firstCode` here, and itself beside.
 */
export type KeptCell = number;

export const firstCode: KeptCell = missingReasons.length;

export const reasonCell: Readonly<Record<MissingReason, KeptCell>> = {
  refused: missingReasons.indexOf("refused"),
  "dont-know": missingReasons.indexOf("dont-know"),
  "no-answer": missingReasons.indexOf("no-answer"),
  "not-asked": missingReasons.indexOf("not-asked"),
  "not-reached": missingReasons.indexOf("not-reached"),
  "not-in-version": missingReasons.indexOf("not-in-version"),
};

/** The cells of one response, or of one member of a list, by variable of its version. Written over by the next. */
export class RowCells {
  readonly kept: Uint16Array;
  /** NaN where there is no number. */
  readonly numbers: Float64Array;

  constructor(variables: number) {
    this.kept = new Uint16Array(variables);
    this.numbers = new Float64Array(variables);
  }

  /** Begins with nothing asked. */
  clear(): void {
    this.kept.fill(reasonCell["not-asked"]);
    this.numbers.fill(Number.NaN);
  }

  /** The same cell in all places from `first` to before `end`: a few, for which a call costs more than they do. */
  fill(cell: KeptCell, first: number, end: number): void {
    for (let variable = first; variable < end; variable++) this.kept[variable] = cell;
  }
}
