export type CsvValue = string | number | null;

/** How a spreadsheet of a country writes tables. */
export interface CsvForm {
  readonly separator: "," | ";";
  readonly decimal: "." | ",";
  /** The mark at the start by which Excel knows UTF-8. */
  readonly mark: boolean;
}

/** As programs read it: RFC 4180, UTF-8. */
export const plainCsv: CsvForm = { separator: ",", decimal: ".", mark: false };
/** As Lithuanian Excel opens it with a double click. */
export const lithuanianCsv: CsvForm = { separator: ";", decimal: ",", mark: true };

/**
 * A table as CSV with CRLF. Every text stands in quotes; one that a spreadsheet would run as a formula gets an
 * apostrophe before it. Numbers, negative ones too, stay numbers.
 *
 * @throws RangeError for a number that is none
 */
export function csvText(rows: Iterable<readonly CsvValue[]>, form: CsvForm): string {
  let text = form.mark ? "\ufeff" : "";
  for (const row of rows) text += `${row.map((value) => field(value, form)).join(form.separator)}\r\n`;
  return text;
}

/** First characters after which a spreadsheet computes, full-width ones included. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

function field(value: CsvValue, { decimal }: CsvForm): string {
  if (value === null) return "";
  if (typeof value === "string")
    return `"${(formula.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number a table can hold.`);
  return String(value).replace(".", decimal);
}
