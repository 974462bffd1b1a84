import { WorkbookError } from "./workbook-sheet.ts";

/** Excel takes no longer text in a cell. */
const longestText = 32_767;

/**
 * Text as a cell of a workbook can carry it: control characters dropped, lone surrogates replaced, Excel's `_xHHHH_`
 * escapes kept literal. It stays text whatever it starts with, never a formula.
 *
 * @throws WorkbookError for text longer than a cell takes
 */
export function cellText(text: string): string {
  const clean = text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "")
    .replace(/\r\n?/g, "\n")
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x");
  if (clean.length > longestText)
    throw new WorkbookError(
      `A text of ${clean.length} characters does not fit into a cell, which takes ${longestText}. Shorten it.`,
    );
  return clean;
}

/** A sheet's name as Excel takes it, and as no sheet in `taken` (lower case) is called. */
export function sheetName(name: string, taken: ReadonlySet<string>): string {
  const allowed =
    cellText(name)
      .replace(/[*?:\\/[\]\s]+/g, " ")
      .replaceAll("'", "’")
      .trim() || "–";
  for (let copy = 1; ; copy++) {
    const ending = copy === 1 ? "" : ` (${copy})`;
    const candidate =
      allowed
        .slice(0, 31 - ending.length)
        .toWellFormed()
        .trimEnd() + ending;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
