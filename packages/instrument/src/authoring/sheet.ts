/** One sheet of an author's workbook; its shape is what `writeWorkbook` of the formats takes. */
export interface AuthorSheet {
  readonly name: string;
  readonly columns: readonly AuthorColumn[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly frozenColumns?: number;
}

export interface AuthorColumn {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  readonly wrap?: boolean;
  readonly locked?: boolean;
  readonly hidden?: boolean;
  readonly options?: readonly string[];
  readonly note?: string;
  readonly rightToLeft?: boolean;
}

/** A sheet as it came back; cells by header, empty cells absent. */
export interface ReturnedSheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: Readonly<Record<string, string>> }[];
}

/** What an author did, cell by cell. */
export interface AuthorChange {
  readonly sheet: string;
  /** Row in the sheet as Excel shows it; absent for a row that was taken out. */
  readonly row?: number;
  readonly column?: string;
  readonly kind: "added" | "removed" | "moved" | "changed";
  /** What the row is about: an item's name, `item: code` … */
  readonly what: string;
  readonly before?: string;
  readonly after?: string;
}

/** A cell that cannot be read, with what to do; nothing is written while there is one. */
export interface AuthorProblem {
  readonly sheet: string;
  readonly row?: number;
  readonly column?: string;
  readonly message: string;
}

/** "Sheet items, row 14, column Asked if: …" */
export function sayProblem({ sheet, row, column, message }: AuthorProblem): string {
  const place = [
    `Sheet ${sheet}`,
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === undefined ? [] : [`column ${column}`]),
  ];
  return `${place.join(", ")}: ${message}`;
}
