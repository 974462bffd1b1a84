/** What a cell holds; null leaves it empty. */
export type CellValue = string | number | boolean | null;

/** One column of a sheet that people fill in. */
export interface WorkbookColumn {
  /** Name under which rows hold their value for this column. */
  readonly key: string;
  /** Words in the first row; readers find the column by them, so they differ within a sheet. */
  readonly header: string;
  /** In digits of the default font. */
  readonly width: number;
  readonly wrap?: boolean;
  /** Not to be edited. The sheet is then protected, without a password: against accidents, not against people. */
  readonly locked?: boolean;
  readonly hidden?: boolean;
  /** The only values the cell takes, offered as a list. */
  readonly options?: readonly string[];
  /** A remark that opens at the header. */
  readonly note?: string;
  /** Text in this column runs from right to left. */
  readonly rightToLeft?: boolean;
}

/** How a cell looks when it is not ordinary: asking for attention, quiet beside the others, or heading a part. */
export type CellTone = "attention" | "quiet" | "strong" | "heading";

/** One sheet: a header row, then one row per record. */
export interface WorkbookSheet {
  /** Shortened to what Excel takes: 31 characters, none of `* ? : \ / [ ]`. */
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly Readonly<Record<string, CellValue>>[];
  /** First columns that stay in sight while the others move; the header row always stays. */
  readonly frozenColumns?: number;
  /** The first column stands at the right edge. */
  readonly rightToLeft?: boolean;
  readonly tone?: (row: number, key: string) => CellTone | undefined;
}

export interface WorkbookProperties {
  readonly title: string;
  /** Language of the words in it, such as "lt". */
  readonly language: string;
  /** Written into the file; the first day of 2000 when left out, so that equal content gives equal bytes. */
  readonly created?: Date;
}

/** The workbook cannot be read or written; the message says why in one sentence. */
export class WorkbookError extends Error {
  override readonly name = "WorkbookError";
}
