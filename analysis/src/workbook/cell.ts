import type { Cell } from "exceljs";

/** Excel takes no longer text in a cell. */
const longestText = 32_767;

/** Something cannot stand in a spreadsheet cell. */
export class CellError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CellError";
  }
}

/**
 * The one gate through which text enters a sheet. It stays text whatever it starts with (never a formula).
 *
 * @throws CellError for text longer than a cell takes
 */
export function writeText(cell: Cell, text: string): void {
  cell.value = cellText(text);
}

/**
 * The one gate through which numbers enter a sheet.
 *
 * @throws CellError for NaN and infinities
 */
export function writeNumber(cell: Cell, value: number): void {
  if (!Number.isFinite(value))
    throw new CellError(
      `${value} is not a number a cell can hold. Write the mark for "no estimate" instead.`,
    );
  cell.value = value;
}

/** Text as XML can carry it: control characters dropped, lone surrogates replaced, Excel's `_xHHHH_` escapes kept literal. */
export function cellText(text: string): string {
  const clean = text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "")
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x");
  if (clean.length > longestText)
    throw new CellError(
      `A text of ${clean.length} characters does not fit into a cell, which takes ${longestText}. Shorten it.`,
    );
  return clean;
}
