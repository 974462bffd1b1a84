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
    const candidate = shortened(allowed, 31 - ending.length) + ending;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** Long names end at a word, with an ellipsis. */
function shortened(name: string, longest: number): string {
  if (name.length <= longest) return name;
  const cut = name.slice(0, longest - 1).toWellFormed();
  const words = cut.slice(0, cut.lastIndexOf(" "));
  return `${(words.length > longest / 2 ? words : cut).trimEnd()}…`;
}
