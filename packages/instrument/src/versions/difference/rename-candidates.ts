import type { Likeness } from "../change.ts";
import { shared, trigramsOf } from "./likeness.ts";
import { listsOf } from "./lists.ts";
import type { Comparison } from "./matching.ts";
import type { Part } from "./parts.ts";
import { shownText } from "./wording.ts";

/** From here on a likeness is worth asking about. */
const worthAsking = 0.55;
/** So many pairs are weighed one by one; in more, only items with the same words are looked at. */
const mostPairs = 20_000;

interface Portrait {
  readonly part: Part;
  readonly type: string;
  readonly words: ReadonlySet<string>;
  readonly title: string;
  readonly codes: ReadonlySet<string>;
  readonly page: string;
}

/** For each removed part the added ones that it may have become, best first, at most three: "deleted or renamed?". */
export function renameCandidates(
  removed: readonly Part[],
  added: readonly Part[],
  { languages: { source }, renames }: Comparison,
): ReadonlyMap<string, readonly Likeness[]> {
  const now = added.map((part) => portraitOf(part, source));
  const byTitle = Map.groupBy(now, ({ title }) => title);
  const isMany = removed.length * added.length > mostPairs;
  return new Map(
    removed.map((part) => {
      const old = portraitOf(part, source);
      const candidates = (isMany ? (byTitle.get(old.title) ?? []).slice(0, 10) : now).filter(
        (other) => renames.of(part.of) === other.part.of,
      );
      return [part.item, best(old, candidates)];
    }),
  );
}

function best(old: Portrait, candidates: readonly Portrait[]): Likeness[] {
  return candidates
    .map((other) => ({ item: other.part.item, likeness: likenessOf(old, other) }))
    .filter(({ likeness }) => likeness >= worthAsking)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 3);
}

function portraitOf(part: Part, source: string): Portrait {
  const title = shownText(part.node, part.node.slot === "rows" ? "text" : "title", source) || part.item;
  const choices = [...listsOf(part.node, source).values()].flat();
  const codes = choices.flatMap(({ key, text }) => [`code ${key}`, `text ${text}`]);
  return {
    part,
    type: part.node.type,
    words: trigramsOf(title),
    title,
    codes: new Set(codes),
    page: part.page,
  };
}

/** Words weigh most, then codes where there are any, then type and page; to two digits. */
function likenessOf(old: Portrait, other: Portrait): number {
  const hasCodes = old.codes.size + other.codes.size > 0;
  const parts: [number, number][] = [
    [shared(old.words, other.words), 5],
    [shared(old.codes, other.codes), hasCodes ? 3 : 0],
    [old.type === other.type ? 1 : 0, 1],
    [old.page === other.page ? 1 : 0, 1],
  ];
  const weight = parts.reduce((sum, [, of]) => sum + of, 0);
  const sum = parts.reduce((total, [value, of]) => total + value * of, 0);
  return Math.round((100 * sum) / weight) / 100;
}
