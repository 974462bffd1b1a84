import type { Effect } from "../change.ts";

/** Switches that let fewer answers through when on. */
const closing = new Set(["isUnique", "eachRowUnique", "caseInsensitive"]);

/** Whether a changed limit lets fewer or more answers through. */
export function limitEffect(property: string, from: unknown, to: unknown): Effect {
  if (typeof to === "boolean" || typeof from === "boolean") {
    const isOn = to === true || from === false;
    return isOn === closing.has(property) ? "narrowed" : "widened";
  }
  const bounds = [from, to].map((value) => (value === undefined ? undefined : Number(value)));
  if (bounds.some((bound) => bound !== undefined && !Number.isFinite(bound))) return "changed";
  const [old, now] = bounds;
  if (/^min/.test(property)) return (now ?? -Infinity) > (old ?? -Infinity) ? "narrowed" : "widened";
  if (/^(max|timeLimit)/.test(property))
    return (now ?? Infinity) < (old ?? Infinity) ? "narrowed" : "widened";
  return "changed";
}

/** Several effects together. */
export function together(effects: readonly Effect[]): Effect {
  const [first = "changed", ...others] = effects;
  return others.every((effect) => effect === first) ? first : "changed";
}
