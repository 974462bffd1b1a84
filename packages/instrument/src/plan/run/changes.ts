import type { Step } from "../../expressions/index.ts";
import { absent, within } from "./lookup.ts";
import type { Dependence } from "./standing.ts";
import { areEqual } from "./values.ts";

/** What has changed, by the key of the answer. */
export type Changes = Map<string, unknown>;

/** An answer before and after. */
export class Change {
  readonly before: unknown;
  readonly after: unknown;

  constructor(before: unknown, after: unknown) {
    this.before = before;
    this.after = after;
  }
}

/** Whether changes concern an expression: "var" where it reads one of them. */
export function concern(changes: Changes, { isAlways, reads }: Dependence): "func" | "const" | "var" | "" {
  if (isAlways) return "func";
  if (reads.length === 0) return "const";
  return reads.some(({ name, steps }) => isChanged(changes, name, steps)) ? "var" : "";
}

function isChanged(changes: Changes, name: string, steps: readonly Step[]): boolean {
  if (name.startsWith("$") || changes.has(name) || changes.has(name.toLowerCase())) return true;
  const first = steps[0]?.name ?? "";
  if (first.endsWith(unwrapped) && changes.has(first.slice(0, -unwrapped.length))) return true;
  const beginning = beginningIn(changes, steps);
  if (beginning === undefined) return false;
  const change = changes.get(beginning.key);
  if (change === undefined || change === null) return false;
  if (!(change instanceof Change)) return true;
  const exact = { caseSensitive: false, trimStrings: false } as const;
  return !areEqual(
    inside(change.before, steps, beginning.length),
    inside(change.after, steps, beginning.length),
    exact,
  );
}

const unwrapped = "-unwrapped";

function beginningIn(changes: Changes, steps: readonly Step[]): { key: string; length: number } | undefined {
  let key = "";
  for (const [i, step] of steps.entries()) {
    key += i > 0 ? `.${step.name}` : step.name;
    if (changes.has(key)) return { key, length: i + 1 };
    if (changes.has(key.toLowerCase())) return { key: key.toLowerCase(), length: i + 1 };
  }
  return undefined;
}

/** The part of an answer that a reference means after its first steps. */
function inside(answer: unknown, steps: readonly Step[], from: number): unknown {
  const index = steps[from - 1]?.index;
  const entry = index === undefined ? answer : Array.isArray(answer) ? answer.at(index) : undefined;
  if (from >= steps.length) return entry;
  const value = within(entry, steps, from);
  return value === absent ? undefined : value;
}
