import type { Microdata } from "@tiltas/cli/microdata";

/**
 * A column of codes; or columns crossed, where the text for R makes a new column of them (`x = interaction(a, b)`).
 *
 * @param text  the design as R is told it
 */
export function codesOfCase(name: string, data: Microdata, text = ""): string[] {
  if (data.has(name)) return data.texts(name);
  const crossed = new RegExp(`\\b${name}\\s*=\\s*(?:interaction|paste0?)\\(([^)]*)\\)`).exec(text)?.[1];
  if (crossed === undefined) return data.texts(name);
  const columns = crossed
    .split(",")
    .map((column) => column.trim())
    .filter((column) => data.has(column))
    .map((column) => data.texts(column));
  return Array.from({ length: data.rows }, (_, row) => columns.map((column) => column[row]).join("."));
}
