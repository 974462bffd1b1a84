import type { Change } from "../change.ts";
import { weigh } from "../judgement/answers.ts";
import { type Standing, standingOf, weaker } from "../judgement/standing.ts";
import { type Mapping, type MappingEntry, MappingIndex } from "./mapping.ts";

/** From one version to the next: what differs, and what the authors say about it. */
export interface VersionStep {
  readonly from: string;
  readonly to: string;
  /** As `difference` gives them with the names of the mapping. */
  readonly changes: readonly Change[];
  readonly mapping: Mapping | undefined;
}

/** How one version's answers relate to the latest. */
export interface TrendPoint {
  readonly version: string;
  /** What the item was called then; several where several became one; none where it was not asked. */
  readonly items: readonly string[];
  readonly standing: Standing;
  /** What a reader of the series should know, from the mapping. */
  readonly notes: readonly string[];
  /** Codes of that version by what they are called in the latest; left out where nothing was recoded. */
  readonly codes?: readonly CodePair[];
}

type CodePair = {
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
};

/**
 * How far back the series of one item goes.
 *
 * @param steps in order, earliest first; each one's `to` is the next one's `from`
 * @param item address in the latest version
 */
export function trendOf(steps: readonly VersionStep[], item: string): TrendPoint[] {
  const points: TrendPoint[] = [
    { version: steps.at(-1)?.to ?? "", items: [item], standing: "comparable", notes: [] },
  ];
  for (const step of steps.toReversed()) {
    const last = points.at(-1);
    if (last) points.push(stepBack(last, step));
  }
  return points.reverse();
}

function stepBack(point: TrendPoint, { from, changes, mapping }: VersionStep): TrendPoint {
  const index = new MappingIndex(mapping);
  const links = point.items.map((item) => linkBack(item, changes, index));
  const items = [...new Set(links.flatMap((link) => link.items))];
  const standing = links
    .map((link) => link.standing)
    .reduce(weaker, items.length === 0 ? "broken" : point.standing);
  const notes = [...new Set([...links.flatMap((link) => link.notes), ...point.notes])];
  const codes = composed(
    links.flatMap((link) => link.codes),
    point.codes,
  );
  return { version: from, items, standing, notes, ...(codes.length === 0 ? {} : { codes }) };
}

interface Link {
  readonly items: readonly string[];
  readonly standing: Standing;
  readonly notes: readonly string[];
  readonly codes: readonly CodePair[];
}

function linkBack(item: string, changes: readonly Change[], index: MappingIndex): Link {
  const entries = index.ofLater(item);
  const origin = entries.find(({ kind, before }) => ["split", "merged"].includes(kind) && before[0] !== item);
  const touching = changes.filter((change) => touches(change, item));
  const isNew = touching.some(({ kind }) => kind === "item-added");
  if (isNew && origin === undefined) return { items: [], standing: "broken", notes: [], codes: [] };
  const standings = touching
    .filter(({ kind }) => kind !== "item-added")
    .map((change) => standingOf(weigh(change, index)));
  return {
    items: origin?.before ?? [earlierAddress(item, touching)],
    standing: [...standings, ...(origin ? (["with-note"] as const) : [])].reduce(weaker, "comparable"),
    notes: entries.flatMap(({ note }) => note ?? []),
    codes: entries.flatMap(codesOf),
  };
}

/** Changes of the item itself, of the item it is part of, and of the questionnaire as a whole. */
function touches(change: Change, item: string): boolean {
  const { item: changed, kind } = change;
  if (kind === "item-removed") return false;
  if (kind === "calculation-changed" && changed === "") return change.name === item;
  return (
    changed === "" ||
    changed === item ||
    (item.startsWith(changed) && /[.[]/.test(item.charAt(changed.length)))
  );
}

function earlierAddress(item: string, touching: readonly Change[]): string {
  for (const change of touching)
    if (change.kind === "item-renamed") return `${change.from}${item.slice(change.item.length)}`;
  return item;
}

function codesOf(entry: MappingEntry): readonly CodePair[] {
  return "codes" in entry ? (entry.codes ?? []) : [];
}

/** Codes over two steps: what was recoded now, and then again later. */
function composed(now: readonly CodePair[], later: readonly CodePair[] = []): CodePair[] {
  const onward = now.flatMap(({ before, after }) => {
    const next = later.filter((pair) => after !== null && pair.before === after);
    return next.length === 0 ? [{ before, after }] : next.map((pair) => ({ before, after: pair.after }));
  });
  const reached = new Set(now.map(({ after }) => after));
  return [...onward, ...later.filter(({ before }) => !reached.has(before))];
}
