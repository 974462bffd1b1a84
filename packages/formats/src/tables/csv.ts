import { CsvError, parse } from "csv-parse/sync";

/** A table as text: one header row, then one record per row. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Line of the file on which each row ends; empty lines and line breaks inside quotes count. */
  readonly lines: readonly number[];
}

/** The text is no table; the message names the line and what to do. */
export class TableError extends Error {
  override readonly name = "TableError";
}

/**
 * Reads a CSV table (RFC 4180; UTF-8, a leading byte order mark is tolerated). Every row has every column of the
 * header; an empty field is the empty string.
 *
 * @throws TableError when a row has more or fewer fields than the header, a quote is left open, or a column name
 *   is empty or occurs twice, or names are separated by semicolons or tabs
 */
export function readCsv(text: string): Table {
  refuseOtherSeparators(text);
  const { records, lines } = parseRecords(text);
  const [header, ...body] = records;
  if (header === undefined)
    throw new TableError("The table is empty. Its first line must hold the column names.");
  refuseUnclearHeader(header);
  const rows = body.map((fields) => Object.fromEntries(header.map((name, i) => [name, fields[i] ?? ""])));
  return { header, rows, lines: lines.slice(1) };
}

function parseRecords(text: string): { readonly records: string[][]; readonly lines: number[] } {
  const lines: number[] = [];
  const remember = (record: string[], at: { readonly lines: number }) => {
    lines.push(at.lines);
    return record;
  };
  try {
    return { records: parse(text, { bom: true, skip_empty_lines: true, on_record: remember }), lines };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new TableError(sentenceFor(error));
  }
}

function sentenceFor(error: CsvError): string {
  const line = String(error.lines ?? "?");
  if (
    error.code === "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH" ||
    error.code === "CSV_RECORD_INCONSISTENT_COLUMNS"
  )
    return `Line ${line} does not have as many fields as the first line. Complete the row, or quote fields that contain a comma.`;
  if (error.code === "CSV_QUOTE_NOT_CLOSED")
    return `A quote opened before line ${line} is never closed. Close it, or double quotes inside a field.`;
  return `Line ${line} is not readable as CSV: a quote stands in the middle of a field. Quote the whole field and double the quotes inside it.`;
}

/** Spreadsheets of countries with a decimal comma write semicolons. */
function refuseOtherSeparators(text: string): void {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const separators = first.includes(";") ? "semicolons" : first.includes("\t") ? "tabs" : undefined;
  if (separators === undefined || /[,"]/.test(first)) return;
  throw new TableError(
    `The names in the first line are separated by ${separators}, and they must be commas. Save the table as CSV with commas between fields and points in numbers.`,
  );
}

function refuseUnclearHeader(header: readonly string[]): void {
  header.forEach((name, i) => {
    if (name.trim() === "")
      throw new TableError(`Column ${i + 1} has no name. Give every column a name in the first line.`);
    if (header.indexOf(name) !== i)
      throw new TableError(`The column "${name}" occurs twice in the first line. Rename one of the two.`);
  });
}

/**
 * Writes a CSV table (RFC 4180, CRLF, UTF-8 without mark). A text that a spreadsheet would run as a formula
 * (first character = + - @ TAB CR) gets a leading apostrophe; numbers, negative ones too, stay numbers.
 */
export function writeCsv(
  header: readonly string[],
  rows: Iterable<Readonly<Record<string, string | number | null>>>,
): string {
  const lines = [header.map((name) => field(name)).join(",")];
  for (const row of rows) lines.push(header.map((name) => field(row[name] ?? null)).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

const plainNumber = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

function field(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const safe = /^[=+\-@\t\r]/.test(value) && !plainNumber.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
