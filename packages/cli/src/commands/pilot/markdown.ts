import type { CellValue, WorkbookSheet } from "@tiltas/formats/tables";
import type { PilotWords } from "./words.ts";

/** The same sheets as a Markdown page: each a heading with its mark and a table. */
export function asMarkdown(title: string, sheets: readonly WorkbookSheet[], words: PilotWords): string {
  const parts = sheets.flatMap(({ name, columns, rows }) => [
    `## ${name}`,
    "",
    `*${words.mark}.*`,
    "",
    ...(rows.length === 0
      ? [words.nothing]
      : [
          line(columns.map(({ header }) => header.split("\n")[0] ?? "")),
          line(columns.map(() => "---")),
          ...rows.map((row) =>
            line(
              columns.map(({ key }) => row[key] ?? null),
              words,
            ),
          ),
        ]),
    "",
  ]);
  return `${[`# ${title}`, "", `**${words.markLong}**`, "", ...parts].join("\n").trimEnd()}\n`;
}

function line(cells: readonly CellValue[], words?: PilotWords): string {
  return `| ${cells.map((cell) => written(cell, words)).join(" | ")} |`;
}

function written(cell: CellValue, words: PilotWords | undefined): string {
  if (cell === null) return "";
  if (typeof cell === "number" && words) return words.number(cell, decimalsOf(cell));
  return String(cell)
    .replaceAll("\\", "\\\\")
    .replaceAll("|", "\\|")
    .replaceAll("<", "&lt;")
    .replaceAll("\n", "<br>");
}

function decimalsOf(value: number): number {
  return String(value).split(".")[1]?.length ?? 0;
}
