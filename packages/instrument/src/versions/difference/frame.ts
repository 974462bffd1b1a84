import { isKindOf, isObject, type JsonObject, type OutlineNode } from "../../definition/index.ts";
import type { Change } from "../change.ts";
import { isSameExpression } from "./conditions.ts";
import { listsOf } from "./lists.ts";
import type { Comparison, PartPair } from "./matching.ts";
import { measureOf } from "./parts.ts";
import { propertyChanges, settingsOf, shown } from "./properties.ts";
import { isSame } from "./same.ts";
import { wordingChanges } from "./wording.ts";

/** What stands around the items: the questionnaire's own settings, its pages and panels, calculations, triggers. */
export function frameChanges(comparison: Comparison): Change[] {
  const { before, after, languages, renames } = comparison;
  return [
    ...manifestChanges(before.manifest, after.manifest),
    ...wordingChanges(before.survey, after.survey, { item: "", isAround: true }, languages),
    ...propertyChanges(before.survey, after.survey, { item: "" }, renames),
    ...containerChanges(comparison),
    ...calculationChanges(comparison),
    ...triggerChanges(comparison),
  ];
}

/** Who may answer, by the manifest: in words and as a machine reads it. */
function manifestChanges(before: JsonObject | undefined, after: JsonObject | undefined): Change[] {
  if (!before || !after) return [];
  return ["population", "universe"].flatMap((property): Change[] => {
    const [from, to] = [before[property], after[property]];
    if (isSame(from, to) || from === undefined || to === undefined) return [];
    if (property === "universe" && isObject(from) && isObject(to) && agree(from, to)) return [];
    return [{ item: "", kind: "universe-changed", property, from: shown(from), to: shown(to) }];
  });
}

/** Words in a new language beside unchanged ones change nobody's universe. */
function agree(from: JsonObject, to: JsonObject): boolean {
  return Object.keys(from).every(
    (language) => !Object.hasOwn(to, language) || isSame(from[language], to[language]),
  );
}

function containerChanges({ before, after, languages, renames }: Comparison): Change[] {
  const names = [...new Set([...before.containers.keys(), ...after.containers.keys()])];
  return names.flatMap((name): Change[] => {
    const [old, now] = [before.containers.get(name), after.containers.get(name)];
    if (old && now)
      return [
        ...wordingChanges(old, now, { item: "" }, languages),
        ...propertyChanges(old, now, { item: "", routedElsewhere: true }, renames),
      ];
    const what = { property: (old ?? now)?.type ?? "", from: old && name, to: now && name };
    return [{ item: "", before: old?.path, after: now?.path, kind: "structure-changed", ...what }];
  });
}

function calculationChanges({ before, after, renames }: Comparison): Change[] {
  const [old, now] = [before, after].map(({ survey }) => byName(survey));
  if (!old || !now) return [];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [from, to] = [old.get(name), now.get(name)];
    const isIncluded = [from, to].map((node) => node?.json.includeIntoResult === true);
    const [one, other] = [from?.json.expression, to?.json.expression];
    if (
      from &&
      to &&
      isIncluded[0] === isIncluded[1] &&
      (isSame(one, other) || isSameExpression(one, other, renames))
    )
      return [];
    const what = { property: "calculatedValues", from: from && shown(from.json), to: to && shown(to.json) };
    return [
      { item: "", before: from?.path, after: to?.path, kind: "calculation-changed" as const, name, ...what },
    ];
  });
}

function byName({ children }: OutlineNode): Map<string, OutlineNode> {
  const calculated = children.filter(({ slot }) => slot === "calculatedValues");
  return new Map(calculated.map((node) => [node.name ?? node.path, node]));
}

/** Triggers carry no names: what stands in both, wherever, is the same; the rest came, went or changed. */
function triggerChanges({ before, after }: Comparison): Change[] {
  const old = before.survey.children.filter(({ type }) => isKindOf(type, "trigger"));
  const open = after.survey.children.filter(({ type }) => isKindOf(type, "trigger"));
  const gone = old.filter((one) => {
    const i = open
      .slice(0, 200)
      .findIndex((other) => other.type === one.type && isSame(rule(one), rule(other)));
    if (i >= 0) open.splice(i, 1);
    return i < 0;
  });
  return Array.from({ length: Math.max(gone.length, open.length) }, (_, i) => {
    const [from, to] = [gone[i], open[i]];
    const what = { property: (to ?? from)?.type ?? "", from: from && rule(from), to: to && rule(to) };
    return { item: "", before: from?.path, after: to?.path, kind: "trigger-changed" as const, ...what };
  });
}

function rule(trigger: OutlineNode): unknown {
  return shown(Object.fromEntries([["type", trigger.type], ...settingsOf(trigger)]));
}

/** Measurement metadata of an item that both versions describe. */
export function measureChanges(pair: PartPair, comparison: Comparison): Change[] {
  const { item, before, after } = pair;
  if (comparison.before.measures === undefined || comparison.after.measures === undefined) return [];
  const old = measureOf(comparison.before, before.item);
  const now = measureOf(comparison.after, after.item);
  const names = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])];
  return names.flatMap((property): Change[] => {
    const [from, to] = [own(old, property), own(now, property)];
    if (isSame(from, to) || isSame(followed(property, from, comparison), to)) return [];
    if (property === "missing" && isToldWithChoices(from, to, pair, comparison)) return [];
    const paths = { before: before.node.path, after: after.node.path };
    return [{ item, ...paths, kind: "measure-changed", property, from: shown(from), to: shown(to) }];
  });
}

/** What measures.json says of other items, under their later names. */
function followed(property: string, value: unknown, { renames }: Comparison): unknown {
  if (property === "explains") return typeof value === "string" ? renames.of(value) : value;
  if ((property !== "draw" && property !== "sameAs") || !isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      ["from", "by", "item"].includes(key) && typeof one === "string" ? renames.of(one) : one,
    ]),
  );
}

function own(object: JsonObject | undefined, key: string): unknown {
  return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Missing reasons of choices that came or went are told with these choices. */
function isToldWithChoices(from: unknown, to: unknown, pair: PartPair, comparison: Comparison): boolean {
  const [earlier, later] = [pair.before, pair.after].map(({ node }) => codesIn(node, comparison));
  const kept = [...(earlier ?? [])].filter((code) => later?.has(code));
  const [old, now] = [from, to].map((reasons) => (isObject(reasons) ? reasons : {}));
  return earlier?.size !== 0 && later?.size !== 0 && kept.every((code) => own(old, code) === own(now, code));
}

function codesIn(node: OutlineNode, { languages }: Comparison): Set<string> {
  return new Set([...listsOf(node, languages.source).values()].flat().map(({ key }) => key));
}
