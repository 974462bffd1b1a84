import { type Reading, type Reference, textOf } from "../../expressions/index.ts";
import { absent } from "../run/lookup.ts";
import { find } from "../run/names.ts";
import type { Place } from "../run/standing.ts";
import type { SurveyRun } from "../run/survey.ts";
import { isPlainObject } from "../run/values.ts";
import type { QuestionSpec } from "../specs.ts";
import type { SurveyNames } from "./names.ts";

/** What stands around an expression in the questionnaire. */
export interface Surroundings {
  readonly names: SurveyNames | undefined;
  /** The question whose expression it is. */
  readonly self: QuestionSpec | undefined;
  readonly around: Around | undefined;
}

/** Rows of a matrix or entries of a dynamic panel. */
export interface Around {
  readonly kind: "row" | "entry";
  readonly owner: QuestionSpec;
  readonly outer: Around | undefined;
}

/**
 * The short way to an answer whose name can mean one thing only: a question of the survey by its whole name. Everything
 * else is looked for step by step while answers are checked.
 */
export function directReading(
  { path, name }: Reference,
  surroundings: Surroundings,
): Reading<Place> | undefined {
  const [step] = path;
  if (path.length !== 1 || step?.index !== undefined || !surroundings.names) return undefined;
  const slot = surroundings.names.slotOf(name);
  if (slot === undefined || mayMeanOther(name.toLowerCase(), surroundings)) return undefined;
  return {
    read: (place) => {
      if (holdsObject(place)) return orNothing(find(place, path));
      return (place.run as SurveyRun).questions[slot]?.getFilteredValue();
    },
    strict: surroundings.names.typeAt(slot) === "ranking",
  };
}

/** An object that a question does not store stands in its answer: the name may mean something in there. */
function holdsObject({ self }: Place): boolean {
  return self !== undefined && typeof self.questionValue === "object" && isPlainObject(self.questionValue);
}

function orNothing(found: unknown): unknown {
  return found === absent ? undefined : found;
}

function mayMeanOther(name: string, { self, around }: Surroundings): boolean {
  if (generic.has(name) || /^\d+$/.test(name)) return true;
  if (self && mayHoldParts(self)) return true;
  for (let outer = around; outer; outer = outer.outer) {
    if (itemNames[outer.kind].has(name)) return true;
    if (outer.owner.grid?.rows.some(({ value }) => textOf(value).toLowerCase() === name)) return true;
  }
  return false;
}

const generic = new Set(["length", "self", "item", "choice", "locale"]);

/** Its answer may be an object in which the name means something. */
function mayHoldParts({ grid, roster, composite, matrix, type }: QuestionSpec): boolean {
  return Boolean(grid || roster || composite || matrix) || type === "file";
}

const itemNames: Readonly<Record<Around["kind"], ReadonlySet<string>>> = {
  row: new Set(["rowindex", "visiblerowindex", "item", "rowname", "rowvalue", "rowtitle", "matrix"]),
  entry: new Set(["panelindex", "visiblepanelindex"]),
};
