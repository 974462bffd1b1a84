import type { NumberCells, Series, TextCells } from "../charts/index.ts";
import type { ReleasedCell } from "../disclosure/released-tables.ts";
import { isShown } from "../release/index.ts";
import type { Book } from "./book.ts";
import { Page } from "./page.ts";

/** One row of bars or one line, with a cell for each category. */
export interface Drawn {
  readonly name: string;
  readonly cells: readonly (ReleasedCell | undefined)[];
  readonly tone: keyof typeof tones;
}

/** Bars are light, so that the lower whisker can be seen on them. */
const tones = {
  green: { colour: "A9CDBF", dark: "1F5D50" },
  slate: { colour: "B9CADB", dark: "35608F" },
  sand: { colour: "DDD2B4", dark: "8A7440" },
} as const;

const widths = [44, 16, 10, 10, 16, 10, 10, 16, 10, 10];

/** The sheet with the cells of all charts: estimates, and distances to the ends of their intervals. */
export class ChartData {
  readonly #page: Page;
  #number = 0;

  constructor(book: Book) {
    this.#page = new Page(book, "chartData", widths);
    this.#page.open(book.texts.sheets.chartData, book.texts.chartDataMessage);
  }

  /** Writes the cells of a chart and says where they stand. */
  block(title: string, categories: readonly string[], drawn: readonly Drawn[], format: string): Series[] {
    const page = this.#page;
    const { wordOf } = page.book.texts;
    page.line(`${wordOf.chart} ${++this.#number}. ${title}`, { look: "strong", vertical: "bottom" });
    const head = page.row;
    page.head(["", ...drawn.flatMap(({ name }) => [name, wordOf.below, wordOf.above])], (column) =>
      column > 1 ? { align: "right", look: column % 3 === 2 ? "head" : "quietHead" } : {},
    );
    for (const [i, category] of categories.entries()) this.#row(category, drawn, i, format);
    page.skip();
    const names = this.#texts(1, head + 1, categories);
    return drawn.map((one, place) => this.#series(one, 2 + place * 3, head, names, format));
  }

  close(): void {
    this.#page.close();
  }

  #row(category: string, drawn: readonly Drawn[], i: number, format: string): void {
    const page = this.#page;
    page.put(1, category, { look: "body", line: "hairline" });
    for (const [place, { cells }] of drawn.entries()) {
      const [value, below, above] = distances(cells[i]);
      const column = 2 + place * 3;
      page.number(column, value, format, { look: "body", line: "hairline" });
      // Distances have no sign.
      const plain = format.replace(/^\+([^;]*);.*$/, "$1");
      page.number(column + 1, below, plain, { look: "quiet", line: "hairline" });
      page.number(column + 2, above, plain, { look: "quiet", line: "hairline" });
    }
    page.endRow();
  }

  #series(one: Drawn, column: number, head: number, categories: TextCells, format: string): Series {
    const rows = one.cells.map(distances);
    const numbers = (offset: 0 | 1 | 2): NumberCells => ({
      range: { sheet: this.#page.name, column: column + offset, from: head + 1, to: head + rows.length },
      numbers: rows.map((row) => row[offset]),
      format,
    });
    return {
      name: this.#texts(column, head, [one.name]),
      categories,
      values: numbers(0),
      ...(rows.some(([, below]) => below !== null)
        ? { interval: { below: numbers(1), above: numbers(2) } }
        : {}),
      ...tones[one.tone],
    };
  }

  #texts(column: number, from: number, texts: readonly string[]): TextCells {
    return { range: { sheet: this.#page.name, column, from, to: from + texts.length - 1 }, texts };
  }
}

/** Estimate, and how far below and above it the interval reaches; six decimals as in the release. */
function distances(cell: ReleasedCell | undefined): [number | null, number | null, number | null] {
  if (!isShown(cell)) return [null, null, null];
  const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
  const { value, low, high } = cell;
  return [value, low === null ? null : rounded(value - low), high === null ? null : rounded(high - value)];
}
