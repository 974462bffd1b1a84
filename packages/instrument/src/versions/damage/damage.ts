import { isObject } from "../../definition/index.ts";
import type { Change } from "../change.ts";
import { itemOf } from "../difference/parts.ts";
import { type Judged, weigh } from "../judgement/answers.ts";
import { type Standing, standingOf, weaker } from "../judgement/standing.ts";
import { type Mapping, MappingIndex } from "../mapping/mapping.ts";
import { type IndicatorReference, indicatorReferences } from "./references.ts";
import { type TouchedTranslation, touchedTranslations } from "./translations.ts";

/** What stands on a definition and may be touched by a change. */
export interface DamageContext {
  /** Contents of the sets in force, of either version. */
  readonly indicatorSets?: readonly unknown[];
  /** Contents of measures.json of both versions; items with a design role carry quotas and weights. */
  readonly measures?: readonly unknown[];
  /** Languages the later version is to be asked in, its source language first. */
  readonly languages?: readonly string[];
  /** Responses stored by version; with `items`, how many of them answered each. */
  readonly responses?: ReadonlyMap<string, StoredResponses>;
}

export interface StoredResponses {
  readonly responses: number;
  readonly items?: ReadonlyMap<string, number>;
}

/** What one change touches. */
export interface DamageLine extends Judged {
  readonly trend: Standing;
  readonly indicators: readonly IndicatorReference[];
  /** Design roles: quotas, margins and weights are made of this item. */
  readonly roles: readonly string[];
  readonly translations: readonly TouchedTranslation[];
  /** Stored responses whose answers to this item the change speaks of, by version. */
  readonly responses: readonly { readonly version: string; readonly count: number }[];
}

export interface DamageReport {
  readonly lines: readonly DamageLine[];
  /** Every indicator that is touched, with what is left of its trend. */
  readonly indicators: readonly { readonly indicator: string; readonly trend: Standing }[];
  /** Stored responses in versions whose answers a break speaks of; each counted once. */
  readonly responses: number;
}

/** Says for each change what it touches. Pure: everything it knows stands in the context. */
export function damage(
  changes: readonly Change[],
  mapping: Mapping | undefined,
  context: DamageContext,
): DamageReport {
  const index = new MappingIndex(mapping);
  const references = (context.indicatorSets ?? []).flatMap(indicatorReferences);
  const byItem = Map.groupBy(references, ({ variable }) => itemOf(variable));
  const roles = rolesByItem(context.measures ?? []);
  const lines = changes.map((change): DamageLine => {
    const judged = weigh(change, index);
    return {
      ...judged,
      trend: standingOf(judged),
      indicators:
        change.item === ""
          ? everywhere(judged, references)
          : namesOf(change).flatMap((name) => using(change, name, byItem)),
      roles: [...new Set(namesOf(change).flatMap((name) => roles.get(itemOf(name)) ?? []))],
      translations: touchedTranslations(change, context.languages ?? []),
      responses: touchedResponses(judged, context.responses),
    };
  });
  return { lines, indicators: summary(lines), responses: mostTouched(lines) };
}

/** The item under both of its names. */
function namesOf(change: Change): string[] {
  return change.kind === "item-renamed" ? [change.from, change.item] : [change.item];
}

/**
 * A break around the items (who may answer, what answers set off, words over a page) concerns every indicator, as it
 * concerns every series; a calculated value those that are made of it.
 */
function everywhere(
  { change, isBreak }: Judged,
  references: readonly IndicatorReference[],
): readonly IndicatorReference[] {
  if (!isBreak) return [];
  if (change.kind === "calculation-changed")
    return references.filter(({ variable }) => variable === change.name);
  return references;
}

function using(change: Change, name: string, byItem: ReadonlyMap<string, readonly IndicatorReference[]>) {
  const isTicked = "scale" in change && change.scale === "several" && "code" in change;
  const wanted = isTicked ? `${name}.${String(change.code)}` : name;
  return (byItem.get(itemOf(name)) ?? []).filter(
    ({ variable }) => isWithin(variable, wanted) || isWithin(wanted, variable),
  );
}

/** Whether an address is another one or a part of it. */
function isWithin(address: string, other: string): boolean {
  return address === other || (address.startsWith(other) && /[.[]/.test(address.charAt(other.length)));
}

function rolesByItem(measures: readonly unknown[]): Map<string, string[]> {
  const roles = new Map<string, string[]>();
  for (const file of measures) {
    if (!isObject(file) || !isObject(file.items)) continue;
    for (const [item, measure] of Object.entries(file.items)) {
      if (!isObject(measure) || typeof measure.role !== "string" || measure.role === "missing-reason")
        continue;
      roles.set(item, [...new Set([...(roles.get(item) ?? []), measure.role])]);
    }
  }
  return roles;
}

/** Stored answers are touched where they may mean something else, or are to be found under another name. */
function touchedResponses(
  { change, isBreak }: Judged,
  stored: DamageContext["responses"],
): DamageLine["responses"] {
  if (!stored || (!isBreak && change.kind !== "item-renamed")) return [];
  const name = change.kind === "item-renamed" ? change.from : change.item;
  return [...stored].flatMap(([version, { responses, items }]) => {
    const count =
      change.item === "" || items === undefined
        ? responses
        : (items.get(name) ?? items.get(itemOf(name)) ?? 0);
    return count > 0 ? [{ version, count }] : [];
  });
}

function summary(lines: readonly DamageLine[]): DamageReport["indicators"] {
  const trends = new Map<string, Standing>();
  for (const { indicators, trend } of lines)
    for (const { indicator } of indicators)
      trends.set(indicator, weaker(trends.get(indicator) ?? "comparable", trend));
  return [...trends].map(([indicator, trend]) => ({ indicator, trend }));
}

/** Changes overlap in the responses they touch; of each version the largest number is certain. */
function mostTouched(lines: readonly DamageLine[]): number {
  const most = new Map<string, number>();
  for (const { responses } of lines)
    for (const { version, count } of responses) most.set(version, Math.max(most.get(version) ?? 0, count));
  return [...most.values()].reduce((sum, count) => sum + count, 0);
}
