import type { OutlineNode } from "../../definition/outline.ts";
import { Meaning } from "../compile/meaning.ts";
import type { Home, PreparedQuestion } from "../run/standing.ts";
import { prepareSelect } from "./choices/choice.ts";
import { CheckboxQuestion, type PreparedCheckbox } from "./choices/several.ts";
import { compileSelect, type SelectSpec } from "./choices/spec.ts";
import type { Compiling, Preparing, QuestionType } from "./shapes.ts";
import { specOf } from "./spec-of.ts";

export interface CheckboxSpec extends SelectSpec {
  readonly fewest: number;
  readonly most: number;
  readonly propertyName: string;
}

/** tagbox: as checkbox, but without comments beside options. */
export const tagbox: QuestionType = {
  compile: (node, compiling) => {
    const { choices, ...spec } = compileCheckbox(node, compiling);
    return {
      ...spec,
      choices: choices.map(({ showsComment, ...choice }) =>
        showsComment && choice.value === "other" ? { ...choice, showsComment } : choice,
      ),
    };
  },
  prepare: (spec, preparing) => multipleChoice.prepare(spec, preparing),
};

/** checkbox: several options. */
export const multipleChoice: QuestionType = {
  compile: compileCheckbox,
  prepare: (spec, preparing) => {
    const checkbox = prepareCheckbox(specOf<CheckboxSpec>(spec), preparing);
    return (prepared: PreparedQuestion, home: Home) => new CheckboxQuestion(prepared, home, checkbox);
  },
};

export function compileCheckbox(node: OutlineNode, compiling: Compiling): CheckboxSpec {
  return {
    ...compileSelect(node, compiling),
    ...countsIn(node),
    propertyName: new Meaning(node).text("valuePropertyName"),
  };
}

export function prepareCheckbox(spec: CheckboxSpec, preparing: Preparing): PreparedCheckbox {
  const select = prepareSelect(spec, preparing);
  const hasComments = select.choices.some(({ showsComment, value }) => showsComment && value !== "other");
  const name = spec.propertyName || (hasComments ? "value" : "");
  return { ...select, fewest: spec.fewest, most: spec.most, members: { name } };
}

/** How many are to be chosen; below 0 is 0. */
export function countsIn(node: OutlineNode): { fewest: number; most: number } {
  const meaning = new Meaning(node);
  return {
    fewest: Math.max(meaning.number("minSelectedChoices", 0), 0),
    most: Math.max(meaning.number("maxSelectedChoices", 0), 0),
  };
}
