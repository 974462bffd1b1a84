import { basename } from "node:path";
import { type AuthorChange, sayProblem } from "@tiltas/instrument/authoring";
import type { ImportReport } from "./author-import.ts";

/** So many changes are told one by one. */
const told = 200;

/** An import for people: each change, what keeps it from being read, what was written and what to do next. */
export function toldImport(report: ImportReport): string {
  const { changes, problems, unmeasured, workbook, written, folder } = report;
  if (problems.length > 0)
    return [
      ...problems.map(sayProblem),
      `Nothing was written: ${counted(problems.length, "cell")} to put right in ${workbook}.`,
    ].join("\n");
  return [
    ...changes.slice(0, told).map(sayChange),
    ...(changes.length > told ? [`… and ${changes.length - told} more.`] : []),
    summary(report),
    ...(unmeasured.length > 0 ? ["Still empty on the sheet items, and asked for before publishing:"] : []),
    ...unmeasured.slice(0, told).map(({ item, columns }) => `  ${item}: ${columns.join(", ")}`),
    ...(written.length > 0 ? [`Wrote ${writtenWhere(report)}. Next: npx tiltas check ${folder}`] : []),
  ].join("\n");
}

function writtenWhere({ written, folder = "" }: ImportReport): string {
  return written[0] === basename(folder) ? folder : `${written.join(", ")} in ${folder}`;
}

function summary({ changes, required, from }: ImportReport): string {
  if (changes.length === 0) return "Nothing was changed in the workbook.";
  const said = counted(changes.length, "change");
  return required && required.bump !== "none"
    ? `${said} since ${from}: a ${required.bump} version, ${required.version} or higher.`
    : `${said}.`;
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
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
