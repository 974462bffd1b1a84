import { isList, isObject } from "../../definition/json.ts";
import { textOf } from "../../expressions/index.ts";
import { type Choice, findChoice, plainChoice } from "../questions/choices/choice.ts";
import { type ChoiceSpec, type SelectSpec, specialChoices } from "../questions/choices/spec.ts";
import { specOf } from "../questions/spec-of.ts";
import { isBetweenSteps } from "../questions/text-question.ts";
import { isPlainObject, setOwn } from "../run/values.ts";
import type { ItemSpec, MatrixSpec, QuestionSpec } from "../specs.ts";
import type { Test } from "./conditions.ts";
import { Unsettled } from "./look.ts";

/** What one kind of question asks of an answer before it is settled. */
export interface Kind {
  /** A copy of an answer that its life would leave as it is; undefined for any other. */
  take(answer: unknown): unknown;
  /** Whether all that was chosen is offered now, for an answer that was taken. */
  stays?(answer: unknown): boolean;
  /** Whether a question without an answer, if it is asked, objects to nothing and adds nothing. */
  readonly isQuietEmpty: boolean;
  /** What expressions read where there is no answer. */
  readonly unanswered?: unknown;
  /** Parts of an answer at most. */
  readonly parts: number;
}

/** Whether a choice or a row is offered, by its condition. */
export type Offer = (condition: string, value: unknown) => Test;

/** Texts of this length are told as too long, whatever the item says. */
const longestText = 20_000;

/** @throws  Unsettled  where the kind of question, or how it is used, leaves nothing as it is */
export function kindOf(spec: QuestionSpec, offer: Offer): Kind {
  if (spec.matrix) return matrix(spec.matrix, offer);
  const kind = kinds[spec.type];
  if (kind === undefined) throw new Unsettled(`questions of type ${spec.type} have a life of their own`);
  return kind(spec, offer);
}

const kinds: Readonly<Record<string, (spec: QuestionSpec, offer: Offer) => Kind>> = {
  html: () => nobodyAnswers,
  image: () => nobodyAnswers,
  empty: () => nobodyAnswers,
  comment: words,
  text: ({ leaf = {}, ...spec }) =>
    leaf.inputType === "number" ? number({ leaf, ...spec }) : words({ leaf, ...spec }),
  boolean: yesOrNo,
  rating,
  radiogroup: oneCode,
  dropdown: oneCode,
  buttongroup: oneCode,
  checkbox: severalCodes,
  tagbox: severalCodes,
};

const nobodyAnswers: Kind = { take: () => undefined, isQuietEmpty: true, parts: 1 };

function words({ type, leaf = {} }: QuestionSpec): Kind {
  const isPlain = type === "comment" || ["text", "tel"].includes(String(leaf.inputType));
  if (!isPlain || leaf.mask !== undefined || hasBounds(leaf)) throw new Unsettled("its words are judged");
  const longest = Math.min(Number(leaf.longest) || longestText, longestText);
  return {
    take: (answer) =>
      typeof answer === "string" && answer.length <= longest && answer.trim() !== "" ? answer : undefined,
    isQuietEmpty: true,
    parts: 1,
  };
}

function hasBounds({
  min,
  max,
  step,
  minExpression,
  maxExpression,
}: Readonly<Record<string, unknown>>): boolean {
  return [min, max, step, minExpression, maxExpression].some(
    (bound) => bound !== null && bound !== undefined,
  );
}

function number({ leaf = {} }: QuestionSpec): Kind {
  const { min, max, step, ...rest } = leaf;
  if (leaf.mask !== undefined || hasBounds(rest)) throw new Unsettled("its bounds follow from answers");
  const least = boundOf(min, Number.NEGATIVE_INFINITY);
  const most = boundOf(max, Number.POSITIVE_INFINITY);
  return {
    take: (answer) =>
      typeof answer === "number" &&
      Number.isFinite(answer) &&
      answer >= least &&
      answer <= most &&
      !isBetweenSteps(answer, step)
        ? answer
        : undefined,
    isQuietEmpty: true,
    parts: 1,
  };
}

function boundOf(written: unknown, none: number): number {
  if (written === null || written === undefined) return none;
  if (typeof written !== "number" || !Number.isFinite(written)) throw new Unsettled("its bound is no number");
  return written;
}

function yesOrNo({ leaf = {} }: QuestionSpec): Kind {
  if ((leaf.valueTrue ?? null) !== null || (leaf.valueFalse ?? null) !== null)
    throw new Unsettled("yes and no have codes of their own");
  return {
    take: (answer) => (typeof answer === "boolean" ? answer : undefined),
    isQuietEmpty: true,
    parts: 1,
  };
}

function rating({ leaf = {} }: QuestionSpec): Kind {
  const { rungs, scale } = specOf<{ rungs: readonly ChoiceSpec[]; scale: readonly number[] }>(leaf);
  if (rungs.some(({ visibleIf }) => visibleIf !== undefined)) throw new Unsettled("rungs come and go");
  const codes = codesOf(rungs.length > 0 ? rungs.map(({ value }) => value) : scale);
  return { take: (answer) => (codes.has(answer) ? answer : undefined), isQuietEmpty: true, parts: 1 };
}

function oneCode({ leaf = {} }: QuestionSpec, offer: Offer): Kind {
  const { codes, offered } = offeredBy(specOf<SelectSpec>(leaf), offer);
  const take = (answer: unknown) => (codes.has(answer) ? answer : undefined);
  if (offered.size === 0) return { take, isQuietEmpty: true, parts: 1 };
  return { take, stays: (answer) => offered.get(answer)?.() !== false, isQuietEmpty: true, parts: 1 };
}

function severalCodes({ leaf = {} }: QuestionSpec, offer: Offer): Kind {
  const select = specOf<SelectSpec>(leaf);
  if (leaf.propertyName !== "") throw new Unsettled("codes stand in objects");
  const { codes, alone, offered } = offeredBy(select, offer);
  const fewest = Number(leaf.fewest);
  const most = Number(leaf.most) || codes.size;
  const stays = (answer: unknown) =>
    isList(answer) && answer.every((code) => offered.get(code)?.() !== false);
  return {
    take: (answer) => {
      if (!isList(answer) || answer.length === 0 || answer.length > most || answer.length < fewest)
        return undefined;
      for (const [i, code] of answer.entries())
        if (!codes.has(code) || answer.indexOf(code) < i || (alone.has(code) && answer.length > 1))
          return undefined;
      return [...answer];
    },
    ...(offered.size === 0 ? {} : { stays }),
    isQuietEmpty: fewest < 1,
    unanswered: [],
    parts: 1 + codes.size,
  };
}

/** Options that are the same for everybody, or stand under conditions of their own. */
function offeredBy(select: SelectSpec, offer: Offer) {
  const { special, choices, choicesVisibleIf } = select;
  const isPlain =
    special.other === undefined &&
    !select.carry &&
    !select.selectsAll &&
    !select.takesAny &&
    !select.hideIfChoicesEmpty;
  if (!isPlain || choices.some(({ showsComment }) => showsComment))
    throw new Unsettled("options come with words");
  const added = specialChoices.filter(({ name }) => special[name] !== undefined).map(({ name }) => name);
  const offered = new Map<unknown, Test>();
  for (const { value, visibleIf = choicesVisibleIf } of choices)
    if (visibleIf !== undefined) offered.set(value, offer(visibleIf, value));
  const exclusive = choices.filter(({ isExclusive }) => isExclusive).map(({ value }) => value);
  return {
    codes: codesOf([...choices.map(({ value }) => value), ...added]),
    alone: new Set<unknown>([...exclusive, ...added]),
    offered,
  };
}

/** Codes that mean themselves and nothing else: 5 beside "5" would mean the first of the two. */
function codesOf(values: readonly unknown[]): ReadonlySet<unknown> {
  const choices: readonly Choice[] = values.map((value) => plainChoice(value, ""));
  for (const choice of choices)
    if (!isCode(choice.value) || findChoice(choices, choice.value) !== choice)
      throw new Unsettled("a code is none, or is like another");
  return new Set(values);
}

function isCode(value: unknown): boolean {
  return typeof value === "number"
    ? Number.isFinite(value)
    : typeof value === "string" && value.trim() !== "";
}

function matrix(spec: MatrixSpec, offer: Offer): Kind {
  const { rows, columns, columnsVisibleIf, hideIfRowsEmpty, isMultiSelect, eachRowUnique, eachRowRequired } =
    spec;
  const isPlain = columnsVisibleIf === undefined && !hideIfRowsEmpty && !isMultiSelect && !eachRowUnique;
  if (!isPlain || columns.some(({ visibleIf }) => visibleIf !== undefined))
    throw new Unsettled("columns come and go");
  const codes = codesOf(columns.map(({ value }) => value));
  const keys = keysOf(rows);
  const shown = new Map<string, Test>();
  for (const { value, visibleIf = spec.rowsVisibleIf } of rows)
    if (visibleIf !== undefined) shown.set(textOf(value), offer(visibleIf, value));
  const stays = (answer: unknown) => {
    if (!isObject(answer)) return false;
    if (!Object.keys(answer).every((key) => shown.get(key)?.() !== false)) return false;
    return (
      !eachRowRequired || [...keys].every((key) => Object.hasOwn(answer, key) || shown.get(key)?.() === false)
    );
  };
  return {
    take: (answer) => takenRows(answer, keys, codes),
    ...(shown.size === 0 && !eachRowRequired ? {} : { stays }),
    isQuietEmpty: !eachRowRequired,
    parts: 1 + rows.length,
  };
}

function keysOf(rows: readonly ItemSpec[]): ReadonlySet<string> {
  const keys = new Set([...codesOf(rows.map(({ value }) => value))].map((value) => textOf(value)));
  if (keys.size < rows.length) throw new Unsettled("rows are alike");
  return keys;
}

/** A code that counts as false in JavaScript falls away in the life of a matrix. */
function takenRows(answer: unknown, keys: ReadonlySet<string>, codes: ReadonlySet<unknown>): unknown {
  if (!isPlainObject(answer)) return undefined;
  const taken = {};
  let count = 0;
  for (const key of Object.keys(answer)) {
    const code = answer[key];
    if (!code || !keys.has(key) || !codes.has(code)) return undefined;
    setOwn(taken, key, code);
    count += 1;
  }
  return count > 0 ? taken : undefined;
}
