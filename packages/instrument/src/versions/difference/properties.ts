import { isKindOf, isList, isObject, type OutlineNode, propertyOf } from "../../definition/index.ts";
import type { Change, Effect } from "../change.ts";
import { type Aspect, aspectOf } from "./aspects.ts";
import { compareConditions } from "./conditions.ts";
import { limitEffect } from "./limits.ts";
import type { Renames } from "./renames.ts";
import { isSame } from "./same.ts";

interface Place {
  readonly item: string;
  readonly code?: unknown;
  /** The conditions of this part are compared elsewhere, with those around it. */
  readonly routedElsewhere?: boolean;
}

interface Difference {
  readonly property: string;
  readonly aspect: Aspect | undefined;
  readonly from: unknown;
  readonly to: unknown;
}

/** Properties of one part that differ, texts and parts inside it left aside. */
export function propertyChanges(
  before: OutlineNode,
  after: OutlineNode,
  place: Place,
  renames: Renames,
): Change[] {
  const paths = { before: before.path, after: after.path };
  return differencesOf(before, after).flatMap((difference) => {
    const { aspect, property } = difference;
    if (aspect === "routing" && place.routedElsewhere && property !== "templateVisibleIf") return [];
    const spelled = respelling(difference, renames);
    if (spelled === "same") return [];
    const { item, code } = place;
    const at = { item, ...paths, ...(code === undefined ? {} : { code }) };
    const what = { property, from: shown(difference.from), to: shown(difference.to) };
    if (spelled === "respelled") return [{ ...at, kind: "condition-respelled" as const, ...what }];
    return [changeOf(difference, at, what, spelled)];
  });
}

/** What became of an expression; undefined for a property that holds none. */
function respelling({ aspect, from, to, property }: Difference, renames: Renames) {
  const isExpression = /If$|Expression$|^expression$/.test(property);
  if (!isExpression || aspect === undefined) return undefined;
  const [old, now] = [from, to].map((value) => (typeof value === "string" ? [value] : []));
  return compareConditions(old ?? [], now ?? [], renames);
}

type At = { item: string; before: string; after: string; code?: unknown };
type What = { property: string; from: unknown; to: unknown };

function changeOf({ aspect, from, to, property }: Difference, at: At, what: What, effect?: Effect): Change {
  switch (aspect) {
    case "routing":
    case "offer":
      return {
        ...at,
        kind: "offer-changed",
        ...what,
        effect: effect ?? (to === false ? "narrowed" : "changed"),
      };
    case "requirement":
      return { ...at, kind: "requirement-changed", ...what, effect: requirementEffect(from, to, effect) };
    case "limit":
      return { ...at, kind: "limit-changed", ...what, effect: limitEffect(property, from, to) };
    case "wording":
    case "around":
      return worded({ aspect, from, to }, at, property);
    case "calculation":
      return { ...at, kind: "calculation-changed", name: at.item, ...what };
    case "parts":
      return { ...at, kind: "not-compared", message: `${property} holds no list of parts.` };
    case "missing":
    case "look":
      return { ...at, kind: "look-changed", ...what };
    case undefined:
      return { ...at, kind: "foreign-changed", ...what };
    default:
      return { ...at, kind: kinds[aspect], ...what };
  }
}

/** Words that are no text of a part: cells of a matrix, lists of suggestions. */
function worded(
  { aspect, from, to }: Pick<Difference, "aspect" | "from" | "to">,
  at: At,
  property: string,
): Change {
  const what = { property, language: "default", from: words(from), to: words(to) };
  return { ...at, kind: aspect === "wording" ? "wording-changed" : "words-around-changed", ...what };
}

const kinds = {
  task: "task-changed",
  scale: "scale-changed",
  default: "default-changed",
  randomisation: "randomisation-changed",
  trigger: "trigger-changed",
  storage: "storage-changed",
  source: "source-changed",
} as const;

/** Demanding an answer of more people leaves fewer ways to answer; without a condition nobody is asked for one. */
function requirementEffect(from: unknown, to: unknown, condition: Effect | undefined): Effect {
  if (from === undefined) return "narrowed";
  if (to === undefined) return "widened";
  if (condition === undefined || condition === "changed") return "changed";
  return condition === "widened" ? "narrowed" : "widened";
}

function differencesOf(before: OutlineNode, after: OutlineNode): Difference[] {
  if (haveSameSettings(before, after)) return [];
  const [old, now] = [settingsOf(before), settingsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((property) => {
    const [from, to] = [old.get(property), now.get(property)];
    return isSame(from, to) ? [] : [{ property, aspect: aspectOf(property, after), from, to }];
  });
}

/** Most parts are as they were: then their plain values are the same, and lists are compared as parts. */
function haveSameSettings({ type, json }: OutlineNode, after: OutlineNode): boolean {
  if (type !== after.type) return false;
  const keys = Object.keys(json);
  return (
    keys.length === Object.keys(after.json).length &&
    keys.every((key) => {
      const [from, to] = [json[key], Object.hasOwn(after.json, key) ? after.json[key] : undefined];
      return from === to && typeof from !== "object";
    })
  );
}

/** What a part sets itself, under survey-core's present names; a value that is the default counts as not set. */
export function settingsOf(node: OutlineNode): Map<string, unknown> {
  const settings = new Map<string, unknown>();
  for (const [key, value] of Object.entries(node.json)) {
    const property = propertyOf(node, key);
    const name = property?.name ?? key;
    if (isTakenApart(node, key, value) || isText(property?.localizable, value)) continue;
    const isSet = !isSame(value, property?.default) && value !== null && value !== "" && value !== undefined;
    const isOff = value === false && (property === undefined || property.default === undefined);
    if (isSet && !isOff && !(isList(value) && value.length === 0)) settings.set(name, value);
  }
  return settings;
}

/** Names, types, codes and lists of parts are compared as parts; switches for choices as choices. */
function isTakenApart(node: OutlineNode, key: string, value: unknown): boolean {
  if (key === "type" || key === "name") return true;
  if (key === "value") return isKindOf(node.type, "itemvalue");
  const name = propertyOf(node, key)?.name ?? key;
  const aspect = aspectOf(name, node);
  if (aspect === "missing") return typeof value === "boolean";
  return aspect === "parts" && isList(value);
}

function isText(localizable: boolean | undefined, value: unknown): boolean {
  return localizable === true && (typeof value === "string" || isObject(value));
}

/** A value as a change carries it: deep or long ones are named, not repeated. */
export function shown(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return isSmall(value, 6) ? value : "(a longer value)";
}

function isSmall(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  const members = Object.values(value);
  return depth > 0 && members.length <= 100 && members.every((member) => isSmall(member, depth - 1));
}

function words(value: unknown): string | undefined {
  return value === undefined ? undefined : typeof value === "string" ? value : JSON.stringify(shown(value));
}
