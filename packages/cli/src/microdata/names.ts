import { CommandError } from "../terminal/index.ts";
import type { Microdata } from "./microdata.ts";

/** Column names from one option: separated by commas; a name that holds a comma stands in double quotes. */
export function columnNames(text: string): string[] {
  const names = [...text.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?:,|$)/g)]
    .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain?.trim() ?? "")
    .filter((name) => name !== "");
  if (names.length === 0)
    throw new CommandError("An option names no column. Write names separated by commas.");
  return names;
}

/** `x/y` as its two columns; a slash inside a column name is understood when only one split names two columns. */
export function ratioColumns(text: string, data: Microdata): readonly [string, string] {
  const splits = [...text.matchAll(/\//g)].map(
    ({ index }) => [text.slice(0, index), text.slice(index + 1)] as const,
  );
  const known = splits.filter(([numerator, denominator]) => data.has(numerator) && data.has(denominator));
  if (known.length === 1 && known[0]) return known[0];
  if (splits.length === 1 && splits[0]) return splits[0];
  throw new CommandError(
    `"${text}" names no ratio. Write it as numerator/denominator, both columns of the data.`,
  );
}

/** `column` or `column=level`; an "=" that belongs to a column name is understood. */
export function columnAndLevel(text: string, data: Microdata): { column: string; level?: string } {
  if (data.has(text)) return { column: text };
  const at = [...text.matchAll(/=/g)]
    .map(({ index }) => index)
    .find((index) => data.has(text.slice(0, index)));
  if (at === undefined) return { column: text };
  return { column: text.slice(0, at), level: text.slice(at + 1) };
}
