import type { Json } from "./json-place.ts";

/** A text as JSON, or the line and column at which it stops being it (null where the reader does not say). */
export type Read =
  | { readonly value: Json }
  | { readonly value?: undefined; readonly line: number | null; readonly column: number | null };

export function readJson(text: string): Read {
  try {
    return { value: JSON.parse(text) as Json };
  } catch (error) {
    return { ...placeIn(text, error instanceof Error ? error.message : "") };
  }
}

/** Browsers say "at position 12", "at line 1 column 13", or nothing; the end of the text stands for nothing. */
function placeIn(text: string, message: string): { line: number | null; column: number | null } {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined && column !== undefined) return { line: Number(line), column: Number(column) };
  const [, position] = /position (\d+)/.exec(message) ?? [];
  const at = position === undefined && /end of/i.test(message) ? text.length : Number(position);
  if (!Number.isFinite(at)) return { line: null, column: null };
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
