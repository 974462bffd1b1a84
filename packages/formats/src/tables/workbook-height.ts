import type { Row } from "exceljs";
import type { WorkbookSheet } from "./workbook-sheet.ts";

const pointsPerLine = 13.5;
/** Characters of the ordinary font that stand in one unit of column width; a little generous, since fonts differ. */
const charactersPerWidth = 1.1;

/** Gives a row the height that its longest wrapped text needs, since not every program does so by itself. */
export function setHeight(row: Row, { columns, rows }: WorkbookSheet, index: number): void {
  const lines = columns.map(({ key, width, wrap, hidden }) => {
    const value = rows[index]?.[key];
    return wrap && !hidden && typeof value === "string" ? linesOf(value, width) : 1;
  });
  row.height = Math.min(409, Math.max(1, ...lines) * pointsPerLine + 3);
}

/** How many lines a text takes in a column. */
function linesOf(text: string, width: number): number {
  const room = Math.max(1, Math.floor((width - 2) * charactersPerWidth));
  return text.split("\n").reduce((lines, paragraph) => lines + wrappedLines(paragraph, room), 0);
}

function wrappedLines(paragraph: string, room: number): number {
  let [lines, used] = [1, 0];
  for (const word of paragraph.split(" ")) {
    if (used > 0 && used + 1 + word.length > room) {
      lines++;
      used = 0;
    }
    lines += Math.floor(Math.max(0, word.length - 1) / room);
    used += (used > 0 ? 1 : 0) + (word.length % room || word.length);
  }
  return lines;
}

/**
 * Lets rows grow again when somebody types more: exceljs marks every height it writes as chosen by hand. The header
 * keeps its own.
 */
export function letRowsGrow(sheetXml: string): string {
  return sheetXml.replace(/(<row r="(?!1")\d+" ht="[\d.]+") customHeight="1"/g, "$1");
}
