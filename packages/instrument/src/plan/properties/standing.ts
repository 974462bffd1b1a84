import { cellTypeOf, type OutlineNode } from "../../definition/outline.ts";
import classes from "../../definition/surveyjs/classes.json" with { type: "json" };
import { choiceProperties } from "./choices.ts";
import type { Classification, Classifications } from "./classification.ts";
import { containerProperties } from "./containers.ts";
import { questionProperties } from "./questions.ts";
import { ruleProperties } from "./rules.ts";
import { surveyProperties } from "./survey.ts";
import { unwrittenProperties } from "./unwritten.ts";

/** What the plan does with one property of one class. */
export type Standing =
  | { readonly kind: "handled" | "look"; readonly except?: RefusedValues }
  | { readonly kind: "refused"; readonly advice: string };

export interface RefusedValues {
  readonly values: readonly string[];
  readonly advice: string;
}

/** All classes of survey-core with what the plan does about the properties they declare themselves. */
export const classifications: Classifications = {
  ...surveyProperties,
  ...containerProperties,
  ...questionProperties,
  ...choiceProperties,
  ...ruleProperties,
};

const parents = new Map(
  Object.entries<object>(classes).map(([name, declared]) => [
    name,
    "parent" in declared && typeof declared.parent === "string" ? declared.parent : undefined,
  ]),
);
const standings = new Map(
  Object.entries(classifications).map(([name, classification]) => [
    name,
    new Map([...read(classification), ...read(unwrittenProperties[name] ?? {})]),
  ]),
);

/** Members of a blank-separated list of names. */
export function namesIn(list = ""): string[] {
  return list.split(/\s+/).filter((name) => name !== "");
}

/** The standing of the property a part means by its present name; undefined where its class has no such property. */
export function standingOf(
  { type, json, parent }: Pick<OutlineNode, "type" | "json" | "parent">,
  property: string,
): Standing | undefined {
  const own = inClass(type, property);
  if (own !== undefined || type !== "matrixdropdowncolumn") return own;
  return inClass(cellTypeOf(json, parent?.json), property);
}

function inClass(type: string, property: string): Standing | undefined {
  for (let name: string | undefined = type; name !== undefined; name = parents.get(name)) {
    const standing = standings.get(name)?.get(property);
    if (standing) return standing;
  }
  return undefined;
}

function read({ handled, look, refused = {}, refusedValues = {} }: Classification): Map<string, Standing> {
  const except = (name: string) => {
    const some = Object.hasOwn(refusedValues, name) ? refusedValues[name] : undefined;
    return some ? { except: { values: namesIn(some.values), advice: some.advice } } : {};
  };
  return new Map<string, Standing>([
    ...namesIn(handled).map((name): [string, Standing] => [name, { kind: "handled", ...except(name) }]),
    ...namesIn(look).map((name): [string, Standing] => [name, { kind: "look", ...except(name) }]),
    ...Object.entries(refused).map(([name, advice]): [string, Standing] => [
      name,
      { kind: "refused", advice },
    ]),
  ]);
}
