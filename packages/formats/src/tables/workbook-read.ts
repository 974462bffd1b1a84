import { readCells, type SheetRow } from "./workbook-cells.ts";
import { readContents, readDayFormats, readSharedTexts } from "./workbook-contents.ts";
import { listSheet } from "./workbook-lists.ts";
import { noWorkbook, unpackParts } from "./workbook-parts.ts";

/** One row as people left it; cells by header, empty cells are absent. */
export interface ReadRow {
  /** Number of the row in its sheet, as Excel shows it. */
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface ReadSheet {
  readonly name: string;
  /**
   * The first row that holds something, trimmed; a header that occurs again is called "… (2)", a column without one
   * "column 7".
   */
  readonly header: readonly string[];
  /** Rows below it that hold something. */
  readonly rows: readonly ReadRow[];
}

/**
 * Reads a workbook as text: rich text without its dress, numbers as JavaScript writes them, days as 2026-11-22, truth
 * as "true" and "false", formulas as their last result. Line breaks are "\n"; texts are otherwise as they were typed.
 *
 * @throws WorkbookError when it is no .xlsx, is protected by a password, damaged or too large
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet[]> {
  const parts = unpackParts(bytes);
  const { sheets, isFrom1904 } = readContents(parts);
  if (sheets.length === 0) throw noWorkbook();
  const sources = { shared: readSharedTexts(parts), days: readDayFormats(parts), isFrom1904 };
  return sheets
    .filter(({ name }) => name !== listSheet)
    .map(({ name, part }) => asTable(name, readCells(parts[part] ?? new Uint8Array(), sources)));
}

function asTable(name: string, rows: readonly SheetRow[]): ReadSheet {
  const [first, ...rest] = rows;
  const header = headerOf(first?.texts ?? new Map(), rest);
  return {
    name,
    header: [...header.values()],
    rows: rest.map(({ number, texts }) => ({
      number,
      cells: Object.fromEntries([...texts].map(([column, text]) => [header.get(column) ?? "", text])),
    })),
  };
}

function headerOf(first: ReadonlyMap<number, string>, rows: readonly SheetRow[]): Map<number, string> {
  const columns = new Set(first.keys());
  for (const { texts } of rows) for (const column of texts.keys()) columns.add(column);
  const header = new Map<number, string>();
  const taken = new Set<string>();
  for (const column of [...columns].sort((a, b) => a - b)) {
    const written = first.get(column)?.trim() ?? `column ${column}`;
    let name = written;
    for (let copy = 2; taken.has(name); copy++) name = `${written} (${copy})`;
    taken.add(name);
    header.set(column, name);
  }
  return header;
}
