import type { Domains, Measurement } from "@tiltas/analysis/estimation";
import { readCsv } from "@tiltas/formats/tables";
import { CommandError } from "../terminal/index.ts";

/** An empty field and the two letters NA are missing, as R reads them. */
function isMissing(field: string): boolean {
  return field === "" || field === "NA";
}

const forWords =
  "Name a column of numbers; for categories use --proportion, or --total with column=category.";

/** The first ten, and how many more there are. */
function firstOf(levels: readonly string[]): string {
  const listed = levels.slice(0, 10).join(", ");
  return levels.length > 10 ? `${listed} and ${levels.length - 10} more` : listed;
}

/** A person's own table of microdata: one line per respondent. */
export class Microdata {
  readonly rows: number;
  readonly #header: readonly string[];
  readonly #records: readonly Readonly<Record<string, string>>[];
  readonly #lines: readonly number[];

  constructor(csv: string) {
    const { header, rows, lines } = readCsv(csv);
    this.#header = header;
    this.#lines = lines;
    this.#records = rows;
    this.rows = rows.length;
    if (rows.length === 0)
      throw new CommandError("The data hold column names but no rows. Give one line per respondent.");
  }

  has(column: string): boolean {
    return this.#header.includes(column);
  }

  /** Fields as text, NA as the empty string. @throws CommandError for an unknown column */
  texts(column: string): string[] {
    if (!this.has(column))
      throw new CommandError(
        `The data have no column "${column}". ${meant(column, this.#header)}They have: ${this.#header.join(", ")}.`,
      );
    return this.#records.map((record) => {
      const field = record[column] ?? "";
      return isMissing(field) ? "" : field;
    });
  }

  /** Line of the file on which a row ends; rows from 0. */
  lineOf(row: number): number {
    return this.#lines[row] ?? row + 2;
  }

  /**
   * Fields as numbers, NaN where missing.
   *
   * @param remedy what to do where the column holds words
   * @throws CommandError naming the column and the line of the first text
   */
  numbers(column: string, remedy: string = forWords): Float64Array {
    const numbers = new Float64Array(this.rows);
    this.texts(column).forEach((field, row) => {
      numbers[row] = field === "" ? Number.NaN : Number(field);
      if (field === "" || Number.isFinite(numbers[row])) return;
      if (/^-?\d+,\d+$/.test(field))
        throw new CommandError(
          `The column "${column}" has a decimal comma in line ${this.lineOf(row)}: "${field}". Write numbers with a point, such as ${field.replace(",", ".")}.`,
        );
      throw new CommandError(
        `The column "${column}" holds text in line ${this.lineOf(row)}, and a number is needed there. ${remedy}`,
      );
    });
    return numbers;
  }

  measurement(column: string): Measurement {
    return { values: this.numbers(column) };
  }

  /** The levels of a column in the order of their bytes, numbers by size. */
  levels(column: string): string[] {
    const found = [...new Set(this.texts(column))].filter((level) => level !== "");
    return found.every((level) => Number.isFinite(Number(level)))
      ? found.toSorted((a, b) => Number(a) - Number(b))
      : found.toSorted();
  }

  /** The levels of a column that is to make categories or domains. @throws CommandError where nobody has one */
  filledLevels(column: string): string[] {
    const levels = this.levels(column);
    if (levels.length > 0) return levels;
    throw new CommandError(
      `Nobody has a value in the column "${column}", so it makes no categories. Fill it in, or name another.`,
    );
  }

  /** Ones and zeros for one level of a column. @throws CommandError for a level that nobody has */
  indicator(column: string, level: string): Measurement {
    const levels = this.levels(column);
    if (!levels.includes(level))
      throw new CommandError(
        `Nobody has "${level}" in the column "${column}". It holds: ${firstOf(levels)}.`,
      );
    const values = Float64Array.from(this.texts(column), (field) =>
      field === "" ? Number.NaN : field === level ? 1 : 0,
    );
    return { values };
  }

  /** Domains of one column, or of several crossed; those that occur, the last column fastest. */
  domains(columns: readonly string[]): Domains & { readonly names: readonly string[] } {
    const texts = columns.map((column) => this.texts(column));
    const keyOf = (row: number) => texts.map((column) => column[row] ?? "");
    const names = columns
      .map((column) => this.levels(column))
      .reduce<string[][]>(
        (crossed, levels) => crossed.flatMap((left) => levels.map((level) => [...left, level])),
        [[]],
      )
      .map((levels) => JSON.stringify(levels));
    const present = new Set(Array.from({ length: this.rows }, (_, row) => JSON.stringify(keyOf(row))));
    const used = names.filter((name) => present.has(name));
    const places = new Map(used.map((name, i) => [name, i]));
    const of = Int32Array.from(
      { length: this.rows },
      (_, row) => places.get(JSON.stringify(keyOf(row))) ?? -1,
    );
    return { of, count: used.length, names: used.map((name) => JSON.parse(name).join(".")) };
  }
}

/** A remedy for a misspelt name: the nearest column, when a letter or two stand between. */
function meant(column: string, header: readonly string[]): string {
  const [nearest] = header
    .map((name) => ({ name, edits: editsBetween(column, name) }))
    .filter(({ edits }) => edits <= Math.max(1, Math.min(2, column.length / 4)))
    .sort((a, b) => a.edits - b.edits);
  return nearest ? `Did you mean "${nearest.name}"? ` : "";
}

/** How many letters must be put in, taken out or changed to make one word of the other. */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  [...from].forEach((letter, line) => {
    const next = [line + 1];
    for (let at = 1; at <= to.length; at += 1) {
      const changed = (row[at - 1] ?? 0) + (letter === to[at - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  });
  return row[to.length] ?? 0;
}
