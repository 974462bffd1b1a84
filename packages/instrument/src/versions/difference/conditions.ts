import type { Effect } from "../change.ts";
import { type Clause, clausesOf, follows } from "./logic.ts";
import type { Renames } from "./renames.ts";

/**
 * What became of conditions that must all hold: nothing, another spelling, or who passes. Expressions are compared by
 * what they say, as far as simple logic sees it; beyond that "changed" is the answer, never "same".
 */
export function compareConditions(
  before: readonly string[],
  after: readonly string[],
  renames: Renames,
): "same" | "respelled" | Effect {
  if (before.length === after.length && before.every((text, i) => text === after[i])) return "same";
  const old = before.flatMap((text) => clausesOf(renames.inExpression(text)));
  const now = after.flatMap(clausesOf);
  const isNarrower = allFollow(now, old);
  const isWider = allFollow(old, now);
  if (isNarrower && isWider) return isMovedOnly(before, after) ? "same" : "respelled";
  if (isNarrower) return "narrowed";
  return isWider ? "widened" : "changed";
}

/** Whether everything `wanted` says follows from what `given` says. */
function allFollow(given: readonly Clause[], wanted: readonly Clause[]): boolean {
  const keys = new Set(given.map(({ key }) => key));
  return wanted.every((clause) => keys.has(clause.key) || given.some((other) => follows(other, clause)));
}

/** The same texts in another order, such as a condition now on the panel instead of the item. */
function isMovedOnly(before: readonly string[], after: readonly string[]): boolean {
  const [old, now] = [before, after].map((texts) => [...new Set(texts)].sort());
  return old?.join("\n") === now?.join("\n");
}

/** Whether two expressions say the same in other spelling. */
export function isSameExpression(before: unknown, after: unknown, renames: Renames): boolean {
  if (typeof before !== "string" || typeof after !== "string") return false;
  return ["same", "respelled"].includes(compareConditions([before], [after], renames));
}
