import type { ItemChange } from "../change.ts";
import type { Matching, PartPair } from "./matching.ts";
import { unmoved } from "./same.ts";

/** Parts that stand on another page or among other parts than before; the fewest that explain the new order. */
export function moves({ pairs }: Matching): ItemChange[] {
  const families = Map.groupBy(
    pairs,
    ({ after }) => `${after.of} ${after.node.slot === "rows" ? "rows" : ""}`,
  );
  return [...families.values()].flatMap(movedAmong);
}

function movedAmong(family: readonly PartPair[]): ItemChange[] {
  const pages = samePages(family);
  const place = new Map([...family].sort((a, b) => a.place - b.place).map((pair, i) => [pair, i]));
  const kept = unmoved(family.map((pair) => place.get(pair) ?? 0));
  return family.flatMap(({ item, before, after }, i): ItemChange[] => {
    const isElsewhere = (pages.get(before.page) ?? before.page) !== after.page;
    if (kept.has(i) && !isElsewhere) return [];
    const paths = { before: before.node.path, after: after.node.path };
    return [{ item, ...paths, kind: "item-moved", fromPage: before.page, toPage: after.page }];
  });
}

/** A page that got another name is the one that most of its items went to. */
function samePages(family: readonly PartPair[]): Map<string, string> {
  const later = new Set(family.map(({ after }) => after.page));
  const earlier = Map.groupBy(family, ({ before }) => before.page);
  const pages = new Map<string, string>();
  for (const [page, items] of earlier) {
    if (later.has(page)) continue;
    const targets = Map.groupBy(items, ({ after }) => after.page);
    const [most] = [...targets].sort(([, a], [, b]) => b.length - a.length);
    if (most && !earlier.has(most[0])) pages.set(page, most[0]);
  }
  return pages;
}
