import ExcelJS, { type DataValidation, type Workbook, type Worksheet } from "exceljs";
import { setHeight } from "./workbook-height.ts";
import { ListRules } from "./workbook-lists.ts";
import { dressCell, dressHeader } from "./workbook-look.ts";
import { pack } from "./workbook-pack.ts";
import type { CellValue, WorkbookProperties, WorkbookSheet } from "./workbook-sheet.ts";
import { WorkbookError } from "./workbook-sheet.ts";
import { cellText, sheetName } from "./workbook-text.ts";

/**
 * Writes sheets that people fill in and send back; equal content gives equal bytes. Texts stay texts: nothing that
 * stands in a row becomes a formula.
 *
 * @throws WorkbookError when there is no sheet, a header occurs twice in one, or a text is longer than a cell takes
 */
export async function writeWorkbook(
  sheets: readonly WorkbookSheet[],
  { title, language, created = new Date(Date.UTC(2000, 0, 1)) }: WorkbookProperties,
): Promise<Uint8Array> {
  if (sheets.length === 0) throw new WorkbookError("A workbook needs at least one sheet.");
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, { creator: "Tiltas", lastModifiedBy: "Tiltas", title: cellText(title), language });
  workbook.created = created;
  workbook.modified = created;
  const lists = new ListRules(sheets);
  for (const sheet of sheets) await writeSheet(workbook, sheet, title, lists);
  lists.write(workbook);
  return pack(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

async function writeSheet(
  workbook: Workbook,
  sheet: WorkbookSheet,
  title: string,
  lists: ListRules,
): Promise<void> {
  const taken = new Set(workbook.worksheets.map(({ name }) => name.toLowerCase()));
  const worksheet = workbook.addWorksheet(sheetName(sheet.name, taken));
  writeHeader(worksheet, sheet);
  for (const row of sheet.rows.keys()) writeRow(worksheet, sheet, row);
  writeRules(worksheet, sheet, lists);
  setUpScreen(worksheet, sheet);
  setUpPaper(worksheet, sheet, title);
  if (sheet.columns.some(({ locked }) => locked)) await protect(worksheet);
}

function writeHeader(worksheet: Worksheet, { columns }: WorkbookSheet): void {
  const headers = new Set<string>();
  for (const [i, column] of columns.entries()) {
    const header = cellText(column.header).trim();
    if (headers.has(header)) throw new WorkbookError(`The header "${header}" occurs twice in one sheet.`);
    headers.add(header);
    const cell = worksheet.getCell(1, i + 1);
    cell.value = header;
    dressHeader(cell);
    if (column.note !== undefined) cell.note = cellText(column.note);
    const whole = worksheet.getColumn(i + 1);
    whole.width = column.width;
    whole.hidden = column.hidden ?? false;
    whole.protection = { locked: column.locked ?? false };
  }
}

function writeRow(worksheet: Worksheet, sheet: WorkbookSheet, row: number): void {
  const { columns, rows, tone } = sheet;
  for (const [i, column] of columns.entries()) {
    const { key, locked = false, wrap = false, rightToLeft = false } = column;
    const cell = worksheet.getCell(row + 2, i + 1);
    const value = rows[row]?.[key] ?? null;
    cell.value = typeof value === "string" ? cellText(value) : finite(value);
    const isText = value === null || typeof value === "string";
    if (isText) cell.numFmt = "@";
    dressCell(cell, { locked, wrap, rightToLeft, isText, tone: tone?.(row, key) });
  }
  setHeight(worksheet.getRow(row + 2), sheet, row);
}

/** Rows below the table in which people may go on: lists are offered there too. */
const furtherRows = 500;

/** One rule for the whole column; exceljs writes rules of single cells as ranges that overlap. */
function writeRules(worksheet: Worksheet, { columns, rows }: WorkbookSheet, lists: ListRules): void {
  const { dataValidations } = worksheet as Worksheet & {
    readonly dataValidations: { add(range: string, rule: DataValidation): void };
  };
  for (const [i, { options }] of columns.entries()) {
    const list = options && lists.find(options);
    const { letter } = worksheet.getColumn(i + 1);
    if (list !== undefined)
      dataValidations.add(`${letter}2:${letter}${rows.length + 1 + furtherRows}`, {
        type: "list",
        allowBlank: true,
        showErrorMessage: true,
        formulae: [list],
      });
  }
}

function finite(value: Exclude<CellValue, string>): Exclude<CellValue, string> {
  if (typeof value !== "number" || Number.isFinite(value)) return value;
  throw new WorkbookError(`${value} is not a number a cell can hold.`);
}

function setUpScreen(
  worksheet: Worksheet,
  { columns, rows, frozenColumns = 0, rightToLeft }: WorkbookSheet,
): void {
  worksheet.views = [
    {
      state: "frozen",
      xSplit: frozenColumns,
      ySplit: 1,
      showGridLines: false,
      rightToLeft: rightToLeft ?? false,
    },
  ];
  worksheet.getRow(1).height = 32;
  if (columns.length > 0 && rows.length > 0)
    worksheet.autoFilter = {
      from: { row: 1, column: 1 },
      to: { row: rows.length + 1, column: columns.length },
    };
}

function setUpPaper(worksheet: Worksheet, { columns, rows }: WorkbookSheet, title: string): void {
  const last = worksheet.getColumn(Math.max(1, columns.length)).letter;
  worksheet.pageSetup = {
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.65, bottom: 0.65, header: 0.3, footer: 0.3 },
    // exceljs puts the first dollar sign before each corner itself.
    printArea: `A$1:${last}$${rows.length + 1}`,
    printTitlesRow: "1:1",
  };
  const name = cellText(title).replaceAll("\n", " ").slice(0, 90).toWellFormed().replaceAll("&", "&&");
  worksheet.headerFooter = { oddFooter: `&L&"Calibri,Regular"&8 ${name}&R&"Calibri,Regular"&8 &P / &N` };
}

async function protect(worksheet: Worksheet): Promise<void> {
  await worksheet.protect("", {
    formatColumns: true,
    formatRows: true,
    formatCells: true,
    autoFilter: true,
    sort: true,
    insertRows: true,
  });
}
