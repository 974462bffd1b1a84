import { isKindOf, isObject, type OutlineNode } from "../../definition/index.ts";
import type { ChoiceChange } from "../change.ts";
import { likenessOf, plainly } from "./likeness.ts";
import { type ListedChoice, listsOf } from "./lists.ts";
import type { Comparison, PartPair } from "./matching.ts";
import { measureOf } from "./parts.ts";
import { isSame } from "./same.ts";
import { scaleOf } from "./scale.ts";

/** Texts less alike than this, under one code, probably mean something else. */
const littleInCommon = 0.35;

interface ListPair {
  readonly item: string;
  readonly list: string;
  readonly scale: ChoiceChange["scale"];
  readonly before: readonly ListedChoice[];
  readonly after: readonly ListedChoice[];
  readonly paths: { readonly before: string; readonly after: string };
  readonly randomised: boolean;
}

/** How the lists of codes of one item differ. */
export function choiceChanges(pair: PartPair, comparison: Comparison): ChoiceChange[] {
  const { before, after, item } = pair;
  const { source } = comparison.languages;
  const [old, now] = [listsOf(before.node, source), listsOf(after.node, source)];
  return [...now].flatMap(([list, choices]) => {
    const earlier = old.get(list);
    if (earlier === undefined) return [];
    return listChanges({
      item,
      list,
      scale: scaleOf(pair, list, comparison),
      before: withReasons(earlier, before.item, comparison.before),
      after: withReasons(choices, after.item, comparison.after),
      paths: { before: before.node.path, after: after.node.path },
      randomised: isKindOf(after.node.type, "selectbase") && after.node.json.choicesOrder === "random",
    });
  });
}

/** Choices that measures.json calls a missing reason are one, whatever their code. */
function withReasons(
  choices: readonly ListedChoice[],
  address: string,
  parts: Comparison["before"],
): readonly ListedChoice[] {
  const reasons = measureOf(parts, address)?.missing;
  if (!isObject(reasons)) return choices;
  return choices.map((choice) =>
    Object.hasOwn(reasons, choice.key) && !choice.isMissing ? { ...choice, isMissing: true } : choice,
  );
}

function listChanges(lists: ListPair): ChoiceChange[] {
  if (areAlike(lists)) return [];
  const old = byCode(lists.before);
  const now = byCode(lists.after);
  const removed = lists.before.filter(({ key }) => !now.has(key));
  const added = lists.after.filter(({ key }) => !old.has(key));
  const reused = reusedCodes(lists, old, now);
  const recoded = recodings(lists, { removed, added }, reused);
  const isRecoded = (choice: ListedChoice) =>
    recoded.some(({ from, to }) => from === choice || to === choice);
  return [
    ...[...recoded, ...retyped(lists.before, now)].map(({ from, to }) => ({
      ...placed(lists, from, to),
      kind: "choice-recoded" as const,
      from: from.code,
      to: to.code,
      text: to.text,
    })),
    ...reused,
    ...[...removed, ...pushedOut(lists, reused)]
      .filter((choice) => !isRecoded(choice))
      .map((choice) => removal(lists, choice)),
    ...[...added, ...pushedIn(lists, reused)]
      .filter((choice) => !isRecoded(choice))
      .map((choice) => addition(lists, choice, old)),
    ...reordering(lists, old, now),
  ];
}

/** Most lists are as they were: the same codes in the same order, written the same. */
function areAlike({ before, after }: ListPair): boolean {
  return (
    before.length === after.length &&
    before.every(({ key, node }, i) => {
      const other = after[i];
      return key === other?.key && (node === undefined || isSame(node.json, other.node?.json));
    })
  );
}

function byCode(choices: readonly ListedChoice[]): Map<string, ListedChoice> {
  return new Map(choices.map((choice) => [choice.key, choice]));
}

function placed({ item, list, scale, paths }: ListPair, from?: ListedChoice, to?: ListedChoice) {
  return { item, list, scale, before: from?.path ?? paths.before, after: to?.path ?? paths.after };
}

interface Recoding {
  readonly from: ListedChoice;
  readonly to: ListedChoice;
}

/**
 * Choices that keep their text under a code that is new, or lose the code they had: also where a choice put between
 * others has pushed the codes behind it on by one. A text that stands twice tells nothing.
 */
function recodings(
  lists: ListPair,
  { removed, added }: { removed: readonly ListedChoice[]; added: readonly ListedChoice[] },
  reused: readonly ChoiceChange[],
): Recoding[] {
  const taken = new Set(reused.map((change) => ("code" in change ? String(change.code) : "")));
  const moved = (choices: readonly ListedChoice[]) => choices.filter(({ key }) => taken.has(key));
  const old = Map.groupBy([...removed, ...moved(lists.before)], bareText);
  const now = Map.groupBy([...added, ...moved(lists.after)], bareText);
  return [...old].flatMap(([text, [from, ...more]]) => {
    const [to, ...others] = now.get(text) ?? [];
    if (!from || !to || more.length + others.length > 0 || text === "") return [];
    return taken.has(from.key) && taken.has(to.key) ? [] : [{ from, to }];
  });
}

/** Codes that look alike and are stored otherwise: 1 and "1" do not join. */
function retyped(before: readonly ListedChoice[], now: ByCode): Recoding[] {
  return before.flatMap((from) => {
    const to = now.get(from.key);
    return to !== undefined && typeof to.code !== typeof from.code ? [{ from, to }] : [];
  });
}

/** New choices that took the code of one that moved on. */
function pushedIn({ before, after }: ListPair, reused: readonly ChoiceChange[]): ListedChoice[] {
  return strangers(before, after, reused);
}

/** Choices that are gone and whose code went to one that was there before. */
function pushedOut({ before, after }: ListPair, reused: readonly ChoiceChange[]): ListedChoice[] {
  return strangers(after, before, reused);
}

/** Members of `of` under a reused code whose text the others do not have, while the others' text lives on in `of`. */
function strangers(
  others: readonly ListedChoice[],
  of: readonly ListedChoice[],
  reused: readonly ChoiceChange[],
): ListedChoice[] {
  const codes = new Set(reused.map((change) => ("code" in change ? String(change.code) : "")));
  if (codes.size === 0) return [];
  const [theirs, ours] = [others, of].map((choices) => new Set(choices.map(bareText)));
  const byKey = byCode(others);
  return of.filter((choice) => {
    const other = codes.has(choice.key) ? byKey.get(choice.key) : undefined;
    return other !== undefined && ours?.has(bareText(other)) && !theirs?.has(bareText(choice));
  });
}

type ByCode = ReadonlyMap<string, ListedChoice>;

function reusedCodes(lists: ListPair, old: ByCode, now: ByCode): ChoiceChange[] {
  const oldTexts = new Set([...old.values()].map(bareText));
  const nowTexts = new Set([...now.values()].map(bareText));
  return [...old.values()].flatMap((from): ChoiceChange[] => {
    const to = now.get(from.key);
    if (to === undefined || bareText(from) === bareText(to) || !from.isWorded || !to.isWorded) return [];
    const isCertain = oldTexts.has(bareText(to)) || nowTexts.has(bareText(from));
    if (!isCertain && likenessOf(from.text, to.text) >= littleInCommon) return [];
    const sure = isCertain ? "certain" : "likely";
    return [
      { ...placed(lists, from, to), kind: "code-reused", code: to.code, from: from.text, to: to.text, sure },
    ];
  });
}

function bareText({ text }: ListedChoice): string {
  return plainly(text.slice(0, 10_000)).toLowerCase();
}

function removal(lists: ListPair, { code, text, path, isMissing }: ListedChoice): ChoiceChange {
  const { item, list, scale, paths } = lists;
  return {
    item,
    list,
    scale,
    before: path,
    after: paths.after,
    kind: "choice-removed",
    code,
    text,
    missing: isMissing,
  };
}

function addition(lists: ListPair, choice: ListedChoice, old: ByCode): ChoiceChange {
  const { code, text, isMissing } = choice;
  const after = lists.after.slice(lists.after.indexOf(choice) + 1);
  const at = after.some(({ key, isApart }) => !isApart && old.has(key)) ? "middle" : "end";
  const residual = lists.before.find(({ isResidual }) => isResidual);
  return {
    ...placed(lists, undefined, choice),
    kind: "choice-added",
    code,
    text,
    at,
    missing: isMissing,
    ...(residual === undefined ? {} : { residual: residual.code }),
  };
}

function reordering(lists: ListPair, old: ByCode, now: ByCode): ChoiceChange[] {
  const before = lists.before.filter(({ key }) => now.has(key)).map(({ key }) => key);
  const after = lists.after.filter(({ key }) => old.has(key)).map(({ key }) => key);
  if (isSame(before, after)) return [];
  return [{ ...placed(lists), kind: "choices-reordered", randomised: lists.randomised }];
}

/** Pairs of choices that carry the same code, for what else may differ in them. */
export function sameChoices(
  { before, after }: PartPair,
  source: string,
): { readonly code: unknown; readonly before: OutlineNode; readonly after: OutlineNode }[] {
  const old = listsOf(before.node, source);
  return [...listsOf(after.node, source)].flatMap(([list, choices]) => {
    const earlier = byCode(old.get(list) ?? []);
    return choices.flatMap(({ key, code, node }) => {
      const from = earlier.get(key)?.node;
      return from === undefined || node === undefined ? [] : [{ code, before: from, after: node }];
    });
  });
}
