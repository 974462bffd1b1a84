import type { Worksheet } from "exceljs";
import { columnLetters } from "../charts/index.ts";
import type { Book } from "./book.ts";
import { cellText, writeNumber, writeText } from "./cell.ts";
import { linesOf, textWidth } from "./lines.ts";
import { type CellStyle, dress, type Look, lineHeight } from "./style.ts";

interface Printing {
  /** First and last row of the table's head: repeated on every page. */
  readonly head?: { readonly from: number; readonly to: number };
  /** With a head, the columns that stay on screen together with it. */
  readonly frozenColumns?: number;
  /** Printed pages the sheet is made to fit; 0: as many as it needs. */
  readonly pages?: number;
  readonly lastRow?: number;
}

/** Points of A4 landscape inside the margins, less what fonts of other machines take; and of a row without a height. */
const [printedWidth, printedHeight, defaultHeight] = [630, 475, 15];

/** One sheet while it is being written from top to bottom: title, one sentence, table, notes. */
export class Page {
  readonly sheet: Worksheet;
  readonly book: Book;
  readonly key: string;
  readonly #widths: readonly number[];
  /** The next row to be written. */
  row = 1;
  #pageTop = 0;
  #breaks = false;

  /** @param widths  column widths in digits of the default font */
  constructor(book: Book, key: string, widths: readonly number[]) {
    this.book = book;
    this.key = key;
    this.#widths = widths;
    this.sheet = book.sheet(key);
    for (const [i, width] of widths.entries()) this.sheet.getColumn(i + 1).width = width;
  }

  get name(): string {
    return this.book.nameOf(this.key);
  }

  get lastColumn(): number {
    return this.#widths.length;
  }

  /** Points from the left edge to the end of the last column. */
  get width(): number {
    return textWidth(this.#widths.reduce((sum, one) => sum + one, 0));
  }

  /** Points from the upper edge to the next row. */
  get top(): number {
    let points = 0;
    for (let row = 1; row < this.row; row++) points += this.sheet.getRow(row).height ?? defaultHeight;
    return points;
  }

  /** Begins a new printed page unless so many points still fit on this one. */
  keepTogether(points: number): void {
    const page = printedHeight / this.#scale;
    // Long tables have gone over to further pages by themselves.
    while (this.top - this.#pageTop > page) this.#pageTop += page;
    if (this.top - this.#pageTop + points <= page) return;
    this.sheet.getRow(this.row - 1).addPageBreak();
    this.#pageTop = this.top;
    this.#breaks = true;
  }

  /** Begins a new printed page. */
  turn(): void {
    this.keepTogether(Number.POSITIVE_INFINITY);
  }

  /** How much smaller the sheet is printed, so that it is as wide as the paper. */
  get #scale(): number {
    return Math.min(1, printedWidth / this.width);
  }

  /** What every sheet begins with: warnings, title, study and wave, the sentence. */
  open(title: string, message: string): void {
    this.warn();
    const { study, wave } = this.book.reading.release;
    this.line(title, { look: "title" }, { height: 30 });
    this.line(`${this.book.say(study.title)} · ${this.book.say(wave.title)}`, {
      look: "quiet",
      line: "rule",
    });
    this.line(message, { look: "message" }, { spacing: 10 });
    this.skip();
  }

  /** What a reader must know before the first figure. */
  warn(): void {
    const { texts, reading, drawn } = this.book;
    const { study, wave, weighting, sampling } = reading.release;
    const banner: CellStyle = { look: "banner", fill: "paleAmber" };
    if (study.synthetic) this.line(texts.synthetic, banner);
    if (wave.sample === "clients") this.line(texts.clientsOnly, banner);
    if (!weighting) this.line(texts.unweighted, banner);
    if (!drawn) this.line(texts.notDrawn(this.book.say(sampling.unreached)), banner);
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

  /** A heading inside a sheet. */
  section(heading: string): void {
    this.line(heading, { look: "section", vertical: "bottom" }, { spacing: 12 });
  }

  skip(height = 8): void {
    this.sheet.getRow(this.row).height = height;
    this.row++;
  }

  /** Text in one cell of the current row. */
  put(column: number, text: string, style: CellStyle): void {
    const cell = this.sheet.getCell(this.row, column);
    dress(cell, style);
    if (text !== "") writeText(cell, text);
  }

  /** A number in one cell of the current row, or a mark where there is none. */
  number(column: number, value: number | null, format: string, style: CellStyle, otherwise = ""): void {
    const right: CellStyle = { align: "right", ...style };
    if (value === null) {
      this.put(column, otherwise, right);
      return;
    }
    const cell = this.sheet.getCell(this.row, column);
    dress(cell, right, format);
    writeNumber(cell, value);
  }

  /** Text that leads to another sheet. */
  link(column: number, text: string, target: string, style: Partial<CellStyle> = {}): void {
    this.put(column, text, { look: "link", ...style });
    this.book.link({ sheet: this.key, row: this.row, column, target, text });
  }

  /** The head of a table: one row of distinct words. */
  head(words: readonly string[], style: (column: number) => Partial<CellStyle> = () => ({})): void {
    for (const [i, word] of words.entries())
      this.put(i + 1, word, {
        look: "head",
        fill: "sand",
        line: "hairline",
        wrap: true,
        ...style(i + 1),
      });
    this.endRow(words.map((word, i) => [i + 1, word, "head"]));
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
    if (lines.length > 0) this.skip();
    for (const text of lines) this.line(text, { look: "note" }, { spacing: 2 });
  }

  /** The marks in short, under every table with figures; the sheet of the legend explains them. */
  legend(): void {
    const { texts, interval } = this.book;
    this.notes([
      `${texts.marksInShort}   ${texts.marksWhere}`,
      `${texts.heads.from}, ${texts.heads.to}: ${interval}`,
    ]);
  }

  /** Makes the rows from the head on a table with a name. */
  table(name: string, head: number, columns: readonly string[], filter = true, last = this.row - 1): void {
    if (last > head)
      this.book.table({ sheet: this.name, name, head, last, columns: columns.map(cellText), filter });
  }

  /** Everything about screen and paper, when the sheet is written. */
  close({ head, frozenColumns = 0, pages = 0, lastRow = this.row - 1 }: Printing = {}): void {
    const isFrozen = head !== undefined && frozenColumns > 0;
    this.sheet.views = [
      isFrozen
        ? { state: "frozen", xSplit: frozenColumns, ySplit: head.to, showGridLines: false }
        : { state: "normal", showGridLines: false },
    ];
    this.sheet.pageSetup = {
      paperSize: 9,
      orientation: "landscape",
      // A sheet that is fitted to pages has no breaks of its own.
      ...(this.#breaks
        ? { scale: Math.floor(this.#scale * 100) }
        : { fitToPage: true, fitToWidth: 1, fitToHeight: pages }),
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.65, bottom: 0.65, header: 0.3, footer: 0.3 },
      // exceljs puts the first dollar sign before each corner itself.
      printArea: `A$1:${columnLetters(this.lastColumn)}$${lastRow}`,
      ...(head ? { printTitlesRow: `${head.from}:${head.to}` } : {}),
    };
    const { study, wave } = this.book.reading.release;
    const { texts } = this.book;
    const named = printed(`${this.book.say(study.title)} · ${this.book.say(wave.title)}`);
    this.sheet.headerFooter = {
      oddFooter: `&L&"Calibri,Regular"&8 ${named}&R&"Calibri,Regular"&8 ${texts.page}`,
      ...(study.synthetic ? { oddHeader: `&C&"Calibri,Bold"&9 ${printed(texts.synthetic)}` } : {}),
    };
  }
}

/** Text for printed headers and footers: `&` starts a code there, and the whole line takes 255 characters. */
function printed(text: string): string {
  const plain = cellText(text).replaceAll("\n", " ");
  const short = plain.length > 90 ? `${plain.slice(0, 89).trimEnd()}…` : plain;
  return short.toWellFormed().replaceAll("&", "&&");
}
