import { cellText } from "./cell.ts";

/** A sheet's name as Excel takes it: 31 characters, none of `* ? : \ / [ ]`, no straight quote, no name twice. */
export function sheetName(name: string, others: readonly string[]): string {
  const allowed =
    cellText(name)
      .replace(/[*?:\\/[\]]/g, " ")
      .replaceAll("'", "’")
      .trim() || "–";
  const taken = new Set(others.map((other) => other.toLowerCase()));
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
