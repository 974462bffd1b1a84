import { CsvError, parse } from "csv-parse/sync";

/** A table as text: one header row, then one record per row. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Line of the file on which each row ends; empty lines and line breaks inside quotes count. */
  readonly lines: readonly number[];
}

/** One thing for which a text is no table, in the languages of staff; line null: the whole text. */
export interface TableProblem {
  readonly line: number | null;
  readonly sentence: { readonly lt: string; readonly en: string };
}

/** The text is no table; the message names the lines and what to do. */
export class TableError extends Error {
  override readonly name = "TableError";
  readonly problems: readonly TableProblem[];
  constructor(problems: readonly TableProblem[]) {
    super(problems.map(({ sentence }) => sentence.en).join("\n"));
    this.problems = problems;
  }
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
    throw refused({
      lt: "Lentelė tuščia. Pirmoje eilutėje turi būti stulpelių pavadinimai.",
      en: "The table is empty. Its first line must hold the column names.",
    });
  refuseUnclearHeader(header);
  refuseOtherLengths(records, lines);
  const rows = body.map((fields) => Object.fromEntries(header.map((name, i) => [name, fields[i] ?? ""])));
  return { header, rows, lines: lines.slice(1) };
}

/** Rows of another length are read too, so that all of them can be named. */
const asWritten = { bom: true, skip_empty_lines: true, relax_column_count: true } as const;

function parseRecords(text: string): { readonly records: string[][]; readonly lines: number[] } {
  const lines: number[] = [];
  const remember = (record: string[], at: { readonly lines: number }) => {
    lines.push(at.lines);
    return record;
  };
  try {
    return { records: parse(text, { ...asWritten, on_record: remember }), lines };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable(error);
  }
}

function unreadable({ code, lines }: CsvError): TableError {
  const line = Number(lines) || null;
  const at = line ?? "?";
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return refused(
      {
        lt: `Iki ${at} eilutės atidarytos kabutės neuždarytos. Uždarykite jas, o kabutes tekste rašykite dukart.`,
        en: `A quote opened before line ${at} is never closed. Close it, or double quotes inside a field.`,
      },
      line,
    );
  return refused(
    {
      lt: `${at} eilutė neperskaitoma: kabutės yra lauko viduryje. Į kabutes imkite visą lauką, o kabutes tekste rašykite dukart.`,
      en: `Line ${at} is not readable as CSV: a quote stands in the middle of a field. Quote the whole field and double the quotes inside it.`,
    },
    line,
  );
}

function refuseOtherLengths(records: readonly string[][], lines: readonly number[]): void {
  const width = records[0]?.length ?? 0;
  const problems = records.flatMap((fields, i) => (fields.length === width ? [] : [otherLength(lines[i]!)]));
  if (problems.length > 0) throw new TableError(problems);
}

const otherLength = (line: number): TableProblem => ({
  line,
  sentence: {
    lt: `${line} eilutėje laukų yra ne tiek, kiek pirmoje. Papildykite eilutę, o lauką su kableliu imkite į kabutes.`,
    en: `Line ${line} does not have as many fields as the first line. Complete the row, or quote fields that contain a comma.`,
  },
});

const refused = (sentence: TableProblem["sentence"], line: number | null = null) =>
  new TableError([{ line, sentence }]);

/** Spreadsheets of countries with a decimal comma write semicolons. */
function refuseOtherSeparators(text: string): void {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const separators = first.includes(";") ? semicolons : first.includes("\t") ? tabs : undefined;
  if (separators === undefined || /[,"]/.test(first)) return;
  throw refused(
    {
      lt: `Pirmos eilutės pavadinimai atskirti ${separators.lt}, o turi būti kableliais. Išsaugokite lentelę CSV pavidalu su kableliais tarp laukų ir taškais skaičiuose.`,
      en: `The names in the first line are separated by ${separators.en}, and they must be commas. Save the table as CSV with commas between fields and points in numbers.`,
    },
    1,
  );
}

const semicolons = { lt: "kabliataškiais", en: "semicolons" } as const;
const tabs = { lt: "tabuliacijos ženklais", en: "tabs" } as const;

function refuseUnclearHeader(header: readonly string[]): void {
  const problems = header.flatMap((name, i): TableProblem[] => {
    if (name.trim() === "") return [{ line: 1, sentence: nameless(i + 1) }];
    return header.indexOf(name) === i ? [] : [{ line: 1, sentence: twice(name) }];
  });
  if (problems.length > 0) throw new TableError(problems);
}

const nameless = (column: number) => ({
  lt: `${column} stulpelis be pavadinimo. Pirmoje eilutėje pavadinkite kiekvieną stulpelį.`,
  en: `Column ${column} has no name. Give every column a name in the first line.`,
});

const twice = (name: string) => ({
  lt: `Stulpelis „${name}“ pirmoje eilutėje yra du kartus. Vieną pervadinkite.`,
  en: `The column "${name}" occurs twice in the first line. Rename one of the two.`,
});

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
