import { missing, type Step } from "../../expressions/index.ts";

/** Nothing of this name is there; undefined is something there without an answer. */
export const absent: unknown = missing;

/**
 * What a path means inside an answer. The longest name counts first: `a.b.c` as one property, then `a.b`, then `a`.
 *
 * @source survey-core 3.0.0, VariableGetterContext
 */
export function within(value: unknown, steps: readonly Step[], from: number): unknown {
  if (from >= steps.length) return absent;
  let current = value;
  let i = from;
  while (i < steps.length) {
    const found = longestMember(current, steps, i);
    if (found === undefined) return absent;
    current = found.value;
    const index = steps[found.at]?.index;
    i = found.at + 1;
    if (index === undefined) continue;
    if (!Array.isArray(current)) return absent;
    const place = index < 0 ? current.length + index : index;
    if (place < 0 || place >= current.length) return absent;
    current = current[place];
  }
  return current;
}

/** Last step that can belong to one name that begins at `from`: an index ends a name. */
export function lastOfName(steps: readonly Step[], from: number): number {
  let end = from;
  while (end < steps.length - 1 && steps[end]?.index === undefined) end += 1;
  return end;
}

/** Names of several steps joined, as survey-core tries them. */
export function joinedName(steps: readonly Step[], from: number, to: number): string {
  if (from === to) return steps[from]?.name ?? "";
  return steps
    .slice(from, to + 1)
    .map(({ name }) => name)
    .join(".");
}

function longestMember(
  holder: unknown,
  steps: readonly Step[],
  from: number,
): { value: unknown; at: number } | undefined {
  for (let at = lastOfName(steps, from); at >= from; at -= 1) {
    const value = member(holder, joinedName(steps, from, at));
    if (value !== undefined) return { value, at };
  }
  return undefined;
}

/** A property whatever its case, also of a map of answers; `length` of lists and texts. */
export function member(holder: unknown, name: string): unknown {
  if (holder === null || holder === undefined || name === "") return undefined;
  if (holder instanceof Map) return memberOf(holder, name);
  if (name === "length" && (Array.isArray(holder) || typeof holder === "string")) return holder.length;
  if (!isObject(holder)) return undefined;
  const lower = name.toLowerCase();
  for (const key of Object.keys(holder)) if (key === name || key.toLowerCase() === lower) return holder[key];
  return undefined;
}

function memberOf(answers: ReadonlyMap<unknown, unknown>, name: string): unknown {
  const lower = name.toLowerCase();
  for (const key of answers.keys())
    if (key === name || (typeof key === "string" && key.toLowerCase() === lower)) return answers.get(key);
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
