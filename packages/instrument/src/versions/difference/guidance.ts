import { isKindOf, type OutlineNode, textsOf } from "../../definition/index.ts";
import type { Change } from "../change.ts";
import { aspectOf } from "./aspects.ts";
import { plainly } from "./likeness.ts";
import type { Comparison, Matching } from "./matching.ts";
import { isInBoth } from "./wording.ts";

/**
 * Words that came to or went from items asked in both versions: titles of pages and panels, texts between the
 * questions. "Think of the last 12 months" over an item is part of its question; over new items only it is not told.
 */
export function guidanceChanges(matching: Matching, comparison: Comparison): Change[] {
  const { before, after } = comparison;
  const [oldOver, nowOver] = (["before", "after"] as const).map((side) => placesOver(matching, side));
  const gone = [...unmatched(before.containers, after.containers), ...shownOnly(matching.removed)];
  const come = [...unmatched(after.containers, before.containers), ...shownOnly(matching.added)];
  const old = guidanceIn(gone, oldOver, comparison);
  const now = guidanceIn(come, nowOver, comparison);
  const [stays, stayed] = [new Set(now.map(({ key }) => key)), new Set(old.map(({ key }) => key))];
  const worded = { item: "", kind: "wording-changed" as const };
  return [
    ...old
      .filter(({ key }) => !stays.has(key))
      .map(({ path, property, language, text }) => ({
        ...worded,
        ...{ before: path, property, language, from: text, to: undefined },
      })),
    ...now
      .filter(({ key }) => !stayed.has(key))
      .map(({ path, property, language, text }) => ({
        ...worded,
        ...{ after: path, property, language, from: undefined, to: text },
      })),
  ];
}

type Containers = ReadonlyMap<string, OutlineNode>;

function unmatched(containers: Containers, others: Containers): OutlineNode[] {
  return [...containers].flatMap(([name, node]) => (others.has(name) ? [] : [node]));
}

function shownOnly(parts: Matching["added"]): OutlineNode[] {
  return parts.flatMap(({ node }) => (isKindOf(node.type, "nonvalue") ? [node] : []));
}

/** Pages and panels over items that are asked in both versions. */
function placesOver({ pairs }: Matching, side: "before" | "after"): Set<OutlineNode> {
  const places = new Set<OutlineNode>();
  for (const pair of pairs) {
    const { node } = pair[side];
    if (isKindOf(node.type, "nonvalue")) continue;
    for (let place = node.parent; place && !places.has(place); place = place.parent) places.add(place);
  }
  return places;
}

interface Guidance {
  readonly key: string;
  readonly path: string;
  readonly property: string;
  readonly language: string;
  readonly text: string;
}

function guidanceIn(
  nodes: readonly OutlineNode[],
  over: ReadonlySet<OutlineNode> | undefined,
  { languages }: Comparison,
): Guidance[] {
  const concerned = nodes.filter((node) => {
    const place = isKindOf(node.type, "nonvalue") ? node.parent : node;
    return place !== undefined && over?.has(place);
  });
  return concerned.flatMap((node) =>
    textsOf(node).flatMap(({ property, texts }) =>
      Object.entries(texts).flatMap(([code, text]): Guidance[] => {
        const language = code === "default" ? languages.source : code;
        const isRead = aspectOf(property, node) === "wording" && property !== "altText";
        if (!isRead || plainly(text) === "" || !isInBoth(language, languages)) return [];
        const key = `${language} ${plainly(text.slice(0, 10_000))}`;
        return [{ key, path: node.path, property, language, text }];
      }),
    ),
  );
}
