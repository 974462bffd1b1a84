/** Texts longer than a spreadsheet cell takes stay in the definition as they are. */
const longestCell = 32_000;
export const tooLong = "[too long for a cell; stays as it is]";

/** What a cell shows of a value, as it comes back from a spreadsheet that nobody touched. */
export function cellOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  const clean = comparable(text);
  return clean.length > longestCell ? tooLong : clean;
}

/** Text without what spreadsheets change on their way: control characters, kinds of line breaks, blanks at the ends. */
export function comparable(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a workbook cannot hold
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "")
      .replace(/\r\n?/g, "\n")
      .trim()
  );
}

const yes = new Set(["yes", "true", "taip", "x", "1"]);
const no = new Set(["no", "false", "ne", "0"]);

/** "yes" or "no"; undefined for anything else. */
export function flagIn(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

export function numberIn(text: string): number | undefined {
  const number = Number(text.replace(",", "."));
  return text !== "" && Number.isFinite(number) ? number : undefined;
}
