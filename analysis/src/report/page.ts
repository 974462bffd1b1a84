import type { Workbook, Worksheet } from "exceljs";
import { cellText, writeText } from "./cell.ts";
import type { WorkbookContent } from "./content.ts";
import { type CellStyle, colour, dress, fontSize, type Look, lineHeight } from "./style.ts";

interface Printing {
  /** First and last row of the table's head: repeated on every page. */
  readonly head?: { readonly from: number; readonly to: number };
  /** With a head, the columns that stay on screen together with it. */
  readonly frozenColumns?: number;
  /** Printed pages the sheet is made to fit; 0: as many as it needs. */
  readonly pages?: number;
}

/** One sheet while it is being written from top to bottom: title, one sentence, table, notes. */
export class Page {
  readonly sheet: Worksheet;
  readonly #content: WorkbookContent;
  readonly #widths: readonly number[];
  /** The next row to be written. */
  row = 1;

  /** @param widths  column widths in digits of the default font */
  constructor(
    workbook: Workbook,
    content: WorkbookContent,
    name: string,
    widths: readonly number[],
    tab: keyof typeof colour = "hairline",
  ) {
    this.#content = content;
    this.#widths = widths;
    this.sheet = workbook.addWorksheet(sheetName(name, workbook), {
      properties: { tabColor: { argb: colour[tab] } },
    });
    for (const [i, width] of widths.entries()) this.sheet.getColumn(i + 1).width = width;
  }

  get lastColumn(): number {
    return this.#widths.length;
  }

  /** What every sheet begins with: warnings, title, study and wave, the sentence. */
  open(title: string, message: string): void {
    const { texts, synthetic, sample, study, wave, provenance, results } = this.#content;
    if (synthetic) this.line(texts.synthetic, { look: "banner", fill: "paleAmber" });
    if (sample === "clients") this.line(texts.clientsOnly, { look: "banner", fill: "paleAmber" });
    if (results && !provenance.weighting) this.line(texts.unweighted, { look: "banner", fill: "paleAmber" });
    this.line(title, { look: "title" }, { height: 30 });
    this.line(`${study} · ${wave}`, { look: "quiet", line: "rule" });
    this.line(message, { look: "message" }, { spacing: 10 });
    this.row++;
  }

  /** A text over the whole width, or over the first columns, with as much height as it needs. */
  line(
    text: string,
    style: CellStyle,
    room: { columns?: number; height?: number; spacing?: number } = {},
  ): void {
    const columns = room.columns ?? this.lastColumn;
    for (let column = 1; column <= columns; column++)
      dress(this.sheet.getCell(this.row, column), { ...style, wrap: true });
    if (columns > 1) this.sheet.mergeCells(this.row, 1, this.row, columns);
    writeText(this.sheet.getCell(this.row, 1), text);
    const width = this.#widths.slice(0, columns).reduce((sum, one) => sum + one, 0);
    const needed = linesOf(text, width, style.look) * lineHeight(style.look) + (room.spacing ?? 4);
    this.sheet.getRow(this.row).height = room.height ?? needed;
    this.row++;
  }

  /** Text in one cell of the current row. */
  put(column: number, text: string, style: CellStyle): void {
    const cell = this.sheet.getCell(this.row, column);
    dress(cell, style);
    if (text !== "") writeText(cell, text);
  }

  /** Ends the row with the height its longest wrapped text needs; texts are given as [column, text, look]. */
  endRow(texts: readonly (readonly [column: number, text: string, look: Look])[] = [], spacing = 5): void {
    const heights = texts.map(
      ([column, text, look]) => linesOf(text, this.#widths[column - 1] ?? 1, look) * lineHeight(look),
    );
    this.sheet.getRow(this.row).height = Math.max(14, ...heights.map((height) => height + spacing));
    this.row++;
  }

  /** Notes under a table. */
  notes(lines: readonly string[]): void {
    this.sheet.getRow(this.row).height = 8;
    this.row++;
    for (const text of lines) this.line(text, { look: "note" }, { spacing: 2 });
  }

  /** Everything about screen and paper, when the sheet is written. */
  close({ head, frozenColumns = 0, pages = 0 }: Printing = {}): void {
    const { sheet } = this;
    const lastColumn = sheet.getColumn(this.lastColumn).letter;
    const isFrozen = head !== undefined && frozenColumns > 0;
    sheet.views = [
      isFrozen
        ? { state: "frozen", xSplit: frozenColumns, ySplit: head.to, showGridLines: false }
        : { state: "normal", showGridLines: false },
    ];
    sheet.pageSetup = {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: pages,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.65, bottom: 0.65, header: 0.3, footer: 0.3 },
      // exceljs puts the first dollar sign before each corner itself.
      printArea: `A$1:${lastColumn}$${this.row - 1}`,
      ...(head ? { printTitlesRow: `${head.from}:${head.to}` } : {}),
    };
    const { texts, synthetic, study, wave } = this.#content;
    const footer = `&L&"Calibri,Regular"&8 ${printed(`${study} · ${wave}`)}&R&"Calibri,Regular"&8 ${texts.page}`;
    sheet.headerFooter = {
      oddFooter: footer,
      ...(synthetic ? { oddHeader: `&C&"Calibri,Bold"&9 ${printed(texts.synthetic)}` } : {}),
    };
  }
}

/** How many lines a text takes in a column; a little generous, since fonts differ between machines. */
export function linesOf(text: string, width: number, look: Look): number {
  const room = Math.max(1, Math.floor((width * 11.3) / fontSize(look)));
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

/** Text for printed headers and footers: `&` starts a code there, and the whole line takes 255 characters. */
function printed(text: string): string {
  const plain = cellText(text).replaceAll("\n", " ");
  const short = plain.length > 90 ? `${plain.slice(0, 89).trimEnd()}…` : plain;
  return short.toWellFormed().replaceAll("&", "&&");
}

/** A sheet's name as Excel takes it: 31 characters, none of `* ? : \ / [ ]`, no straight quote, no name twice. */
function sheetName(name: string, workbook: Workbook): string {
  const allowed =
    cellText(name)
      .replace(/[*?:\\/[\]]/g, " ")
      .replaceAll("'", "’")
      .trim() || "–";
  const taken = new Set(workbook.worksheets.map((sheet) => sheet.name.toLowerCase()));
  for (let copy = 1; ; copy++) {
    const ending = copy === 1 ? "" : ` (${copy})`;
    const candidate =
      allowed
        .slice(0, 31 - ending.length)
        .toWellFormed()
        .trimEnd() + ending;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
