import { isObject } from "../../../definition/json.ts";
import { isEmptyValue, textOf } from "../../../expressions/index.ts";
import { isSameCode } from "../sameness.ts";
import type { Expression, Preparing } from "../shapes.ts";
import { type ChoiceSpec, type SelectSpec, specialChoices } from "./spec.ts";

/** One option, prepared. */
export interface Choice {
  readonly value: unknown;
  readonly text: string;
  readonly visibleIf: Expression | undefined;
  readonly showsComment: boolean;
  readonly needsComment: boolean;
  readonly isExclusive: boolean;
  readonly isSpecial: boolean;
}

export interface PreparedSelect {
  readonly choices: readonly Choice[];
  /** In the order in which survey-core shows them, after the others. */
  readonly special: readonly Choice[];
  /** All of them, and their codes. */
  readonly all: readonly Choice[];
  readonly codes: readonly unknown[];
  /** Codes that go with no other; undefined where there are none. */
  readonly alone: readonly string[] | undefined;
  /** Whether words may be asked for beside a choice. */
  readonly needsComments: boolean;
  readonly other: Choice | undefined;
  readonly choicesVisibleIf: Expression | undefined;
  readonly hideIfChoicesEmpty: boolean;
  readonly storesOthersAsComment: boolean;
  readonly showsWords: boolean;
  readonly otherMessage: string;
  readonly hasConditions: boolean;
  readonly carry: SelectSpec["carry"];
  readonly takesAny: boolean;
}

export function prepareSelect(spec: SelectSpec, preparing: Preparing): PreparedSelect {
  const choices = spec.choices.map((choice) => prepareChoice(choice, preparing));
  const special = specialChoices
    .filter(({ name }) => spec.special[name] !== undefined)
    .map(({ name }) => specialChoice(name, spec.special[name] ?? ""));
  const condition = spec.choicesVisibleIf;
  const shown =
    spec.selectsAll === true ? [{ ...plainChoice("", ""), isSpecial: true }, ...special] : special;
  const all = [...choices, ...shown];
  const alone = shown.flatMap(({ isExclusive, value }) => (isExclusive ? [textOf(value)] : []));
  return {
    choices,
    special: shown,
    all,
    codes: all.map(({ value }) => value),
    alone: alone.length > 0 ? alone : undefined,
    needsComments: spec.carry !== undefined || all.some(({ needsComment }) => needsComment),
    other: special.find(({ value }) => value === "other"),
    choicesVisibleIf: condition === undefined ? undefined : preparing.expression(condition),
    hideIfChoicesEmpty: spec.hideIfChoicesEmpty,
    storesOthersAsComment: spec.storeOthersAsComment || choices.some(({ showsComment }) => showsComment),
    showsWords: spec.showsWords,
    otherMessage: spec.otherMessage,
    hasConditions:
      spec.carry !== undefined || condition !== undefined || choices.some(({ visibleIf }) => visibleIf),
    carry: spec.carry,
    takesAny: spec.takesAny === true,
  };
}

export function prepareChoice(spec: ChoiceSpec, preparing: Preparing): Choice {
  return {
    value: spec.value,
    text: spec.text,
    visibleIf: spec.visibleIf === undefined ? undefined : preparing.expression(spec.visibleIf),
    showsComment: spec.showsComment === true,
    needsComment: spec.needsComment === true,
    isExclusive: spec.isExclusive === true,
    isSpecial: false,
  };
}

/** An option without conditions or comment, such as one that comes from the answer to another question. */
export function plainChoice(value: unknown, text: string): Choice {
  return {
    value,
    text,
    visibleIf: undefined,
    showsComment: false,
    needsComment: false,
    isExclusive: false,
    isSpecial: false,
  };
}

function specialChoice(value: string, text: string): Choice {
  const isOther = value === "other";
  return {
    ...plainChoice(value, text),
    showsComment: isOther,
    needsComment: isOther,
    isExclusive: !isOther,
    isSpecial: true,
  };
}

/** The first option with this code; of an answer with a comment, `{ value, comment }`, the value counts. */
export function findChoice(choices: readonly Choice[], answer: unknown): Choice | undefined {
  const code = codeOf(answer);
  for (const choice of choices) if (isSameCode(choice.value, code)) return choice;
  return undefined;
}

/** The code in an answer that may come with a comment. */
export function codeOf(answer: unknown): unknown {
  return isObject(answer) && !isEmptyValue(answer.value) ? answer.value : answer;
}
