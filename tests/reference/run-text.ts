import type { Verdict } from "./judge.ts";
import { byKind } from "./run-folder.ts";

const shownPerCase = 8;

/** The table by kind, the failures and the last line of a run. */
export function textOfRun(verdicts: readonly Verdict[]): string {
  return [...table(verdicts), ...failures(verdicts), lastLine(verdicts)].join("\n");
}

export function lastLine(verdicts: readonly Verdict[]): string {
  const count = (outcome: Verdict["outcome"]) => verdicts.filter((one) => one.outcome === outcome).length;
  return `${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`;
}

function table(verdicts: readonly Verdict[]): string[] {
  const rows = byKind(verdicts).map(({ kind, cases, passed, failed, skipped, worst }) => [
    kind,
    ...[cases, passed, failed, skipped].map(String),
    worst === 0 ? "0" : worst.toExponential(1),
  ]);
  const all = [["kind", "cases", "passed", "failed", "skipped", "worst relative difference"], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  return [...all.map(line), ""];
}

function failures(verdicts: readonly Verdict[]): string[] {
  return verdicts
    .filter(({ outcome }) => outcome !== "passed")
    .flatMap(({ id, kind, outcome, reason, differences }) => [
      `${outcome} ${id} (${kind})${reason === undefined ? "" : `: ${reason}`}`,
      ...differences
        .slice(0, shownPerCase)
        .map(({ path, expected, got }) => `  ${path}: expected ${said(expected)}, got ${said(got)}`),
      ...(differences.length > shownPerCase ? [`  … and ${differences.length - shownPerCase} more`] : []),
    ])
    .concat("");
}

function said(value: unknown): string {
  return value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value));
}
