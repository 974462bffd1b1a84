import { readCsv } from "@tiltas/formats/tables";
import type { CaseFile } from "./case-file.ts";
import type { CaseFolder } from "./case-folder.ts";
import { compareTrees, type Difference } from "./compare-trees.ts";
import { answerOf, isNamed } from "./kinds/index.ts";
import { isCompared } from "./not-compared.ts";
import { allowed } from "./tolerance.ts";

/** What a case came to. */
export interface Verdict {
  readonly id: string;
  readonly kind: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** Largest relative difference among the numbers that agree. */
  readonly worst: number;
  /** How many numbers of R were compared. */
  readonly numbers: number;
  readonly differences: readonly Difference[];
  /** Why there is nothing to compare, or undefined. */
  readonly reason?: string;
}

/** Puts a case to our engine and compares its answer with R's. */
export async function judge(one: CaseFile, folder: CaseFolder): Promise<Verdict> {
  const about = { id: one.id, kind: one.kind, worst: 0, numbers: 0, differences: [] };
  let got: object;
  try {
    const answer = await answerOf(one.kind);
    if (!answer)
      return isNamed(one.kind)
        ? { ...about, outcome: "failed", reason: "not computed yet" }
        : { ...about, outcome: "skipped", reason: `the kind "${one.kind}" is not known here` };
    got = await answer(folder.contextOf(one));
  } catch (error) {
    if (one.expected.error === true && isRefusal(error)) return { ...about, outcome: "passed" };
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { ...about, outcome: "failed", reason: said };
  }
  if (one.expected.error === true)
    return refuses(got)
      ? { ...about, outcome: "passed" }
      : { ...about, outcome: "failed", reason: "R refuses, ours gives an answer" };
  const { worst, numbers, differences } = compareTrees(withFilesRead(one.expected, folder), got, {
    allowed: (path) => allowed(path, one.tolerance),
    isCompared: (key) => isCompared(one.kind, key),
    newer: (path) => folder.newer[one.id]?.[path]?.[1],
  });
  return { ...about, worst, numbers, differences, outcome: differences.length === 0 ? "passed" : "failed" };
}

/** Our own errors say why in a sentence; the language's own are faults of the program. */
function isRefusal(error: unknown): boolean {
  const faults = ["Error", "TypeError", "RangeError", "ReferenceError", "SyntaxError", "AssertionError"];
  return error instanceof Error && !faults.includes(error.name);
}

function refuses(got: object): boolean {
  const { error, rows } = got as { error?: unknown; rows?: readonly Readonly<Record<string, unknown>>[] };
  if (error === true) return true;
  return (
    rows !== undefined &&
    rows.length > 0 &&
    rows.every(({ estimate, se }) => !isNumber(estimate) && !isNumber(se))
  );
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value);
}

/** Puts the last column of the files that R's answer names in their place. */
function withFilesRead(tree: unknown, folder: CaseFolder): unknown {
  if (Array.isArray(tree)) return tree.map((part) => withFilesRead(part, folder));
  if (typeof tree !== "object" || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => {
      if (!key.endsWith("_file") || typeof value !== "string") return [key, withFilesRead(value, folder)];
      const { header, rows } = readCsv(folder.read(value));
      const last = header.at(-1) ?? "";
      return [key, rows.map((row) => (row[last] === "" ? null : Number(row[last])))];
    }),
  );
}
