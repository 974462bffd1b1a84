import type { OutlineNode } from "../../definition/outline.ts";
import { Meaning } from "../compile/meaning.ts";
import { prepareSelect } from "./choices/choice.ts";
import { SelectQuestion } from "./choices/select.ts";
import { type ChoiceSpec, compileSelect, type SelectSpec } from "./choices/spec.ts";
import type { Compiling, QuestionType } from "./shapes.ts";
import { specOf } from "./spec-of.ts";

/** radiogroup and, without "other", buttongroup. */
export const singleChoice: QuestionType = {
  compile: compileSelect,
  prepare: (spec, preparing) => {
    const select = prepareSelect(specOf<SelectSpec>(spec), preparing);
    return (prepared, home) => new SelectQuestion(prepared, home, select);
  },
};

export const buttonGroup: QuestionType = {
  ...singleChoice,
  compile: (node, compiling) => {
    const { special, ...spec } = compileSelect(node, compiling);
    const { other: _none, ...offered } = special;
    return { ...spec, special: offered };
  },
};

/** dropdown: its options may also be all the numbers of a range. */
export const dropdown: QuestionType = {
  ...singleChoice,
  compile: (node, compiling) => {
    const spec = compileSelect(node, compiling);
    return { ...spec, choices: [...spec.choices, ...numbersOf(node, compiling)] };
  },
};

/** More numbers than this nobody looks through. */
const mostNumbers = 10_000;

function numbersOf(node: OutlineNode, compiling: Compiling): ChoiceSpec[] {
  const meaning = new Meaning(node);
  const from = meaning.number("choicesMin", 0);
  const to = meaning.number("choicesMax", 0);
  const step = meaning.number("choicesStep", 1);
  if (to <= from) return [];
  if (step <= 0 || (to - from) / step > mostNumbers) {
    compiling.refuse(
      meaning.place("choicesMax"),
      "choicesMax",
      `These are more than ${mostNumbers} numbers; ask with an item of type text and inputType number.`,
    );
    return [];
  }
  const numbers: ChoiceSpec[] = [];
  for (let value = from; value <= to; value += step) numbers.push({ value, text: String(value) });
  return numbers;
}
