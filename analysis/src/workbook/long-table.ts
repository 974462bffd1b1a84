import { columnLetters, type WorkbookPackage, xmlText } from "../charts/index.ts";
import { CellError, cellText } from "./cell.ts";
import { isWrittenAsZero, type Unit } from "./estimate-cells.ts";

/** Many plain rows. They go into the sheet as XML: as objects, a cell each, they would take ten times the room. */
export interface LongTable {
  /** Name of the sheet. */
  readonly sheet: string;
  /** Rows that stand there only to lend their looks; the first row of the table takes the place of the first of them. */
  readonly looks: { readonly from: number; readonly to: number };
  /** Points. */
  readonly height: number;
  readonly rows: readonly LongRow[];
}

export interface LongRow {
  /** Which of the rows that lend their looks it is dressed like. */
  readonly look: number;
  readonly cells: readonly (string | number | null)[];
  /** Another of them, for the numbers of these columns (from 0). */
  readonly others?: ReadonlyMap<number, number>;
}

/** Numbers of the given columns that are written as zero take the look of another row: they have no sign. */
export function zeros(
  cells: LongRow["cells"],
  columns: readonly number[],
  unit: Unit,
  look: number,
): ReadonlyMap<number, number> {
  return new Map(
    columns.flatMap((column) => {
      const value = cells[column];
      return typeof value === "number" && isWrittenAsZero(value, unit) ? [[column, look] as const] : [];
    }),
  );
}

/** The last thing that happens to a sheet. */
export function addLongTable(workbook: WorkbookPackage, table: LongTable): void {
  const part = workbook.sheetPart(table.sheet);
  const before = workbook.read(part);
  const lent = lentRows(before, table.looks);
  const strings = new SharedStrings(workbook);
  const start = lent[0]?.start ?? 0;
  const end = lent.at(-1)?.end ?? start;
  const pieces = [encoded(withDimension(before.slice(0, start), table))];
  for (let first = 0; first < table.rows.length; first += rowsAtOnce)
    pieces.push(encoded(rowsXml(table, first, lent, strings)));
  workbook.finish(part, [...pieces, encoded(before.slice(end))]);
  strings.close();
}

const rowsAtOnce = 256;
const encoder = new TextEncoder();
const encoded = (text: string): Uint8Array => encoder.encode(text);

function rowsXml(
  { rows, looks, height }: LongTable,
  first: number,
  lent: ReturnType<typeof lentRows>,
  strings: SharedStrings,
): string {
  const letters = (rows[0]?.cells ?? []).map((_, c) => columnLetters(c + 1));
  let xml = "";
  for (const [i, { look, cells, others }] of rows.slice(first, first + rowsAtOnce).entries()) {
    const number = looks.from + first + i;
    const styleOf = (c: number) => lent[others?.get(c) ?? look]?.styles[c] ?? "0";
    xml += `<row r="${number}" ht="${height}" customHeight="1">`;
    for (let c = 0; c < cells.length; c++)
      xml += cellXml(cells[c] ?? null, `${letters[c]}${number}`, styleOf(c), strings);
    xml += "</row>";
  }
  return xml;
}

function lentRows(sheet: string, { from, to }: LongTable["looks"]) {
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const start = sheet.indexOf(`<row r="${from + i}"`);
    const end = sheet.indexOf("</row>", start) + "</row>".length;
    if (start === -1) throw new RangeError(`Row ${from + i} lends no look: it was not written.`);
    return {
      start,
      end,
      styles: [...sheet.slice(start, end).matchAll(/<c [^>]*s="(\d+)"/g)].map(([, s]) => s),
    };
  });
}

function cellXml(cell: string | number | null, ref: string, style: string, strings: SharedStrings): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "string") return `<c r="${ref}" s="${style}" t="s"><v>${strings.place(cell)}</v></c>`;
  if (!Number.isFinite(cell)) throw new CellError(`${cell} is not a number a cell can hold.`);
  return `<c r="${ref}" s="${style}"><v>${cell}</v></c>`;
}

function withDimension(sheet: string, { looks, rows }: LongTable): string {
  return sheet.replace(
    /<dimension ref="A1:([A-Z]+)\d+"\/>/,
    `<dimension ref="A1:$1${looks.from + Math.max(0, rows.length - 1)}"/>`,
  );
}

/** The texts of the whole workbook, each kept once. */
class SharedStrings {
  readonly #workbook: WorkbookPackage;
  readonly #before: string;
  readonly #first: number;
  readonly #places = new Map<string, number>();
  #used = 0;

  constructor(workbook: WorkbookPackage) {
    this.#workbook = workbook;
    this.#before = workbook.read("xl/sharedStrings.xml");
    this.#first = this.#before.split("<si>").length - 1;
  }

  place(text: string): number {
    this.#used++;
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const place = this.#first + this.#places.size;
    this.#places.set(text, place);
    return place;
  }

  close(): void {
    const added = [...this.#places.keys()]
      .map((text) => `<si><t xml:space="preserve">${xmlText(cellText(text))}</t></si>`)
      .join("");
    const total = this.#first + this.#places.size;
    const counted = this.#before
      .replace(/ count="(\d+)"/, (_, count: string) => ` count="${Number(count) + this.#used}"`)
      .replace(/ uniqueCount="\d+"/, ` uniqueCount="${total}"`);
    this.#workbook.write(
      "xl/sharedStrings.xml",
      counted.replace("</sst>", () => `${added}</sst>`),
    );
  }
}
