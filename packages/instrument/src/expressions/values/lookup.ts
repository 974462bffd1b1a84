import type { Step } from "../host.ts";

/** What `lookUp` gives when nothing stands under a name. */
export const missing = Symbol("missing");

/**
 * What stands under a path in plain answers: names in small or capital letters, the longest name with dots first,
 * `[0]` counts entries from the front and `[-1]` from the end, `length` tells how many there are.
 *
 * @source survey-core 3.0.0, VariableGetterContext
 */
export function lookUp(answers: unknown, path: readonly Step[]): unknown {
  let value = answers;
  let next = 0;
  while (next < path.length) {
    const found = longestName(value, path, next);
    if (found === undefined) return missing;
    value = found.value;
    const index = path[found.last]?.index;
    if (index !== undefined) {
      if (!Array.isArray(value)) return missing;
      const place = index < 0 ? value.length + index : index;
      if (!(place > -1 && place < value.length)) return missing;
      value = value[place];
    }
    next = found.last + 1;
  }
  return value;
}

function longestName(value: unknown, path: readonly Step[], first: number) {
  let last = first;
  while (last < path.length - 1 && path[last]?.index === undefined) last += 1;
  for (; last >= first; last -= 1) {
    const name = first === last ? path[first]?.name : joinedName(path, first, last);
    const part = partCalled(value, name ?? "");
    if (part !== undefined) return { value: part, last };
  }
  return undefined;
}

function joinedName(path: readonly Step[], first: number, last: number): string {
  return path
    .slice(first, last + 1)
    .map((step) => step.name)
    .join(".");
}

function partCalled(value: unknown, name: string): unknown {
  if (name === "" || value === null || value === undefined) return undefined;
  if (name === "length" && (Array.isArray(value) || typeof value === "string")) return value.length;
  if (typeof value !== "object" || value instanceof Date) return undefined;
  const small = name.toLowerCase();
  const found = Object.keys(value).find((key) => key.toLowerCase() === small);
  return found === undefined ? undefined : Object.getOwnPropertyDescriptor(value, found)?.value;
}
