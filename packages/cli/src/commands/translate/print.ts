import type { ImportSkip } from "@tiltas/instrument/translation";
import { type LanguageStatus, readyFor, translationStates } from "@tiltas/instrument/translation";
import type { TranslationFolder } from "./folder.ts";
import type { ImportReport } from "./import.ts";

/** Lines of a list that are shown before the rest is only counted. */
const shown = 20;

/** The status of all languages as a table. */
export function statusTable({ status }: TranslationFolder): string {
  const head = ["", "texts", "missing", "stale", ...translationStates, "ready for"];
  const rows = status.languages.map((one) => [
    one.language,
    one.total,
    one.missing,
    one.stale,
    ...translationStates.map((state) => one.states[state]),
    gates(one),
  ]);
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...cells.map((row) => (row[i] ?? "").length)));
  return cells
    .map((row) =>
      row
        .map((cell, i) =>
          i === 0 || i === row.length - 1 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function gates(language: LanguageStatus): string {
  const passed = (["publish", "pilot", "field"] as const).filter((gate) => readyFor(gate, language).ready);
  return passed.join(", ") || "nothing yet";
}

/** What an import did, for people. */
export function importWords({ folder, published, languages, written }: ImportReport): string {
  const blocks = languages.map(({ language, changes, skipped, untouched, absent }) => {
    const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
    return [
      `${language}: ${count("added")} added, ${count("changed")} changed, ${count("state")} with a new state, ${count("remark")} with a new note; ${untouched} rows as they were.`,
      ...limited(
        changes.map(
          ({ key, row, kind, stateAfter }) =>
            `  row ${row}  ${kind}  ${key}${stateAfter ? `  → ${stateAfter}` : ""}`,
        ),
      ),
      ...(skipped.length > 0 ? [`  Not taken (${skipped.length}):`, ...limited(skipped.map(skipWords))] : []),
      ...(absent.length > 0
        ? [`  ${absent.length} texts of the questionnaire have no row; they stay as they are.`]
        : []),
    ].join("\n");
  });
  const end = written.length > 0 ? `Wrote ${written.join(", ")} in ${folder}.` : "Nothing to write.";
  return [
    ...blocks,
    ...draftAdvice(
      folder,
      published,
      languages.flatMap(({ skipped }) => skipped),
    ),
    end,
  ].join("\n");
}

function draftAdvice(folder: string, published: boolean, skipped: readonly ImportSkip[]): string[] {
  if (!published || !skipped.some(({ reason }) => reason === "published")) return [];
  return [
    `${folder} is published: its words never change. Copy the folder under the next version number, write that number into "version" of its manifest.json, and import the same file there.`,
  ];
}

function skipWords({ row, key, reason, message }: ImportSkip): string {
  return `  row ${row}  ${reason}  ${key ?? ""}  ${message}`;
}

function limited(lines: readonly string[]): string[] {
  return lines.length <= shown
    ? [...lines]
    : [...lines.slice(0, shown), `  … and ${lines.length - shown} more (all of them with --json)`];
}
