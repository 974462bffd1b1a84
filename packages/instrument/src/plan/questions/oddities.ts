import type { OutlineNode } from "../../definition/outline.ts";
import { isNumber, recognisedNumber } from "../../expressions/index.ts";
import { Meaning } from "../compile/meaning.ts";
import type { Question } from "../run/question.ts";
import type { Compiling } from "./shapes.ts";

/** What no respondent could have given on screen: see `Removal`. Absent answers are never odd. */

function isAbsent(given: unknown): boolean {
  return given === undefined || given === null;
}

function isCode(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

export function tellCode(question: Question, given: unknown, codes: readonly unknown[]): void {
  if (isAbsent(given) || codes.includes(given)) return;
  question.run.removed(question, isCode(given) ? "unknown-code" : "wrong-type");
}

export interface OfferedCodes {
  /** Absent where words of one's own count as well. */
  readonly codes: readonly unknown[] | undefined;
  /** Codes that are chosen alone or not at all. */
  readonly alone?: readonly unknown[];
  /** How many may be chosen. */
  readonly most: number;
  /** The code in a member of the list. */
  readonly codeIn?: (member: unknown) => unknown;
}

/** A list of codes: none twice, not more than may be chosen, and one that excludes all others only by itself. */
export function tellCodes(
  question: Question,
  given: unknown,
  { codes, alone = [], most, codeIn = (member) => member }: OfferedCodes,
): void {
  if (isAbsent(given)) return;
  if (!Array.isArray(given)) {
    question.run.removed(question, "wrong-type");
    return;
  }
  const chosen = given.slice(0, most + 1).map(codeIn);
  const contradicts = chosen.length > 1 && chosen.some((code) => alone.includes(code));
  if (given.length > most || new Set(chosen).size < chosen.length || contradicts)
    question.run.removed(question, "wrong-type");
  for (const [i, code] of chosen.entries()) {
    const reason = isCode(code) ? "unknown-code" : "wrong-type";
    const counts = codes === undefined ? isCode(code) || code === undefined : codes.includes(code);
    if (!counts) question.run.removed(question, reason, `${question.answerPath}[${i}]`);
  }
}

/** Bounds that are no numbers bound nothing. */
export function tellNumber(question: Question, given: unknown, min: unknown, max: unknown): void {
  if (isAbsent(given)) return;
  if (typeof given !== "number" || !Number.isFinite(given)) question.run.removed(question, "wrong-type");
  else if (
    (isNumber(min) && given < recognisedNumber(min)) ||
    (isNumber(max) && given > recognisedNumber(max))
  )
    question.run.removed(question, "out-of-range");
}

/** @param longest  in code points; 0 for any length */
export function tellText(question: Question, given: unknown, longest: number): void {
  if (isAbsent(given)) return;
  if (typeof given !== "string") question.run.removed(question, "wrong-type");
  else if (longest > 0 && given.length > longest && [...given].length > longest)
    question.run.removed(question, "too-long");
}

/** The question's own limit of length, or the survey's; 0 for none. */
export function longestIn(node: OutlineNode, { survey }: Compiling): number {
  const own = new Meaning(node).number("maxLength", -1);
  return Math.max(own < 0 ? survey.maxTextLength : own, 0);
}
