import { isList } from "../../../definition/json.ts";
import { findChoice, plainChoice } from "../../questions/choices/choice.ts";
import { type ChoiceSpec, type SelectSpec, specialChoices } from "../../questions/choices/spec.ts";
import { specOf } from "../../questions/spec-of.ts";
import type { QuestionSpec } from "../../specs.ts";
import type { Test } from "../conditions.ts";
import { Unsettled } from "../look.ts";
import { type Kind, type Offer, oneValue, onlyUnanswered } from "./kind.ts";

/** A rung on a ladder. */
export function rating({ leaf = {} }: QuestionSpec): Kind {
  const { rungs, scale } = specOf<{ rungs: readonly ChoiceSpec[]; scale: readonly number[] }>(leaf);
  const codes = codesIn(rungs.length > 0 ? rungs.map(({ value }) => value) : scale);
  if (!codes || rungs.some(({ visibleIf }) => visibleIf !== undefined)) return onlyUnanswered;
  return oneValue((answer) => codes.has(answer));
}

export function oneCode({ leaf = {}, showCommentArea }: QuestionSpec, offer: Offer): Kind {
  const offered = offeredBy(specOf<SelectSpec>(leaf), showCommentArea, offer);
  if (!offered) return onlyUnanswered;
  const { codes, conditions, hasOther } = offered;
  return {
    ...oneValue((answer) => codes.has(answer)),
    ...(hasOther ? { needsWords: (answer) => answer === "other" } : {}),
    ...(conditions.size === 0 ? {} : { stays: (answer) => conditions.get(answer)?.() !== false }),
  };
}

export function severalCodes({ leaf = {}, showCommentArea }: QuestionSpec, offer: Offer): Kind {
  const offered = leaf.propertyName === "" && offeredBy(specOf<SelectSpec>(leaf), showCommentArea, offer);
  const fewest = Number(leaf.fewest);
  const isQuietEmpty = fewest < 1;
  if (!offered) return { ...onlyUnanswered, isQuietEmpty };
  const { codes, alone, conditions, hasOther } = offered;
  const most = Number(leaf.most) || codes.size;
  const stays = (answer: unknown) =>
    isList(answer) && answer.every((code) => conditions.get(code)?.() !== false);
  return {
    take: (answer) =>
      isList(answer) && answer.length >= Math.max(1, fewest) && answer.length <= most
        ? takenCodes(answer, codes, alone)
        : undefined,
    ...(hasOther ? { needsWords: (answer) => isList(answer) && answer.includes("other") } : {}),
    ...(conditions.size === 0 ? {} : { stays }),
    isQuietEmpty,
    parts: 1 + codes.size,
  };
}

/** All options in an order. One that lacks some is completed in its life. */
export function order({ leaf = {}, showCommentArea }: QuestionSpec, offer: Offer): Kind {
  const select = specOf<SelectSpec>(leaf);
  const offered = leaf.propertyName === "" && offeredBy(select, showCommentArea, offer);
  const fewest = Number(leaf.fewest);
  if (
    !offered ||
    offered.conditions.size > 0 ||
    offered.alone.size > 0 ||
    offered.hasOther ||
    leaf.ranksSome === true
  )
    throw new Unsettled("its order is completed while options come and go");
  const { codes, alone } = offered;
  if (codes.size < 2 || fewest > 0 || Number(leaf.most) > 0)
    throw new Unsettled("what has no choice ranks itself");
  return {
    take: (answer) =>
      isList(answer) && answer.length === codes.size ? takenCodes(answer, codes, alone) : undefined,
    isQuietEmpty: true,
    parts: 1 + codes.size,
  };
}

/** A copy of codes of which each stands once, and none beside one that excludes it. */
function takenCodes(
  answer: readonly unknown[],
  codes: ReadonlySet<unknown>,
  alone: ReadonlySet<unknown>,
): unknown[] | undefined {
  for (const [i, code] of answer.entries())
    if (!codes.has(code) || answer.indexOf(code) < i || (alone.has(code) && answer.length > 1))
      return undefined;
  return [...answer];
}

interface Offered {
  readonly codes: ReadonlySet<unknown>;
  /** Codes that go with no other. */
  readonly alone: ReadonlySet<unknown>;
  /** Of the options that come and go. */
  readonly conditions: ReadonlyMap<unknown, Test>;
  readonly hasOther: boolean;
}

/**
 * What can be chosen; undefined where an answer may be anything else, or where an option that is hidden before any answer
 * is in would be taken for words of "other".
 *
 * @throws  Unsettled  where options decide whether the question is asked, or come from another question
 */
function offeredBy(select: SelectSpec, showCommentArea: boolean, offer: Offer): Offered | undefined {
  const { special, choices, choicesVisibleIf } = select;
  if (select.carry !== undefined || select.hideIfChoicesEmpty)
    throw new Unsettled("options follow from answers");
  const added = specialChoices.map(({ name }) => name).filter((name) => special[name] !== undefined);
  const codes = codesIn([...choices.map(({ value }) => value), ...added]);
  const conditions = new Map<unknown, Test>();
  for (const { value, visibleIf = choicesVisibleIf } of choices)
    if (visibleIf !== undefined) conditions.set(value, offer(visibleIf, value));
  const hasOther = special.other !== undefined;
  const keepsWordsBeside = select.storeOthersAsComment && !showCommentArea && conditions.size === 0;
  const isOpen = select.selectsAll === true || select.takesAny === true || (hasOther && !keepsWordsBeside);
  if (codes === undefined || isOpen || choices.some(({ showsComment }) => showsComment)) return undefined;
  const exclusive = choices.filter(({ isExclusive }) => isExclusive).map(({ value }) => value);
  const alone = new Set<unknown>([...exclusive, ...added.filter((name) => name !== "other")]);
  return { codes, alone, conditions, hasOther };
}

/** Codes of which each means itself alone: 5 beside "5" would mean the first of the two. */
export function codesIn(values: readonly unknown[]): ReadonlySet<unknown> | undefined {
  const choices = values.map((value) => plainChoice(value, ""));
  const areDistinct = choices.every(
    (choice) => isCode(choice.value) && findChoice(choices, choice.value) === choice,
  );
  return areDistinct ? new Set(values) : undefined;
}

function isCode(value: unknown): boolean {
  return typeof value === "number"
    ? Number.isFinite(value)
    : typeof value === "string" && value.trim() !== "";
}
