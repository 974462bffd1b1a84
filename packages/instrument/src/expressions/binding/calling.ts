import type { Call } from "../expression.ts";
import { choosingFunctions } from "../functions/choosing.ts";
import { dateFunctions } from "../functions/dates.ts";
import type { Asking, Plain, Timed } from "../functions/kinds.ts";
import { numberFunctions } from "../functions/numbers.ts";
import { questionnaireFunctions } from "../functions/questionnaire.ts";
import type { Host } from "../host.ts";
import { type Bound, type Evaluate, fixed, varying } from "./surroundings.ts";

const plain = new Map<string, Plain>(Object.entries({ ...numberFunctions, ...choosingFunctions }));
const timed = new Map<string, Timed>(Object.entries(dateFunctions));
const asking = new Map<string, Asking>(Object.entries(questionnaireFunctions));

/** Functions that need nothing but their arguments, the time and the questionnaire. */
export const simpleFunctions: readonly string[] = [...plain.keys(), ...timed.keys(), ...asking.keys()];

/** A call whose arguments are bound already; what is unknown was refused before. */
export function boundCall<Run>({ name }: Call, parts: readonly Bound<Run>[], host: Host<Run>): Bound<Run> {
  const read = parts.map((part) => part.evaluate);
  if (name === "iif") return chosen(read);
  const values = (run: Run) => read.map((evaluate) => evaluate(run));
  const apply = plain.get(name);
  if (apply !== undefined) {
    const known = parts.map((part) => part.fixed);
    return known.every((part) => part !== undefined)
      ? fixed(apply(known.map((part) => part.value)))
      : varying((run) => apply(values(run)));
  }
  const atTime = timed.get(name);
  if (atTime !== undefined) return varying((run) => atTime(values(run), host.now(run)));
  const ask = asking.get(name);
  return ask === undefined ? fixed(null) : varying((run) => ask(values(run), host, run));
}

function chosen<Run>([condition, then, otherwise]: readonly Evaluate<Run>[]): Bound<Run> {
  if (condition === undefined || then === undefined) return fixed(null);
  return varying((run) => (condition(run) ? then(run) : otherwise?.(run)));
}
