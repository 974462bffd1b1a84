import { type AdaptationKind, adaptationKinds, type TranslationState, translationStates } from "../states.ts";
import { columnOf, type ExchangeColumn } from "./columns.ts";
import { cellWords, readStamp, type Stamp, staleWord } from "./stamp.ts";

/** A sheet as it was read from a workbook. */
export interface SheetOfTexts {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: Readonly<Record<string, string>> }[];
}

/** One row that came back. */
export interface ExchangeRow {
  readonly sheet: string;
  readonly row: number;
  readonly key: string;
  readonly stamp: Stamp;
  /** "" when the cell is empty. */
  readonly text: string;
  readonly state: TranslationState | undefined;
  readonly adaptation: AdaptationKind | undefined;
  readonly note: string;
}

/** A row, or a cell of it, that cannot be taken, and why. */
export interface RowProblem {
  readonly sheet: string;
  readonly row: number;
  readonly key?: string;
  readonly message: string;
}

export interface ExchangeRows {
  readonly rows: readonly ExchangeRow[];
  readonly problems: readonly RowProblem[];
}

/** Whether a sheet is one that `translate export` wrote. */
export function isExchangeSheet({ header }: SheetOfTexts): boolean {
  const columns = new Set(header.map(columnOf));
  return (["key", "exported", "source", "text"] as const).every((column) => columns.has(column));
}

/** Reads the rows of an exchange sheet; every row that holds something is among the rows or the problems. */
export function readRows(sheet: SheetOfTexts): ExchangeRows {
  const headers = new Map<ExchangeColumn, string>();
  for (const header of sheet.header) {
    const column = columnOf(header);
    if (column !== undefined && !headers.has(column)) headers.set(column, header);
  }
  const rows: ExchangeRow[] = [];
  const problems: RowProblem[] = [];
  for (const { number, cells } of sheet.rows) {
    const cell = (column: ExchangeColumn) => cells[headers.get(column) ?? ""] ?? "";
    const place = { sheet: sheet.name, row: number };
    const key = cell("key").trim();
    const stamp = readStamp(cell("exported"));
    if (key === "" || stamp === undefined)
      problems.push({
        ...place,
        ...(key === "" ? {} : { key }),
        message: "This row does not come from an export: its hidden key is missing or damaged.",
      });
    else rows.push({ ...place, key, stamp, ...readCells(cell, { ...place, key }, stamp, problems) });
  }
  return { rows, problems };
}

function readCells(
  cell: (column: ExchangeColumn) => string,
  place: { sheet: string; row: number; key: string },
  stamp: Stamp,
  problems: RowProblem[],
): Pick<ExchangeRow, "text" | "state" | "adaptation" | "note"> {
  const state = cell("state").trim().toLowerCase();
  const kind = cell("adaptation").trim().toLowerCase();
  const knownState = translationStates.find((one) => one === state);
  const knownKind = adaptationKinds.find((one) => one === kind);
  if (state !== "" && state !== staleWord && knownState === undefined)
    problems.push({
      ...place,
      message: `"${short(state)}" is no state. Choose one of: ${translationStates.join(", ")}.`,
    });
  if (kind !== "" && knownKind === undefined)
    problems.push({
      ...place,
      message: `"${short(kind)}" is no kind of adaptation. Choose one of: ${adaptationKinds.join(", ")}.`,
    });
  return {
    text: cellWords(cell("text")),
    state: knownState ?? (stamp.state === staleWord ? undefined : stamp.state),
    adaptation: knownKind ?? (kind === "" ? undefined : stamp.adaptation),
    note: cellWords(cell("note")),
  };
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).toWellFormed()}…` : text;
}
