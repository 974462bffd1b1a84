import { type Call, type Expression, partsOf } from "./expression.ts";
import { conditionOfEntries } from "./functions/condition.ts";
import type { Reference } from "./host.ts";
import { spellingOf } from "./reference.ts";

/** A reference as it is used: inside the condition of sumInArray() and its like, entries are asked before the questionnaire. */
export interface UsedReference extends Reference {
  readonly inEntries: boolean;
}

/** Every reference once, in order of appearance, also those in conditions that sumInArray() and its like take as text. */
export function referencesIn(expression: Expression): UsedReference[] {
  const found = new Map<string, UsedReference>();
  collect(expression, undefined, (part, entriesOf) => {
    if (part.type !== "reference") return;
    const inEntries = entriesOf !== undefined;
    const key = `${inEntries}${spellingOf(part.reference)}`;
    if (!found.has(key)) found.set(key, { ...part.reference, inEntries });
  });
  return [...found.values()];
}

/** Every call, in order of appearance; those in the condition of another call stand at its place. */
export function callsIn(expression: Expression): Call[] {
  const found: Call[] = [];
  collect(expression, undefined, (part, entriesOf) => {
    if (part.type === "call") found.push(entriesOf ? { ...part, position: entriesOf.position } : part);
  });
  return found;
}

/** Names of the functions called, each once. */
export function functionsIn(expression: Expression): string[] {
  return [...new Set(callsIn(expression).map((call) => call.name))];
}

type Note = (part: Expression, entriesOf: Call | undefined) => void;

function collect(expression: Expression, entriesOf: Call | undefined, note: Note): void {
  note(expression, entriesOf);
  const condition = expression.type === "call" ? conditionOfEntries(expression) : undefined;
  for (const part of partsOf(expression)) if (part !== condition?.argument) collect(part, entriesOf, note);
  if (expression.type === "call" && condition?.expression !== undefined)
    collect(condition.expression, entriesOf ?? expression, note);
}
