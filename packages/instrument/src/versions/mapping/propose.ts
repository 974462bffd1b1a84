import type { Change } from "../change.ts";
import { weigh } from "../judgement/answers.ts";
import { reasons } from "../judgement/reasons.ts";
import type { WordLanguage } from "../words/said.ts";
import { type Mapping, type MappingEntry, MappingIndex } from "./mapping.ts";

/** A note that begins so still waits for its author; `checkMapping` refuses it. */
export const undecided = "?";

/** A removed item this much like an added one is proposed as renamed. */
const likelyRenamed = 0.65;

/**
 * A mapping to begin with: for every break the most careful answer that fits, each with a note that its author
 * replaces by a decision.
 */
export function proposeMapping(
  changes: readonly Change[],
  from: string,
  language: WordLanguage = "en",
): Mapping {
  const none = new MappingIndex(undefined);
  const breaks = changes.filter((change) => weigh(change, none).isBreak);
  const taken = new Set<string>();
  const gone = breaks.flatMap((change) =>
    change.kind === "item-removed" ? [proposeForRemoved(change, taken, language)] : [],
  );
  const byItem = Map.groupBy(
    breaks.filter(({ kind }) => kind !== "item-removed"),
    ({ item }) => item,
  );
  const changed = [...byItem].flatMap(([item, these]) => proposeForItem(item, these, language));
  return { number: 1, from, entries: [...gone, ...changed] };
}

function proposeForRemoved(
  { item, likely }: Extract<Change, { kind: "item-removed" }>,
  taken: Set<string>,
  language: WordLanguage,
): MappingEntry {
  const best = likely.find((one) => one.likeness >= likelyRenamed && !taken.has(one.item));
  if (best === undefined)
    return {
      kind: "not-comparable",
      before: [item],
      after: [],
      note: asking(reasons["series-ends"][language]),
      by: "researcher",
    };
  taken.add(best.item);
  const question =
    language === "lt"
      ? `Pašalinta ar pervadinta? Panašumas ${best.likeness}.`
      : `Deleted or renamed? Likeness ${best.likeness}.`;
  return { kind: "renamed", before: [item], after: [best.item], note: asking(question), by: "researcher" };
}

function asking(sentence: string): string {
  return `${undecided} ${sentence}`;
}

function proposeForItem(item: string, breaks: readonly Change[], language: WordLanguage): MappingEntry[] {
  const [one] = breaks;
  if (one === undefined) return [];
  const note = asking(reasons[weigh(one, new MappingIndex(undefined)).reason][language]);
  const on = { before: [item], after: [item], note, by: "researcher" } satisfies Partial<MappingEntry>;
  const codes = [...new Map(codesFor(breaks).map((pair) => [pair.before, pair])).values()];
  const isListOnly = breaks.every(({ kind }) => codeKinds.has(kind) || kind === "wording-changed");
  if (!isListOnly) return [{ kind: "not-comparable", ...on }];
  const wording = breaks.some(({ kind }) => kind === "wording-changed");
  return [
    ...(codes.length > 0 ? [{ kind: "recoded" as const, ...tuples(item), note, by: on.by, codes }] : []),
    ...(wording ? [{ kind: "wording-changed" as const, ...tuples(item), note, by: on.by }] : []),
  ];
}

function tuples(item: string): { before: [string]; after: [string] } {
  return { before: [item], after: [item] };
}

const codeKinds = new Set(["choice-recoded", "code-reused", "choice-removed"]);

type Pair = { before: string | number | boolean | null; after: string | number | boolean | null };

/** Codes joined by their words; one whose words are gone has no counterpart. */
function codesFor(breaks: readonly Change[]): Pair[] {
  const nowByText = new Map<string, unknown>();
  for (const change of breaks) {
    if (change.kind === "code-reused") nowByText.set(change.to, change.code);
    if (change.kind === "choice-recoded") nowByText.set(change.text, change.to);
  }
  return breaks.flatMap((change): Pair[] => {
    if (change.kind === "choice-recoded") return [{ before: code(change.from), after: code(change.to) }];
    if (change.kind === "code-reused")
      return [{ before: code(change.code), after: code(nowByText.get(change.from) ?? null) }];
    return change.kind === "choice-removed"
      ? [{ before: code(change.code), after: code(nowByText.get(change.text) ?? null) }]
      : [];
  });
}

function code(value: unknown): Pair["before"] {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}
