import { statSync } from "node:fs";
import { readCsv, TableError } from "@tiltas/formats/tables";
import { CommandError, readNamedFile } from "../../terminal/index.ts";
import { exampleMark, type PilotTable } from "./tables.ts";

/** A line of a table, with its place in the file. */
export interface Line {
  readonly number: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** Sentences about one file; a few are enough to begin with. */
export class TableFindings {
  readonly #path: string;
  readonly #sentences: string[] = [];
  #more = 0;

  constructor(path: string) {
    this.#path = path;
  }

  add(line: number, sentence: string): void {
    if (this.#sentences.length < 8) this.#sentences.push(`${this.#path}, line ${line}: ${sentence}`);
    else this.#more++;
  }

  /** @throws CommandError with one sentence for each finding */
  throwIfAny(): void {
    if (this.#sentences.length === 0) return;
    const more = this.#more === 0 ? [] : [`And ${this.#more} more of the kind in ${this.#path}.`];
    throw new CommandError([...this.#sentences, ...more].join("\n"));
  }
}

/**
 * Reads one table of a pilot, without its example lines.
 *
 * @param units names that further columns may have, where the table has such
 * @throws CommandError where the file is too large, no table, has other columns, or holds personal data
 */
export function readPilotTable(path: string, table: PilotTable, units: ReadonlySet<string>): Line[] {
  refuseLarge(path, table.mostBytes);
  const { header, rows, lines } = read(path);
  checkColumns(path, header, table, units);
  const [first = ""] = header;
  const found = rows
    .map((fields, i): Line => ({ number: lines[i] ?? 0, fields }))
    .filter(({ fields }) => !fields[first]?.startsWith(exampleMark));
  const findings = new TableFindings(path);
  for (const { number, fields } of found)
    for (const column of header)
      if (looksPersonal(fields[column] ?? ""))
        findings.add(
          number,
          `the column "${column}" holds what looks like an e-mail address or a telephone number. Take it out; people go by pseudonyms here.`,
        );
  findings.throwIfAny();
  return found;
}

function refuseLarge(path: string, mostBytes: number): void {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes > mostBytes)
    throw new CommandError(
      `${path} has ${Math.ceil(bytes / 1e6)} MB; tables of this kind are read up to ${mostBytes / 1e6} MB. Give the notes of this pilot only, or split the file.`,
    );
}

function read(path: string) {
  const text = readNamedFile(path);
  try {
    return readCsv(text);
  } catch (error) {
    if (error instanceof TableError) throw new CommandError(`${path}: ${error.message}`);
    throw error;
  }
}

/** Column names that speak of people, in the languages of the staff. */
const personal =
  /(^|_)(first|last|full|sur|family)?_?name$|vardas|pavard|e-?_?mail|el_?_?pa[sš]tas|phone|telefon|^tel(_|$)|address|adresas|asmens_?kod|personal_?(code|id)|birth|gimim|passport|\bip\b/i;

function checkColumns(
  path: string,
  header: readonly string[],
  { columns, further }: PilotTable,
  units: ReadonlySet<string>,
): void {
  const expected = columns.map(({ name }) => name);
  const known = (name: string) => expected.includes(name) || (further === "units" && units.has(name));
  for (const name of header) {
    if (known(name)) continue;
    if (personal.test(name))
      throw new CommandError(
        `${path}, line 1: the column "${name}" looks like personal data, which a pilot report never takes. Delete the column and use pseudonyms.`,
      );
    const remedy =
      further === "units"
        ? "Name the column after an item of the questionnaire"
        : `Columns are ${expected.join(", ")}`;
    throw new CommandError(
      `${path}, line 1: the column "${name}" is not known. ${remedy}; \`npx tiltas pilot templates\` writes the right ones.`,
    );
  }
  const missing = columns.find(({ name, optional }) => !optional && !header.includes(name));
  if (missing)
    throw new CommandError(
      `${path}, line 1: the column "${missing.name}" is missing. Add it; \`npx tiltas pilot templates\` writes all columns.`,
    );
}

function looksPersonal(text: string): boolean {
  return /[^\s@]+@[^\s@]+\.[a-z]{2,}/i.test(text) || /\+\d[\d ()-]{7,}\d/.test(text);
}

/** A pseudonym: short, without spaces, so that no name is written by mistake. */
export function isPseudonym(text: string): boolean {
  return /^[\p{L}\d_-]{1,24}$/u.test(text) && (/\d/.test(text) || text.length <= 3);
}

/** The known name nearest to a wrong one, to offer. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const shape = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]/gu, "");
  return [...known].find((one) => shape(one) === shape(name) || shape(one).startsWith(shape(name)));
}
