import type { Estimate } from "../estimation/estimate.ts";

/** Working estimates of one wave: domains as rows, indicators as columns. Never written anywhere before `release`. */
export interface Table {
  readonly columns: readonly TableColumn[];
  /** The country as a whole, one cell per column. */
  readonly total: readonly TableCell[];
  readonly rows: readonly TableRow[];
}

export interface TableColumn {
  readonly id: string;
  /** Columns over the same people share this key, and with it one mask. */
  readonly universe: string;
  /** Only the total is shown: what rows hold is not released, and need not be estimated. */
  readonly totalOnly?: boolean;
}

/** Rows are disjoint and together make the total. */
export interface TableRow {
  readonly code: string;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly estimate: Estimate;
  /** Share of the scored respondents whose index rests on some, not all, items (0 to 1); null for other types. */
  readonly prorated: number | null;
  /** True where the column is by definition not about the row's people, such as a service that exists elsewhere. */
  readonly leftOut?: boolean;
}
