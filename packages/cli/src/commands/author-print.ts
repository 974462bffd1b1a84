import { type AuthorChange, sayProblem } from "@tiltas/instrument/authoring";
import type { ImportReport } from "./author-import.ts";

/** So many changes are told one by one. */
const told = 200;

/** An import for people: each change, what keeps it from being read, what was written and what to do next. */
export function toldImport(report: ImportReport): string {
  const { changes, problems, written, folder, required, from } = report;
  const lines = changes.slice(0, told).map(sayChange);
  const rest = changes.length > told ? [`… and ${changes.length - told} more.`] : [];
  if (problems.length > 0)
    return [
      ...problems.map(sayProblem),
      `Nothing was written: ${problems.length} to put right in ${report.workbook}.`,
    ].join("\n");
  if (changes.length === 0) return "Nothing was changed in the workbook.";
  return [
    ...lines,
    ...rest,
    ...(required && required.bump !== "none"
      ? [
          `${changes.length} changes since ${from}: a ${required.bump} version, ${required.version} or higher.`,
        ]
      : [`${changes.length} changes.`]),
    written.length === 0
      ? "Nothing was written."
      : `Wrote ${written.join(", ")} in ${folder}. Next: npx tiltas check ${folder}`,
  ].join("\n");
}

function sayChange({ sheet, row, column, kind, what, before = "", after = "" }: AuthorChange): string {
  const place = row === undefined ? sheet : `${sheet}, row ${row}`;
  if (kind === "added" || kind === "removed") return `${place}: ${what} ${kind}`;
  return `${place}: ${what}, ${column}: ${shown(before)} → ${shown(after)}`;
}

function shown(text: string): string {
  const line = text.replace(/\s+/g, " ");
  if (line === "") return "(empty)";
  return line.length > 80 ? `"${line.slice(0, 80).toWellFormed()}…"` : `"${line}"`;
}
