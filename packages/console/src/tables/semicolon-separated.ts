/** What a cell holds: words, a number, or nothing. */
export type Plain = string | number | null;

/**
 * Rows as the CSV that Lithuanian and English Excel open alike: semicolons, every cell of words quoted, a byte order
 * mark in front. Words that a spreadsheet would take for a formula get an apostrophe in front of them.
 */
export function semicolonSeparated(rows: readonly (readonly Plain[])[], decimalSign: "," | "."): string {
  const write = (cell: Plain) => {
    if (cell === null) return "";
    if (typeof cell === "number") return String(cell).replace(".", decimalSign);
    const safe = /^[=+\-@\t\r＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
    return `"${safe.replaceAll('"', '""')}"`;
  };
  return `\uFEFF${rows.map((row) => row.map(write).join(";")).join("\r\n")}\r\n`;
}
