import ExcelJS, { type Cell, type CellValue, type Row, type Worksheet } from "exceljs";
import { listSheet } from "./workbook-lists.ts";
import { packParts } from "./workbook-pack.ts";
import { noWorkbook, unpackParts } from "./workbook-parts.ts";

/** One row as people left it; cells by header, empty cells are absent. */
export interface ReadRow {
  /** Number of the row in its sheet, as Excel shows it. */
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface ReadSheet {
  readonly name: string;
  /** Trimmed; a header that occurs again is called "… (2)". Columns without a header that hold something are called by their letter. */
  readonly header: readonly string[];
  /** Rows that hold something. */
  readonly rows: readonly ReadRow[];
}

/**
 * Reads a workbook as text: rich text without its dress, numbers as JavaScript writes them, days as 2026-11-22, truth
 * as "true" and "false", formulas as their result. Line breaks are "\n"; texts are otherwise as they were typed.
 *
 * @throws WorkbookError when it is no .xlsx, is protected by a password, damaged or too large
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet[]> {
  const parts = unpackParts(bytes);
  if (!Object.hasOwn(parts, "xl/workbook.xml")) throw noWorkbook();
  const workbook = new ExcelJS.Workbook();
  try {
    const packed = packParts(contentsOnly(parts));
    await workbook.xlsx.load(
      packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength) as ArrayBuffer,
    );
  } catch {
    throw noWorkbook();
  }
  return workbook.worksheets.filter(({ name }) => name !== listSheet).map(readSheet);
}

/** The parts that hold texts and numbers, without rules, remarks and pictures, on which exceljs spends itself. */
function contentsOnly(parts: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  const kept = Object.entries(parts).filter(([name]) =>
    /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/.*|xl\/worksheets\/[^/]+\.xml)$/.test(
      name,
    ),
  );
  return Object.fromEntries(
    kept.map(([name, part]) => [name, name.startsWith("xl/worksheets/") ? cellsOnly(part) : part]),
  );
}

function cellsOnly(sheet: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(sheet);
  const [start, end] = [xml.indexOf("<sheetData"), xml.lastIndexOf("</sheetData>")];
  const cells = start < 0 || end < start ? "<sheetData/>" : xml.slice(start, end + "</sheetData>".length);
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${cells}</worksheet>`,
  );
}

function readSheet(sheet: Worksheet): ReadSheet {
  const rows: { number: number; texts: Map<number, string> }[] = [];
  sheet.eachRow((row, number) => {
    const texts = textsOf(row);
    if (texts.size > 0) rows.push({ number, texts });
  });
  const [first, ...rest] = rows;
  const header = headerOf(first?.texts ?? new Map(), rest);
  const name = ([column, text]: [number, string]): [string, string] => [header.get(column) ?? "", text];
  return {
    name: sheet.name,
    header: [...header.values()],
    rows: rest.map(({ number, texts }) => ({ number, cells: Object.fromEntries([...texts].map(name)) })),
  };
}

function headerOf(
  first: ReadonlyMap<number, string>,
  rows: readonly { texts: ReadonlyMap<number, string> }[],
): Map<number, string> {
  const columns = new Set([...first.keys(), ...rows.flatMap(({ texts }) => [...texts.keys()])]);
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

function textsOf(row: Row): Map<number, string> {
  const texts = new Map<number, string>();
  row.eachCell((cell: Cell, column: number) => {
    const text = plain(cell.value).replace(/\r\n?/g, "\n");
    if (text.trim() !== "") texts.set(column, text);
  });
  return texts;
}

function plain(value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return day(value);
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("text" in value) return plain(value.text as CellValue);
  if ("result" in value) return plain(value.result as CellValue);
  return "";
}

/** A day, with its time only where it has one. */
function day(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const iso = date.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19);
}
