import type { OutlineNode } from "../../definition/index.ts";
import type { Change, Effect } from "../change.ts";
import { compareConditions } from "./conditions.ts";
import { limitEffect, together } from "./limits.ts";
import type { Comparison, PartPair } from "./matching.ts";
import { settingsOf, shown } from "./properties.ts";
import type { Renames } from "./renames.ts";
import { isSame } from "./same.ts";
import { wordingChanges } from "./wording.ts";

/** Rules that an answer must pass: those of the same kind are held against each other in their order. */
export function validatorChanges({ item, before, after }: PartPair, comparison: Comparison): Change[] {
  const old = Map.groupBy(validatorsOf(before.node), ({ type }) => type);
  const now = Map.groupBy(validatorsOf(after.node), ({ type }) => type);
  const paths = { item, before: before.node.path, after: after.node.path };
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((type) =>
    paired(old.get(type) ?? [], now.get(type) ?? []).flatMap(([from, to]): Change[] => {
      if (from && to) return validatorChange(item, from, to, comparison);
      const effect = from === undefined ? "narrowed" : "widened";
      return [
        { ...paths, kind: "validator-changed", property: type, from: rule(from), to: rule(to), effect },
      ];
    }),
  );
}

function validatorsOf(node: OutlineNode): OutlineNode[] {
  return node.children.filter(({ slot }) => slot === "validators");
}

/** Equal ones first, so that a validator put in front does not look like a change of all behind it. */
function paired(before: readonly OutlineNode[], after: readonly OutlineNode[]) {
  const open = [...after];
  const waiting: OutlineNode[] = [];
  const pairs: [OutlineNode | undefined, OutlineNode | undefined][] = [];
  for (const one of before) {
    const i = open.slice(0, 100).findIndex((other) => isSame(rule(one), rule(other)));
    if (i < 0) waiting.push(one);
    else pairs.push([one, open.splice(i, 1)[0]]);
  }
  for (const one of waiting) pairs.push([one, open.shift()]);
  for (const other of open) pairs.push([undefined, other]);
  return pairs;
}

function validatorChange(
  item: string,
  before: OutlineNode,
  after: OutlineNode,
  comparison: Comparison,
): Change[] {
  const texts = wordingChanges(before, after, { item, isAround: true }, comparison.languages);
  const [from, to] = [settingsOf(before), settingsOf(after)];
  const names = [...new Set([...from.keys(), ...to.keys()])].filter(
    (name) => !isSame(from.get(name), to.get(name)),
  );
  const effects = names.flatMap(
    (name) => effectOf(name, from.get(name), to.get(name), comparison.renames) ?? [],
  );
  if (effects.length === 0) return texts;
  const paths = { before: before.path, after: after.path };
  const what = { property: before.type, from: rule(before), to: rule(after), effect: together(effects) };
  return [...texts, { item, ...paths, kind: "validator-changed", ...what }];
}

function effectOf(name: string, from: unknown, to: unknown, renames: Renames): Effect | undefined {
  if (name !== "expression" || typeof from !== "string" || typeof to !== "string")
    return limitEffect(name, from, to);
  const effect = compareConditions([from], [to], renames);
  return effect === "same" || effect === "respelled" ? undefined : effect;
}

function rule(validator: OutlineNode | undefined): unknown {
  if (validator === undefined) return undefined;
  return shown(Object.fromEntries([["type", validator.type], ...settingsOf(validator)]));
}
