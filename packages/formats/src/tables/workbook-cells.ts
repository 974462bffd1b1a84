import { WorkbookError } from "./workbook-sheet.ts";
import { readXml } from "./workbook-xml.ts";

/** Most cells that are read, and the last column: beyond it no table of ours goes. */
export const cellLimits = { cells: 400_000, column: 1_000 } as const;

/** What the cells of a sheet refer to. */
export interface CellSources {
  readonly shared: readonly string[];
  /** Which cell formats show a number as a day. */
  readonly days: readonly boolean[];
  readonly isFrom1904: boolean;
}

export interface SheetRow {
  readonly number: number;
  /** By column, counted from 1; only cells that hold something. */
  readonly texts: ReadonlyMap<number, string>;
}

/** Reads a sheet's cells as text, row by row. @throws WorkbookError when there are too many, or the part is damaged */
export function readCells(part: Uint8Array, sources: CellSources): SheetRow[] {
  const reader = new CellReader(sources);
  readXml(part, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (words) => reader.text(words),
    close: (name) => reader.close(name),
  });
  return reader.rows;
}

class CellReader {
  readonly rows: SheetRow[] = [];
  readonly #sources: CellSources;
  #texts = new Map<number, string>();
  #row = 0;
  #column = 0;
  #cells = 0;
  #type = "n";
  #format = 0;
  #words = "";
  #isWords = false;
  #reading = 0;

  constructor(sources: CellSources) {
    this.#sources = sources;
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === "row") this.#beginRow(Number(attributes.get("r") ?? this.#row + 1));
    else if (name === "c") this.#beginCell(attributes);
    else if (name === "rPh") this.#reading++;
    this.#isWords = (name === "v" || name === "t") && this.#reading === 0;
  }

  text(words: string): void {
    if (this.#isWords) this.#words += words;
  }

  close(name: string): void {
    this.#isWords = false;
    if (name === "rPh") this.#reading--;
    if (name === "c") this.#endCell();
    if (name === "row" && this.#texts.size > 0) this.rows.push({ number: this.#row, texts: this.#texts });
  }

  #beginRow(number: number): void {
    this.#row = number;
    this.#column = 0;
    this.#texts = new Map();
  }

  #beginCell(attributes: ReadonlyMap<string, string>): void {
    const letters = /^[A-Z]{1,3}/.exec(attributes.get("r") ?? "")?.[0];
    this.#column = letters === undefined ? this.#column + 1 : columnOf(letters);
    this.#type = attributes.get("t") ?? "n";
    this.#format = Number(attributes.get("s") ?? 0);
    this.#words = "";
  }

  #endCell(): void {
    const text = this.#plain();
    if (text.trim() === "") return;
    if (++this.#cells > cellLimits.cells || this.#column > cellLimits.column)
      throw new WorkbookError(
        `This workbook holds more than ${cellLimits.cells.toLocaleString("en")} cells or ${cellLimits.column.toLocaleString("en")} columns. Take out what is not part of the table.`,
      );
    this.#texts.set(this.#column, text);
  }

  #plain(): string {
    const words = this.#words;
    if (this.#type === "s") return decoded(this.#sources.shared[Number(words)] ?? "");
    if (this.#type === "b") return words === "1" ? "true" : words === "0" ? "false" : words;
    if (this.#type === "n" && this.#sources.days[this.#format] && words !== "")
      return dayOf(Number(words), this.#sources.isFrom1904);
    if (this.#type === "n" && words !== "")
      return Number.isNaN(Number(words)) ? words : String(Number(words));
    return decoded(words);
  }
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Excel writes signs that XML cannot hold as `_x000D_`, and what looks like that as `_x005F_x000D_`. */
function decoded(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, "\n");
}

const dayLength = 86_400_000;

/** Days since the turn of 1899 to 1900 as Excel counts them, or since 1904; with the time only where there is one. */
function dayOf(serial: number, isFrom1904: boolean): string {
  if (!Number.isFinite(serial)) return "";
  const start = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(start + Math.round(serial * dayLength));
  if (Number.isNaN(date.getTime())) return String(serial);
  const iso = date.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19);
}
