import type { Findings } from "./refusal.ts";

/** Words that mean something else inside conditions or objects. */
const reserved = new Set([
  "choice",
  "column",
  "composite",
  "correctanswercount",
  "correctanswers",
  "correctedanswercount",
  "correctedanswers",
  "incorrectanswercount",
  "incorrectanswers",
  "incorrectedanswercount",
  "incorrectedanswers",
  "matrix",
  "nextrow",
  "parent",
  "prevrow",
  "questioncount",
  "rowindex",
  "totalrow",
  "visiblerowindex",
  "false",
  "infinity",
  "item",
  "locale",
  "nan",
  "null",
  "page",
  "pagecount",
  "pageno",
  "panel",
  "question",
  "row",
  "self",
  "survey",
  "true",
  "undefined",
  ...Object.getOwnPropertyNames(Object.prototype).map((name) => name.toLowerCase()),
]);

export function isReserved(name: string): boolean {
  return reserved.has(name.toLowerCase());
}

/**
 * Checks a name: a letter first, then letters, digits and _, at most 32, unique without regard to case
 * (conditions do not tell cases apart).
 */
export function readName(
  value: unknown,
  taken: Set<string>,
  path: string,
  findings: Findings,
): string | undefined {
  if (typeof value !== "string" || !/^[A-Za-z][A-Za-z0-9_]{0,31}$/.test(value)) {
    findings.add(path, "A name begins with a letter and holds at most 32 letters, digits and _.");
    return undefined;
  }
  if (isReserved(value)) findings.add(path, `The name ${value} is reserved; choose another.`);
  if (taken.has(value.toLowerCase()))
    findings.add(path, `The name ${value} is used twice; names are unique, in whatever case.`);
  taken.add(value.toLowerCase());
  return value;
}
