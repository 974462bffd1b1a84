import { grouped, type IssuedCodes } from "@tiltas/contract/codes";

/** CSV with a byte order mark, by which spreadsheets know it is UTF-8. Codes and links hold nothing that needs quoting. */
export function codeTable(codes: IssuedCodes["codes"], heads: readonly [string, string]): string {
  const rows = [heads, ...codes.map(({ code, link }) => [grouped(code, 5), link] as const)];
  return `\uFEFF${rows.map((row) => `${row.join(",")}\r\n`).join("")}`;
}
